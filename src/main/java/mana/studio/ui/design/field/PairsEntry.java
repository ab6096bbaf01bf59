package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.Constraints;
import mana.studio.ui.design.state.KeyPairs;
import mana.studio.ui.design.state.PartModel;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The pairs of columns of a foreign key.
public final class PairsEntry implements FormField {
    private final PartModel<ForeignKey> part;
    private final VBox lines = new VBox();
    private final List<Line> shown = new ArrayList<>();
    private final Button add = RowField.adding("Add pair", this::add);
    private final FieldBox box;
    private boolean showing;

    public PairsEntry(PartModel<ForeignKey> part) {
        this.part = part;
        lines.getStyleClass().add("row-lines");
        box = new FieldBox(part, "Columns", Field.COLUMNS, lines, Width.FULL);
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Field field() {
        return Field.COLUMNS;
    }

    @Override
    public void focus() {
        shown.stream().findFirst().ifPresent(line -> line.own.requestFocus());
    }

    @Override
    public void refresh() {
        ForeignKey key = part.now();
        Table table = part.table().table();
        if (key == null || table == null) {
            return;
        }
        while (shown.size() > key.columns().size()) {
            shown.removeLast();
        }
        while (shown.size() < key.columns().size()) {
            shown.add(new Line(shown.size()));
        }
        showing = true;
        Optional<Table> target = target(key);
        shown.forEach(line -> line.show(key, table, target));
        showing = false;
        List<Region> wanted =
                new ArrayList<>(shown.stream().map(line -> line.node).toList());
        wanted.add(add);
        if (!lines.getChildren().equals(wanted)) {
            lines.getChildren().setAll(wanted);
        }
        add.setDisable(KeyPairs.next(table, key).isEmpty());
        ForeignKey base = part.base();
        box.show(base == null ? "" : KeyPairs.text(base), KeyPairs.text(key), "");
    }

    private Optional<Table> target(ForeignKey key) {
        Database database = part.table().database();
        return database == null ? Optional.empty() : database.table(key.referencedTable());
    }

    private void add() {
        part.edit("Add a pair to foreign key " + part.name(), key -> {
            Table table = part.table().table();
            return table == null ? key : Constraints.renamed(KeyPairs.add(table, target(key), key), key, table);
        });
    }

    /// One pair.
    private final class Line {
        private final int place;
        private final ComboBox<Column> own = combo();
        private final ComboBox<Column> other = combo();
        private final Button out;
        private final HBox node;

        Line(int place) {
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

        private ComboBox<Column> combo() {
            ComboBox<Column> combo = new ComboBox<>();
            combo.setConverter(new ColumnWords());
            combo.setMaxWidth(Double.MAX_VALUE);
            combo.setPrefWidth(150);
            combo.setVisibleRowCount(12);
            return combo;
        }

        void show(ForeignKey key, Table table, Optional<Table> target) {
            Column chosen = table.column(key.columns().get(place)).orElse(null);
            String name = place < key.referencedColumns().size()
                    ? key.referencedColumns().get(place)
                    : "";
            Column referenced = target.flatMap(found -> found.column(name)).orElse(null);
            put(own, KeyPairs.fitting(table.columns(), referenced), chosen);
            put(other, target.map(found -> KeyPairs.referable(found, chosen)).orElse(List.of()), referenced);
            out.setDisable(key.columns().size() < 2);
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
