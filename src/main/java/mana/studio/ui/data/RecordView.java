package mana.studio.ui.data;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import mana.studio.rows.Cell;
import mana.studio.rows.Row;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.CellText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// One row, turned: a line per column. It shows the row under the grid's cursor; Left and Right go to the rows before
/// and after.
final class RecordView extends BorderPane {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");

    private final GridView grid;
    private final GridModel model;
    private final TableView<Line> lines = new TableView<>();
    private final Label position = new Label();

    /// A column and its value in the row.
    record Line(GridColumn column, Cell cell) {}

    RecordView(GridView grid, GridModel model) {
        this.grid = grid;
        this.model = model;
        setId("record-view");
        getStyleClass().add("record-view");
        lines.setId("record-lines");
        lines.getStyleClass().add("edge-to-edge");
        lines.setAccessibleText("Columns of the row");
        lines.getColumns()
                .setAll(List.of(
                        column("Column", "record-name", 200, line -> line.column().column().name()),
                        column("Type", "record-type", 210, line -> line.column().column().type().sql()),
                        column("Value", "record-value", 600, line -> CellText.of(line.cell()))));
        lines.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        lines.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        lines.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        setTop(head());
        setCenter(lines);
        model.selection().range().subscribe(this::follow);
        model.window().openedAt().subscribe(_ -> follow(model.selection().range().get()));
    }

    private HBox head() {
        position.setId("record-position");
        HBox head = new HBox(
                8,
                DataActions.button(Feather.CHEVRON_LEFT, "Previous row (Left)", () -> step(-1)),
                DataActions.button(Feather.CHEVRON_RIGHT, "Next row (Right)", () -> step(1)),
                position);
        head.getStyleClass().add("record-head");
        return head;
    }

    private static TableColumn<Line, Line> column(
            String title, String styleClass, double width, Function<Line, String> text) {
        TableColumn<Line, Line> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        // As much as `timestamp with time zone` needs: the value gives way first.
        column.setMinWidth(Math.min(width, 190));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new TextCell(styleClass, text));
        return column;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case LEFT -> step(-1);
            case RIGHT -> step(1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(int rows) {
        model.selection().move(rows, 0, false);
        grid.reveal();
        CellRange cursor = model.selection().range().get();
        if (cursor != null) {
            int index = model.window().stretch().index(cursor.cursorRow());
            model.window().look(index, index);
        }
    }

    void focusLines() {
        lines.requestFocus();
    }

    private void follow(@Nullable CellRange cursor) {
        Row row = cursor == null ? null : model.window().stretch().row(cursor.cursorRow());
        if (cursor == null || row == null) {
            position.setText("No row selected");
            lines.getItems().clear();
            return;
        }
        String number = Amounts.exact(model.window().stretch().position(cursor.cursorRow()) + 1);
        position.setText("Row " + (model.window().stretch().isExact() ? "" : "≈ ") + number);
        List<Line> now = grid.columns().shown().stream()
                .map(column -> new Line(column, row.cells().get(column.index())))
                .toList();
        if (!lines.getItems().equals(now)) {
            lines.getItems().setAll(now);
        }
        if (lines.getSelectionModel().getSelectedIndex() != cursor.cursorColumn()) {
            lines.getSelectionModel().clearAndSelect(cursor.cursorColumn());
        }
    }

    /// The grid's cursor goes along, so that the value beside follows.
    private void chosen(@Nullable Line line) {
        CellRange cursor = model.selection().range().get();
        if (line != null && cursor != null && cursor.cursorColumn() != line.column().shownAt()) {
            model.selection().select(cursor.cursorRow(), line.column().shownAt());
        }
    }

    private static final class TextCell extends TableCell<Line, Line> {
        private final Function<Line, String> text;

        TextCell(String styleClass, Function<Line, String> text) {
            this.text = text;
            getStyleClass().add(styleClass);
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : text.apply(line));
            pseudoClassStateChanged(NULL, !empty && line != null && line.cell().isNull());
        }
    }
}
