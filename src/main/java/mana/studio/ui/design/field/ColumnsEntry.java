package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Table;
import mana.studio.ui.design.field.FieldBox.Width;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Columns in an order: a chip each, and a field to add one. Alt+Left and Alt+Right move a chip, Delete takes it out.
public final class ColumnsEntry<P> implements FormField {
    private final PartModel<P> part;
    private final String name;
    private final Field field;
    private final Function<P, List<String>> get;
    private final BiFunction<P, List<String>, P> set;
    private final int least;
    private final FlowPane chips = new FlowPane();
    private final TextField adding = new TextField();
    private final Completion completion;
    private final FieldBox box;
    private List<String> shown = List.of();
    private Function<P, String> lock = _ -> "";
    private UnaryOperator<Table> after = table -> table;

    /// @param least how many there must be
    public ColumnsEntry(
            PartModel<P> part,
            String name,
            Field field,
            int least,
            Function<P, List<String>> get,
            BiFunction<P, List<String>, P> set) {
        this.part = part;
        this.name = name;
        this.field = field;
        this.get = get;
        this.set = set;
        this.least = least;
        chips.getStyleClass().add("chips");
        adding.setPromptText("add column");
        adding.getStyleClass().add("chip-adding");
        adding.setAccessibleText("Add a column to " + name.toLowerCase(Locale.ROOT));
        completion = new Completion(adding, this::addable, choice -> add(choice.text()));
        adding.textProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                completion.typed();
            }
        });
        adding.setOnMouseClicked(_ -> completion.openAll());
        adding.setOnAction(_ -> addable(adding.getText()).stream()
                .filter(_ -> !adding.getText().isBlank())
                .findFirst()
                .ifPresent(choice -> add(choice.text())));
        box = new FieldBox(part, name, field, chips, Width.FULL);
        chips.getChildren().add(adding);
    }

    /// @param reason why it cannot be changed; empty where it can
    public ColumnsEntry<P> locked(Function<P, String> reason) {
        lock = reason;
        return this;
    }

    /// @param also what comes with such a change
    public ColumnsEntry<P> with(UnaryOperator<Table> also) {
        after = also;
        return this;
    }

    @Override
    public Region node() {
        return box;
    }

    @Override
    public Field field() {
        return field;
    }

    @Override
    public void focus() {
        adding.requestFocus();
    }

    @Override
    public void refresh() {
        P now = part.now();
        if (now == null) {
            return;
        }
        List<String> columns = get.apply(now);
        if (!columns.equals(shown)) {
            shown = columns;
            rebuild();
        }
        P base = part.base();
        box.lock(lock.apply(now));
        box.show(base == null ? "" : String.join(", ", get.apply(base)), String.join(", ", columns), "");
    }

    private void rebuild() {
        int focusedAt = focusedChip();
        chips.getChildren().removeIf(node -> node != adding);
        for (int i = 0; i < shown.size(); i++) {
            chips.getChildren().add(i, chip(i));
        }
        if (focusedAt >= 0) {
            chips.getChildren().get(Math.min(focusedAt, shown.size())).requestFocus();
        }
    }

    private int focusedChip() {
        for (int i = 0; i < chips.getChildren().size() - 1; i++) {
            if (chips.getChildren().get(i).isFocusWithin()) {
                return i;
            }
        }
        return -1;
    }

    private HBox chip(int place) {
        String column = shown.get(place);
        Button out = new Button(null, Icons.of(Feather.X));
        out.getStyleClass().add("chip-out");
        out.setFocusTraversable(false);
        out.setAccessibleText("Take out " + column);
        out.setDisable(shown.size() <= least);
        out.setOnAction(_ -> takeOut(place));
        HBox chip = new HBox(2, new Label(column), out);
        chip.getStyleClass().add("chip");
        chip.setFocusTraversable(true);
        chip.setAccessibleText(column + ", column " + (place + 1) + " of " + shown.size());
        chip.setOnMousePressed(_ -> chip.requestFocus());
        chip.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(event, place));
        return chip;
    }

    private void pressed(KeyEvent event, int place) {
        KeyCode key = event.getCode();
        if (event.isAltDown() && (key == KeyCode.LEFT || key == KeyCode.UP)) {
            move(place, place - 1);
        } else if (event.isAltDown() && (key == KeyCode.RIGHT || key == KeyCode.DOWN)) {
            move(place, place + 1);
        } else if (key == KeyCode.DELETE || key == KeyCode.BACK_SPACE) {
            takeOut(place);
        } else {
            return;
        }
        event.consume();
    }

    private List<Choice> addable(String typed) {
        Table table = part.table().table();
        return table == null
                ? List.of()
                : Choice.matching(
                        table.columns().stream()
                                .filter(column -> !shown.contains(column.name()))
                                .map(ColumnsEntry::choice)
                                .toList(),
                        typed);
    }

    private static Choice choice(Column column) {
        return Choice.of(column.name(), column.type().sql());
    }

    private void add(String column) {
        adding.clear();
        List<String> columns = new ArrayList<>(shown);
        columns.add(column);
        edit("Add " + column + " to ", columns);
    }

    private void takeOut(int place) {
        if (shown.size() > least) {
            List<String> columns = new ArrayList<>(shown);
            edit("Take " + columns.remove(place) + " out of ", columns);
        }
    }

    private void move(int from, int to) {
        if (to < 0 || to >= shown.size()) {
            return;
        }
        List<String> columns = new ArrayList<>(shown);
        String moved = columns.remove(from);
        columns.add(to, moved);
        edit("Move " + moved + " in ", columns);
        chips.getChildren().get(to).requestFocus();
    }

    private void edit(String what, List<String> columns) {
        part.table()
                .edit(
                        what + part.kind().word() + " " + part.name(),
                        table -> after.apply(part.kind().replace(table, part.id(), old -> set.apply(old, columns))));
    }
}
