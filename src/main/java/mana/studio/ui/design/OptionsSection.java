package mana.studio.ui.design;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Table;
import mana.studio.schema.Table.Persistence;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.FieldFlow;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.SectionHead;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ReplicaIdentities;

/// How the table is kept.
final class OptionsSection extends VBox {
    private final PartModel<Table> part;
    private final List<FormField> fields;
    private final Label fixed = new Label();

    OptionsSection(PartModel<Table> part) {
        this.part = part;
        fields = List.of(
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
                Fields.tablespace(part, Table::tablespace, Table::withTablespace),
                Fields.options(part, Table::options, Table::withOptions, "fillfactor=80"));
        getStyleClass().add("form-section");
        FieldFlow flow = new FieldFlow();
        fields.forEach(field -> flow.getChildren().add(field.node()));
        fixed.getStyleClass().add("muted");
        fixed.setWrapText(true);
        fixed.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(new SectionHead("Options"), fixed, flow);
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
