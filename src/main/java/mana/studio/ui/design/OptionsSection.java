package mana.studio.ui.design;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mana.studio.design.Edits;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Table;
import mana.studio.schema.Table.Persistence;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.FieldFlow;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.SectionHead;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.Clustering;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ReplicaIdentities;
import mana.studio.ui.design.state.ServerChoices;
import mana.studio.ui.design.state.Texts;

/// How the table is kept.
final class OptionsSection extends VBox {
    private static final String ELSEWHERE = "Triggers, rules and privileges are no part of a table's design: they are "
            + "listed below and changed by SQL.";

    private final PartModel<Table> part;
    private final List<FormField> fields;
    private final Label fixed = new Label();

    OptionsSection(PartModel<Table> part) {
        this.part = part;
        fields = List.of(
                owner(part),
                ChoiceEntry.of(
                                part,
                                "Persistence",
                                Field.OPTIONS,
                                List.of(Persistence.PERMANENT, Persistence.UNLOGGED),
                                Table::persistence,
                                Table::withPersistence)
                        .locked(OptionsSection::persistence),
                new ChoiceEntry<Table, String>(
                                part,
                                "Replica identity",
                                Field.OPTIONS,
                                List.of(),
                                choice -> choice,
                                ReplicaIdentities::of,
                                ReplicaIdentities::with)
                        .values(() -> part.now() instanceof Table now ? ReplicaIdentities.choices(now) : List.of()),
                new ChoiceEntry<Table, String>(
                                part,
                                "Clustered on",
                                Field.OPTIONS,
                                List.of(),
                                choice -> choice.equals(Clustering.NONE) ? "no index" : choice,
                                Clustering::of,
                                Clustering::with)
                        .values(() -> part.now() instanceof Table now ? Clustering.choices(now) : List.of())
                        .locked(table -> table.isPartitioned() ? "Each partition has its own order of rows." : ""),
                accessMethod(part),
                Fields.tablespace(part, Table::tablespace, Table::withTablespace),
                Fields.options(part, Table::options, Table::withOptions, "fillfactor=80"),
                partitionKey(part));
        getStyleClass().add("form-section");
        FieldFlow flow = new FieldFlow();
        fields.forEach(field -> flow.getChildren().add(field.node()));
        fixed.getStyleClass().add("muted");
        fixed.setWrapText(true);
        fixed.setMinHeight(USE_PREF_SIZE);
        Label elsewhere = new Label(ELSEWHERE);
        elsewhere.getStyleClass().add("muted");
        elsewhere.setWrapText(true);
        elsewhere.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new SectionHead("Options"), fixed, flow, elsewhere);
    }

    private static FormField owner(PartModel<Table> part) {
        return TextEntry.choosing(
                        part,
                        "Owner",
                        Field.OPTIONS,
                        Table::owner,
                        (table, _) -> table,
                        typed -> ServerChoices.roles(part.table().server(), typed))
                .meaning((sketch, text) ->
                        sketch.with(database -> Edits.handOver(database, part.table().id(), text.strip())))
                .refusing(text -> text.isBlank() ? "A table has an owner." : "")
                .doubting(text -> ServerChoices.noRoles(part.table().server(), List.of(text)));
    }

    private static FormField accessMethod(PartModel<Table> part) {
        return TextEntry.choosing(
                        part,
                        "Access method",
                        Field.OPTIONS,
                        table -> table.accessMethod() == null ? "" : table.accessMethod(),
                        (table, text) -> table.withAccessMethod(text.isBlank() ? null : text.strip()),
                        typed -> ServerChoices.tableMethods(part.table().server(), typed))
                .refusing(text -> text.isBlank() ? "A table is kept by an access method; heap is the usual one." : "")
                .locked(table -> accessMethod(part, table));
    }

    private static String accessMethod(PartModel<Table> part, Table table) {
        if (table.isPartitioned() || table.foreign() != null) {
            return "This kind of table has no rows of its own.";
        }
        return part.base() == null ? "" : Texts.since(part.table().version(), 15);
    }

    private static FormField partitionKey(PartModel<Table> part) {
        return TextEntry.longLine(
                        part,
                        "Partition by",
                        Field.OPTIONS,
                        table -> table.partitionKey() == null ? "" : table.partitionKey(),
                        (table, text) -> partitioned(table, text.strip()))
                .prompt("RANGE (created_at)")
                .mono()
                .locked(table -> part.base() == null
                        ? table.foreign() == null ? "" : "A foreign table has no partitions."
                        : "A table is partitioned from its beginning or not at all.");
    }

    private static Table partitioned(Table table, String key) {
        return key.isEmpty()
                ? table.withPartitionKey(null).withAccessMethod("heap")
                : table.withPartitionKey(key).withAccessMethod(null).withOptions(List.of());
    }

    private static String persistence(Table table) {
        if (table.persistence() == Persistence.TEMPORARY) {
            return "A temporary table goes with its session.";
        }
        return table.foreign() != null || table.isPartitioned() ? "This kind of table has no rows of its own." : "";
    }

    void refresh() {
        fields.forEach(FormField::refresh);
        Table now = part.now();
        String said = now == null ? "" : Kinds.fixed(now);
        fixed.setText(said);
        fixed.setVisible(!said.isEmpty());
        fixed.setManaged(!said.isEmpty());
    }

    /// Gives the focus to a field; false where it is not here.
    boolean show(Field field) {
        return fields.stream()
                .filter(candidate -> candidate.field() == field)
                .findFirst()
                .map(found -> {
                    found.focus();
                    return true;
                })
                .orElse(false);
    }
}
