package mana.studio.rows;

import java.util.List;

/// Rows that follow each other.
///
/// @param atStart no row comes before them
/// @param atEnd   no row comes after them
public record Page(List<Row> rows, boolean atStart, boolean atEnd) {
    public Page {
        rows = List.copyOf(rows);
    }
}
