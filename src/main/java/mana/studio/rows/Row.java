package mana.studio.rows;

import java.util.List;

/// A row: a cell per column of the relation, in its order, and what identifies it.
///
/// @param key the whole text of each sort key and primary key column, for paging and for finding the row again; empty
///            where the relation has no key
public record Row(List<Cell> cells, List<Cell> key) {
    public Row {
        cells = List.copyOf(cells);
        key = List.copyOf(key);
    }
}
