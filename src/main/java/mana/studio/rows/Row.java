package mana.studio.rows;

import java.util.List;

/// A row: a cell per column of the relation, in its order, and what identifies it.
///
/// @param key the text of each sort key and of what identifies the row, for paging and for finding it again by the
///            reader that read it; where nothing identifies it ({@link Paging#BY_OFFSET}), its position comes last
public record Row(List<Cell> cells, List<Cell> key) {
    public Row {
        cells = List.copyOf(cells);
        key = List.copyOf(key);
    }
}
