package mana.studio.ui.data;

import javafx.scene.control.TableColumn;
import mana.studio.rows.Row;
import mana.studio.schema.Column;

/// A column of the grid.
final class GridColumn {
    private final Column column;
    private final int index;
    private final KeyMarks marks;
    private final TableColumn<Row, Row> control = new TableColumn<>();
    private int shownAt;

    /// @param index where it stands in the relation, counted from 0
    GridColumn(Column column, int index, KeyMarks marks) {
        this.column = column;
        this.index = index;
        this.marks = marks;
        this.shownAt = index;
    }

    Column column() {
        return column;
    }

    int index() {
        return index;
    }

    KeyMarks marks() {
        return marks;
    }

    TableColumn<Row, Row> control() {
        return control;
    }

    /// Where it stands on screen, counted from 0; -1 while hidden.
    int shownAt() {
        return shownAt;
    }

    void showAt(int place) {
        shownAt = place;
    }
}
