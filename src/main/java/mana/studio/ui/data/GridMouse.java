package mana.studio.ui.data;

import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// Draws the selection of a grid by the mouse: press, drag, Shift and press; a press on a row's number takes the row.
final class GridMouse {
    private final GridView grid;
    private final GridModel model;
    private final RowNumbers numbers;
    private boolean drawing;

    GridMouse(GridView grid, GridModel model, RowNumbers numbers) {
        this.grid = grid;
        this.model = model;
        this.numbers = numbers;
        grid.table().addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        grid.table().addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        grid.table().addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> drawing = false);
        numbers.setOnMousePressed(event -> numberPressed(event, event.isShiftDown()));
        numbers.setOnMouseDragged(event -> numberPressed(event, true));
    }

    private void pressed(MouseEvent event) {
        GridCell cell = cellAt(event);
        drawing = cell != null && event.getButton() == MouseButton.PRIMARY;
        if (cell == null) {
            return;
        }
        grid.table().requestFocus();
        long place = model.window().stretch().place(cell.getIndex());
        int column = cell.column().shownAt();
        CellRange selected = model.selection().range().get();
        if (event.getButton() == MouseButton.SECONDARY) {
            if (selected == null || !selected.contains(place, column)) {
                model.selection().select(place, column);
            }
        } else if (event.isShiftDown()) {
            model.selection().extend(place, column);
        } else {
            model.selection().select(place, column);
        }
    }

    private void dragged(MouseEvent event) {
        if (!drawing) {
            return;
        }
        GridCell cell = cellAt(event);
        if (cell != null) {
            model.selection().extend(model.window().stretch().place(cell.getIndex()), cell.column().shownAt());
        } else {
            beyond(event.getY());
        }
        event.consume();
    }

    /// Dragging above or below the rows scrolls.
    private void beyond(double y) {
        if (y < numbers.top() || y > grid.table().getHeight()) {
            model.selection().move(y < numbers.top() ? -1 : 1, 0, true);
            grid.reveal();
        }
    }

    private void numberPressed(MouseEvent event, boolean extending) {
        Viewport seen = grid.viewport();
        double y = event.getY() - numbers.top();
        if (seen != null && y >= 0) {
            grid.table().requestFocus();
            int line = (int) ((y + seen.hiddenOfFirst()) / grid.table().getFixedCellSize());
            model.selection().selectRow(model.window().stretch().place(seen.first() + line), extending);
        }
    }

    private static @Nullable GridCell cellAt(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null) {
            if (node instanceof GridCell cell) {
                return cell.isEmpty() ? null : cell;
            }
            node = node.getParent();
        }
        return null;
    }
}
