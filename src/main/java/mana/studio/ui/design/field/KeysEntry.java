package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.Collations;
import mana.studio.ui.design.state.IndexKeys;
import mana.studio.ui.design.state.KeyOrder;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.Typing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The keys of an index: of each the column or expression, its order, where NULLs go, operator class and collation.
public final class KeysEntry implements FormField {
    private final PartModel<Index> part;
    private final VBox lines = new VBox();
    private final List<Line> shown = new ArrayList<>();
    private final Button add = RowField.adding("Add key", this::add);
    private final FieldBox box;
    private boolean showing;

    public KeysEntry(PartModel<Index> part) {
        this.part = part;
        lines.getStyleClass().add("row-lines");
        box = new FieldBox(part, "Keys: a column or an (expression)", Field.COLUMNS, lines, Width.FULL);
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
        shown.stream().findFirst().ifPresent(line -> line.what.requestFocus());
    }

    @Override
    public void refresh() {
        Index index = part.now();
        if (index == null) {
            return;
        }
        while (shown.size() > index.keys().size()) {
            shown.removeLast();
        }
        while (shown.size() < index.keys().size()) {
            shown.add(new Line(shown.size()));
        }
        boolean before = showing;
        showing = true;
        shown.forEach(line -> line.show(index));
        showing = before;
        List<Region> wanted =
                new ArrayList<>(shown.stream().map(line -> line.node).toList());
        wanted.add(add);
        if (!lines.getChildren().equals(wanted)) {
            lines.getChildren().setAll(wanted);
        }
        Index base = part.base();
        box.show(base == null ? "" : IndexKeys.text(base), IndexKeys.text(index), "");
    }

    private void add() {
        Table table = part.table().table();
        if (table != null) {
            part.edit("Add a key to index " + part.name(), index -> IndexKeys.add(table, index));
            shown.getLast().what.requestFocus();
        }
    }

    private List<Choice> columns(String typed) {
        Table table = part.table().table();
        return table == null
                ? List.of()
                : Choice.matching(
                        table.columns().stream()
                                .map(column ->
                                        Choice.of(column.name(), column.type().sql()))
                                .toList(),
                        typed);
    }

    /// One key.
    private final class Line {
        private final int place;
        private final TextField what;
        private final ComboBox<KeyOrder> order = new ComboBox<>();
        private final TextField operators;
        private final TextField collation;
        private final Button up;
        private final Button out;
        private final HBox node;
        private final Completion names;
        private @Nullable Typing typing;

        Line(int place) {
            this.place = place;
            what = field("Key", 150);
            operators = field("Operator class", 88);
            collation = field("Collation", 80);
            up = RowField.button(
                    Feather.ARROW_UP,
                    "Move key " + (place + 1) + " up",
                    () -> edit("Move key of", index -> IndexKeys.up(index, place)));
            out = RowField.button(
                    Feather.X,
                    "Take out key " + (place + 1),
                    () -> edit("Take a key out of", index -> IndexKeys.without(index, place)));
            operators.setPromptText("operators");
            collation.setPromptText("collation");
            what.getStyleClass().add("mono-field");
            names = new Completion(what, KeysEntry.this::columns, choice -> take(what, choice));
            new Completion(
                    collation,
                    typed -> Collations.matching(part.table().database(), typed),
                    choice -> take(collation, choice));
            new Completion(operators, this::classes, choice -> take(operators, choice));
            order.getItems().setAll(KeyOrder.values());
            order.setAccessibleText("Order of key " + (place + 1));
            order.setMinWidth(Region.USE_PREF_SIZE);
            order.setPrefWidth(134);
            order.valueProperty().addListener((_, _, value) -> changed(value::put));
            listen(what, IndexKeys::with);
            listen(operators, IndexKeys::operatorClass);
            listen(collation, IndexKeys::collation);
            node = new HBox(4, what, order, operators, collation, up, out);
            node.getStyleClass().add("row-line");
            HBox.setHgrow(what, Priority.ALWAYS);
        }

        private List<Choice> classes(String typed) {
            Index index = part.now();
            return Choice.matching(IndexKeys.operatorClasses(index == null ? "btree" : index.method()), typed);
        }

        private TextField field(String name, double width) {
            TextField field = new TextField();
            field.setPrefWidth(width);
            field.setMinWidth(width > 100 ? 80 : width);
            field.setAccessibleText(name + " " + (place + 1));
            return field;
        }

        private void listen(TextField field, BiFunction<Index.Key, String, Index.Key> set) {
            field.focusedProperty()
                    .subscribe(focused -> typing = focused ? part.table().typing() : null);
            field.textProperty().addListener((_, _, text) -> {
                Typing session = typing;
                if (!showing && session != null) {
                    showing = true;
                    part.type(
                            session,
                            "Change keys of index " + part.name(),
                            index -> IndexKeys.changed(tableOf(), index, place, key -> set.apply(key, text)));
                    showing = false;
                    if (field == what) {
                        names.typed();
                    }
                }
            });
        }

        private Optional<Table> tableOf() {
            return Optional.ofNullable(part.table().table());
        }

        private void take(TextField field, Choice choice) {
            field.setText(choice.text());
            field.positionCaret(choice.text().length());
            names.close();
        }

        void show(Index index) {
            Index.Key key = index.keys().get(place);
            boolean ordered = index.method().equals("btree");
            order.setValue(KeyOrder.of(key));
            order.setDisable(!ordered);
            put(what, IndexKeys.what(key));
            put(operators, key.operatorClass() == null ? "" : Collations.text(key.operatorClass()));
            put(collation, key.collation() == null ? "" : Collations.text(key.collation()));
            up.setDisable(place == 0);
            out.setDisable(index.keys().size() < 2);
        }

        /// What is being typed stays, unless it means something else by now.
        private void put(TextField field, String text) {
            boolean typedHere = field.isFocused() && showingTyped();
            if (!typedHere && !field.getText().equals(text)) {
                int caret = field.getCaretPosition();
                field.setText(text);
                field.positionCaret(Math.min(caret, text.length()));
            }
        }

        private boolean showingTyped() {
            Typing session = typing;
            return session != null && session.isWriting();
        }

        private void changed(UnaryOperator<Index.Key> change) {
            if (!showing) {
                edit("Change keys of", index -> IndexKeys.changed(tableOf(), index, place, change));
            }
        }

        private void edit(String label, UnaryOperator<Index> change) {
            part.edit(label + " index " + part.name(), change);
        }
    }
}
