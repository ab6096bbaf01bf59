package mana.studio.ui.design.field;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.ui.design.field.LinesEntry.Content;
import mana.studio.ui.design.state.Constraints;
import mana.studio.ui.design.state.KeyPairs;
import mana.studio.ui.design.state.PartModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A pair of columns of a foreign key.
public final class KeyPairLine implements LinesEntry.Line<ForeignKey> {
    private final PartModel<ForeignKey> part;
    private final int place;
    private final ComboBox<Column> own = combo();
    private final ComboBox<Column> other = combo();
    private final Button out;
    private final HBox node;
    private boolean showing;

    private KeyPairLine(PartModel<ForeignKey> part, int place) {
        this.part = part;
        this.place = place;
        out = RowField.button(Feather.X, "Take out pair " + (place + 1), this::takeOut);
        own.setAccessibleText("Column " + (place + 1));
        other.setAccessibleText("Referenced column " + (place + 1));
        own.valueProperty().addListener((_, _, column) -> chosen(column, true));
        other.valueProperty().addListener((_, _, column) -> chosen(column, false));
        node = new HBox(6, own, new Label("→"), other, out);
        node.getStyleClass().add("row-line");
        HBox.setHgrow(own, Priority.ALWAYS);
        HBox.setHgrow(other, Priority.ALWAYS);
    }

    /// All pairs of a foreign key.
    public static FormField entry(PartModel<ForeignKey> part) {
        return new LinesEntry<>(
                part,
                "Columns",
                new Content<>(
                        key -> key.columns().size(),
                        place -> new KeyPairLine(part, place),
                        KeyPairs::text,
                        key -> part.table().table() instanceof Table table
                                && KeyPairs.next(table, key).isEmpty()),
                "Add pair",
                () -> part.edit("Add a pair to foreign key " + part.name(), key -> added(part, key)));
    }

    private static ForeignKey added(PartModel<ForeignKey> part, ForeignKey key) {
        Table table = part.table().table();
        return table == null ? key : Constraints.renamed(KeyPairs.add(table, target(part, key), key), key, table);
    }

    private static Optional<Table> target(PartModel<ForeignKey> part, ForeignKey key) {
        Database database = part.table().database();
        return database == null ? Optional.empty() : database.table(key.referencedTable());
    }

    private static ComboBox<Column> combo() {
        ComboBox<Column> combo = new ComboBox<>();
        combo.setConverter(new ColumnWords());
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setPrefWidth(150);
        combo.setVisibleRowCount(12);
        return combo;
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        own.requestFocus();
    }

    @Override
    public void show(ForeignKey key) {
        Table table = part.table().table();
        if (table == null) {
            return;
        }
        showing = true;
        Optional<Table> target = target(part, key);
        Column chosen = table.column(key.columns().get(place)).orElse(null);
        String name = place < key.referencedColumns().size()
                ? key.referencedColumns().get(place)
                : "";
        Column referenced = target.flatMap(found -> found.column(name)).orElse(null);
        put(own, KeyPairs.fitting(table.columns(), referenced), chosen);
        put(other, target.map(found -> KeyPairs.referable(found, chosen)).orElse(List.of()), referenced);
        out.setDisable(key.columns().size() < 2);
        showing = false;
    }

    private static void put(ComboBox<Column> combo, List<Column> columns, @Nullable Column chosen) {
        if (!combo.isShowing() && !combo.getItems().equals(columns)) {
            combo.setItems(FXCollections.observableArrayList(columns));
        }
        combo.setValue(chosen);
    }

    private void chosen(@Nullable Column column, boolean first) {
        if (!showing && column != null) {
            part.edit(
                    "Change columns of foreign key " + part.name(),
                    key -> Constraints.renamed(
                            KeyPairs.with(key, place, column.name(), first),
                            key,
                            part.table().table()));
        }
    }

    private void takeOut() {
        part.edit(
                "Take a pair out of foreign key " + part.name(),
                key -> Constraints.renamed(
                        KeyPairs.without(key, place), key, part.table().table()));
    }

    private static final class ColumnWords extends StringConverter<Column> {
        @Override
        public String toString(@Nullable Column column) {
            return column == null ? "" : column.name() + "  " + column.type().sql();
        }

        @Override
        public Column fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
        }
    }
}
