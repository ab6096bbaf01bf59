package mana.studio.ui.design;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.ui.design.Section.Adding;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.FieldFlow;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.state.PartKind;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.Proposals;
import mana.studio.ui.design.state.TableModel;
import mana.studio.ui.design.state.TableState;

/// What a table has beside columns, kind by kind.
final class Sections extends VBox {
    private final TableModel model;
    private final Supplier<List<String>> selection;
    private final Consumer<Node> opened;
    private final List<Section<?>> sections;
    private final List<FormField> security;
    private final OptionsSection options;

    /// @param selection the columns that are selected in the grid: what is added is about them
    /// @param opened    told when a detail is opened
    Sections(TableModel model, Supplier<List<String>> selection, Consumer<Node> opened) {
        this.opened = opened;
        this.model = model;
        this.selection = selection;
        PartModel<Table> table = PartModel.of(model);
        options = new OptionsSection(table);
        security = List.of(
                new CheckEntry<>(
                        table,
                        "Row-level security on",
                        Field.OPTIONS,
                        now -> now.rowSecurity().enabled(),
                        (old, on) -> old.withRowSecurity(
                                new Table.RowSecurity(on, old.rowSecurity().forced()))),
                new CheckEntry<>(
                        table,
                        "Forced on the owner too",
                        Field.OPTIONS,
                        now -> now.rowSecurity().forced(),
                        (old, forced) -> old.withRowSecurity(
                                new Table.RowSecurity(old.rowSecurity().enabled(), forced))));
        FieldFlow switches = new FieldFlow();
        switches.show(security);
        getStyleClass().add("form-sections");
        sections = List.of(
                new Section<>(
                        model,
                        opened,
                        "Primary key",
                        PartKind.PRIMARY_KEY,
                        KeyForms.PRIMARY_KEY,
                        new Adding<>(
                                "Add primary key",
                                now -> Proposals.primaryKey(now, chosen(now)),
                                now -> now.primaryKey().isPresent() ? "It has one." : noColumns(now))),
                section(
                        "Unique",
                        PartKind.UNIQUE,
                        KeyForms.UNIQUE,
                        "Add unique",
                        now -> Proposals.unique(now, chosen(now))),
                section("Foreign keys", PartKind.FOREIGN_KEY, ForeignKeyForm.FORM, "Add foreign key", this::foreignKey),
                section("Indexes", PartKind.INDEX, IndexForm.FORM, "Add index", this::index),
                section(
                        "Checks",
                        PartKind.CHECK,
                        RuleForms.CHECK,
                        "Add check",
                        now -> Proposals.check(now, Optional.of(column(now)))),
                section(
                        "Exclusion constraints",
                        PartKind.EXCLUSION,
                        RuleForms.EXCLUSION,
                        "Add exclusion",
                        now -> Proposals.exclusion(now, column(now))),
                new Section<>(
                        model,
                        opened,
                        "Row-level security",
                        PartKind.POLICY,
                        RuleForms.POLICY,
                        new Adding<>("Add policy", Proposals::policy, _ -> ""),
                        switches));
        getChildren().addAll(sections);
        getChildren().add(options);
    }

    private <P> Section<P> section(
            String title, PartKind<P> kind, PartPane.PartForm<P> form, String word, Function<Table, P> make) {
        return new Section<>(model, opened, title, kind, form, new Adding<>(word, make, Sections::noColumns));
    }

    private static String noColumns(Table table) {
        return table.columns().isEmpty() ? "Add a column first." : "";
    }

    /// What is selected in the grid, or else the first column.
    private List<String> chosen(Table table) {
        List<String> selected = selection.get().stream()
                .filter(name -> table.column(name).isPresent())
                .toList();
        return selected.isEmpty() ? List.of(table.columns().getFirst().name()) : selected;
    }

    private Column column(Table table) {
        return table.column(chosen(table).getFirst())
                .orElseGet(() -> table.columns().getFirst());
    }

    private ForeignKey foreignKey(Table table) {
        Database database = model.database();
        List<String> selected = selection.get();
        Table target = database == null ? table : Proposals.target(database, table, selected);
        return Proposals.foreignKey(table, target, selected);
    }

    private Index index(Table table) {
        Database database = model.database();
        return database == null
                ? Proposals.index(table, chosen(table), Set.of())
                : Proposals.index(database, table, chosen(table));
    }

    void refresh(TableState state) {
        if (state.table() != null) {
            sections.forEach(section -> section.refresh(state));
            security.forEach(FormField::refresh);
            options.refresh();
        }
    }

    /// Gives the focus to a field of a part; false where it is none of these.
    boolean show(Identity part, Field field) {
        return sections.stream().anyMatch(section -> section.show(part, field));
    }

    /// Gives the focus to a field of the table itself; false where it is not here.
    boolean showTable(Field field) {
        return options.show(field);
    }
}
