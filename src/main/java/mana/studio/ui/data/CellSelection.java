package mana.studio.ui.data;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The selected rectangle of a grid. It never reaches beyond the rows in memory and the columns on screen; it is
/// nothing while there are none. Its cost does not depend on its size.
final class CellSelection {
    private final ReadOnlyObjectWrapper<@Nullable CellRange> range = new ReadOnlyObjectWrapper<>();
    private long firstRow;
    private long endRow;
    private int columns;

    /// The rectangle; null for none.
    ReadOnlyObjectProperty<@Nullable CellRange> range() {
        return range.getReadOnlyProperty();
    }

    /// Says which rows and columns there are; the selection is narrowed to them.
    ///
    /// @param newEndRow the place after the last row
    void bound(long newFirstRow, long newEndRow, int newColumns) {
        firstRow = newFirstRow;
        endRow = newEndRow;
        columns = newColumns;
        CellRange selected = range.get();
        if (selected != null) {
            boolean gone = selected.bottom() < firstRow || selected.top() >= endRow || isEmpty();
            range.set(gone ? null : narrowed(selected));
        }
    }

    /// Puts the cursor on a cell, or on the nearest one there is.
    void select(long row, int column) {
        choose(CellRange.of(row, column));
    }

    /// Draws the rectangle to a cell.
    void extend(long row, int column) {
        CellRange selected = range.get();
        choose(selected == null ? CellRange.of(row, column) : selected.to(row, column));
    }

    /// Moves the cursor.
    ///
    /// @param extending draws the rectangle along
    void move(long rowsDown, int columnsRight, boolean extending) {
        CellRange selected = range.get();
        if (selected == null) {
            select(firstRow, 0);
        } else if (extending) {
            extend(selected.cursorRow() + rowsDown, selected.cursorColumn() + columnsRight);
        } else {
            select(selected.cursorRow() + rowsDown, selected.cursorColumn() + columnsRight);
        }
    }

    /// Selects whole rows, the cursor staying in its column.
    void selectRow(long row, boolean extending) {
        CellRange selected = range.get();
        long from = extending && selected != null ? selected.anchorRow() : row;
        choose(new CellRange(from, columns - 1, row, 0));
    }

    /// Selects everything in memory.
    void selectAll() {
        choose(new CellRange(endRow - 1, columns - 1, firstRow, 0));
    }

    /// Selects a rectangle, narrowed to what there is.
    void choose(CellRange chosen) {
        range.set(isEmpty() ? null : narrowed(chosen));
    }

    void clear() {
        range.set(null);
    }

    private boolean isEmpty() {
        return endRow <= firstRow || columns == 0;
    }

    private CellRange narrowed(CellRange wide) {
        return new CellRange(
                Math.clamp(wide.anchorRow(), firstRow, endRow - 1),
                Math.clamp(wide.anchorColumn(), 0, columns - 1),
                Math.clamp(wide.cursorRow(), firstRow, endRow - 1),
                Math.clamp(wide.cursorColumn(), 0, columns - 1));
    }
}
