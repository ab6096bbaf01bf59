package mana.studio.ui.data;

import javafx.scene.input.KeyEvent;

/// Moves the cursor of a grid by the keyboard: arrows, pages, Home and End for the first and the last row; with Shift
/// the selection is drawn along, with Ctrl the arrows go to the edges.
final class GridKeys {
    private static final int FAR = 1_000_000;

    private final GridView grid;
    private final GridModel model;

    GridKeys(GridView grid, GridModel model) {
        this.grid = grid;
        this.model = model;
        grid.table().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (!event.isAltDown() && !event.isMetaDown() && handled(event)) {
            event.consume();
        }
    }

    private boolean handled(KeyEvent event) {
        int step = event.isShortcutDown() ? FAR : 1;
        return switch (event.getCode()) {
            case UP, KP_UP -> move(-step, 0, event);
            case DOWN, KP_DOWN -> move(step, 0, event);
            case LEFT, KP_LEFT -> move(0, -step, event);
            case RIGHT, KP_RIGHT -> move(0, step, event);
            case PAGE_UP -> move(-page(), 0, event);
            case PAGE_DOWN -> move(page(), 0, event);
            case HOME -> toStart();
            case END -> toEnd();
            case A -> event.isShortcutDown() && selectAll();
            case ESCAPE -> collapse();
            default -> false;
        };
    }

    private int page() {
        Viewport seen = grid.viewport();
        return seen == null ? 1 : Math.max(1, seen.rows() - 1);
    }

    private boolean move(int rows, int columns, KeyEvent event) {
        model.selection().move(rows, columns, event.isShiftDown());
        grid.reveal();
        return true;
    }

    private boolean toStart() {
        model.window().toStart();
        return true;
    }

    private boolean toEnd() {
        model.window().toEnd();
        return true;
    }

    private boolean selectAll() {
        model.selection().selectAll();
        return true;
    }

    private boolean collapse() {
        CellRange selected = model.selection().range().get();
        if (selected == null || selected.isSingle()) {
            return false;
        }
        model.selection().select(selected.cursorRow(), selected.cursorColumn());
        return true;
    }
}
