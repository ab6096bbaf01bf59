package mana.studio.ui.data;

/// A rectangle of cells, from the one where it was begun to the one where the cursor is. Rows are places of a
/// {@link RowWindow}; columns are counted from 0 as they stand on screen.
record CellRange(long anchorRow, int anchorColumn, long cursorRow, int cursorColumn) {
    static CellRange of(long row, int column) {
        return new CellRange(row, column, row, column);
    }

    /// The same beginning with the cursor elsewhere.
    CellRange to(long row, int column) {
        return new CellRange(anchorRow, anchorColumn, row, column);
    }

    long top() {
        return Math.min(anchorRow, cursorRow);
    }

    long bottom() {
        return Math.max(anchorRow, cursorRow);
    }

    int left() {
        return Math.min(anchorColumn, cursorColumn);
    }

    int right() {
        return Math.max(anchorColumn, cursorColumn);
    }

    long rows() {
        return bottom() - top() + 1;
    }

    int columns() {
        return right() - left() + 1;
    }

    boolean isSingle() {
        return rows() == 1 && columns() == 1;
    }

    boolean contains(long row, int column) {
        return row >= top() && row <= bottom() && column >= left() && column <= right();
    }

    boolean isCursor(long row, int column) {
        return row == cursorRow && column == cursorColumn;
    }
}
