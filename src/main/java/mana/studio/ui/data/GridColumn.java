package mana.studio.ui.data;

import java.util.List;
import javafx.scene.control.TableColumn;
import mana.studio.rows.Row;
import mana.studio.schema.Column;
import mana.studio.ui.kit.ColumnMark;

/// A column of the grid.
final class GridColumn {
    private final Column column;
    private final int index;
    private final List<ColumnMark> marks;
    private final TableColumn<Row, Row> control = new TableColumn<>();
    private int shownAt;

    /// @param index where it stands in the relation, counted from 0
    GridColumn(Column column, int index, List<ColumnMark> marks) {
        this.column = column;
        this.index = index;
        this.marks = List.copyOf(marks);
        this.shownAt = index;
    }

    Column column() {
        return column;
    }

    int index() {
        return index;
    }

    List<ColumnMark> marks() {
        return marks;
    }

    boolean isForeignKey() {
        return marks.stream().anyMatch(mark -> mark.kind() == ColumnMark.Kind.FOREIGN_KEY);
    }

    boolean isPrimaryKey() {
        return marks.stream().anyMatch(mark -> mark.kind() == ColumnMark.Kind.PRIMARY_KEY);
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
