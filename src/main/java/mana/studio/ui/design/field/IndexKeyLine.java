package mana.studio.ui.design.field;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.schema.DataType;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.ui.design.field.LinesEntry.Content;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.Collations;
import mana.studio.ui.design.state.IndexKeys;
import mana.studio.ui.design.state.KeyOrder;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ServerChoices;
import mana.studio.ui.design.state.Typing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A key of an index: the column or expression, its order, where NULLs go, operator class and collation.
public final class IndexKeyLine implements LinesEntry.Line<Index> {
    private final PartModel<Index> part;
    private final int place;
    private final Word what;
    private final ComboBox<KeyOrder> order = new ComboBox<>();
    private final Word operators;
    private final Word collation;
    private final Button up;
    private final Button out;
    private final HBox node;
    private boolean showing;

    private IndexKeyLine(PartModel<Index> part, int place) {
        this.part = part;
        this.place = place;
        what = new Word("Key", 150, IndexKeys::with, this::columns);
        operators = new Word("Operator class", 88, IndexKeys::operatorClass, this::classes);
        collation = new Word("Collation", 80, IndexKeys::collation, this::collations);
        what.field.getStyleClass().add("mono-field");
        operators.field.setPromptText("operators");
        operators.field.setTooltip(
                new Tooltip("Operator class, with its options in parentheses: gist_trgm_ops(siglen=32)"));
        collation.field.setPromptText("collation");
        order.getItems().setAll(KeyOrder.values());
        order.setAccessibleText("Order of key " + (place + 1));
        order.setMinWidth(Region.USE_PREF_SIZE);
        order.setPrefWidth(134);
        order.valueProperty().addListener((_, _, value) -> ordered(value));
        up = RowField.button(
                Feather.ARROW_UP,
                "Move key " + (place + 1) + " up",
                () -> edit("Move key of", index -> IndexKeys.up(index, place)));
        out = RowField.button(
                Feather.X,
                "Take out key " + (place + 1),
                () -> edit("Take a key out of", index -> IndexKeys.without(index, place)));
        node = new HBox(4, what.field, order, operators.field, collation.field, up, out);
        node.getStyleClass().add("row-line");
        HBox.setHgrow(what.field, Priority.ALWAYS);
        HBox.setHgrow(operators.field, Priority.ALWAYS);
    }

    /// All keys of an index.
    public static FormField entry(PartModel<Index> part) {
        return new LinesEntry<>(
                part,
                "Keys: a column or an (expression)",
                new Content<>(
                        index -> index.keys().size(),
                        place -> new IndexKeyLine(part, place),
                        IndexKeys::text,
                        _ -> false),
                "Add key",
                () -> {
                    Table table = part.table().table();
                    if (table != null) {
                        part.edit("Add a key to index " + part.name(), index -> IndexKeys.add(table, index));
                    }
                });
    }

    private Index changed(Index index, UnaryOperator<Index.Key> change) {
        return IndexKeys.changed(Optional.ofNullable(part.table().table()), index, place, change);
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

    private List<Choice> classes(String typed) {
        Index index = part.now();
        return index == null || typed.contains("(")
                ? List.of()
                : ServerChoices.operatorClasses(part.table().server(), index.method(), type(index), typed);
    }

    private @Nullable DataType type(Index index) {
        Table table = part.table().table();
        String column = place < index.keys().size() ? index.keys().get(place).column() : null;
        return table == null || column == null
                ? null
                : table.column(column).map(found -> found.type()).orElse(null);
    }

    private List<Choice> collations(String typed) {
        return ServerChoices.collations(part.table().server(), part.table().database(), typed);
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public void focus() {
        what.field.requestFocus();
    }

    @Override
    public void show(Index index) {
        Index.Key key = index.keys().get(place);
        boolean before = showing;
        showing = true;
        order.setValue(KeyOrder.of(key));
        // Only a btree has an order. One that is left over from a btree stays in sight, to be taken back.
        order.setVisible(index.method().equals("btree") || order.getValue() != KeyOrder.ASCENDING);
        order.setManaged(order.isVisible());
        what.show(IndexKeys.what(key));
        operators.show(IndexKeys.operators(key));
        collation.show(key.collation() == null ? "" : Collations.text(key.collation()));
        up.setDisable(place == 0);
        out.setDisable(index.keys().size() < 2);
        showing = before;
    }

    private void ordered(@Nullable KeyOrder value) {
        if (!showing && value != null) {
            edit("Change keys of", index -> changed(index, value::put));
        }
    }

    private void edit(String label, UnaryOperator<Index> change) {
        part.edit(label + " index " + part.name(), change);
    }

    /// A text of the key.
    private final class Word {
        private final TextField field = new TextField();
        private final BiFunction<Index.Key, String, Index.Key> set;
        private final Completion completion;
        private @Nullable Typing typing;
        private String known = "";
        private boolean writing;

        Word(
                String name,
                double width,
                BiFunction<Index.Key, String, Index.Key> set,
                Function<String, List<Choice>> choices) {
            this.set = set;
            field.setPrefWidth(width);
            field.setMinWidth(width > 100 ? 80 : width);
            field.setAccessibleText(name + " " + (place + 1));
            completion = new Completion(field, choices, this::take);
            field.focusedProperty().subscribe(this::focused);
            field.textProperty().addListener((_, _, text) -> typed(text));
        }

        private void typed(String text) {
            Typing session = typing;
            if (!showing && session != null) {
                writing = true;
                part.type(
                        session,
                        "Change keys of index " + part.name(),
                        index -> changed(index, key -> set.apply(key, text)));
                writing = false;
                completion.typed();
            }
        }

        private void take(Choice choice) {
            field.setText(choice.text());
            field.positionCaret(choice.text().length());
            completion.close();
        }

        /// What was typed may be written otherwise in the design: it is shown so once the field is left.
        private void focused(boolean focused) {
            typing = focused ? part.table().typing() : null;
            if (!focused) {
                put(known);
            }
        }

        /// What is being typed stays, unless it means something else by now.
        void show(String text) {
            if (!text.equals(known)) {
                known = text;
                if (!writing) {
                    put(text);
                }
            }
        }

        private void put(String text) {
            boolean before = showing;
            showing = true;
            if (!field.getText().equals(text)) {
                int caret = field.getCaretPosition();
                field.setText(text);
                field.positionCaret(Math.min(caret, text.length()));
            }
            showing = before;
        }
    }
}
