package mana.studio.ui.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mana.studio.rows.Cell;
import mana.studio.rows.CopyFormat;
import mana.studio.rows.Row;
import mana.studio.rows.RowReader;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Progress;
import org.jspecify.annotations.Nullable;

/// Selected cells as text. Values that were cut are fetched whole first.
final class Copying {
    private final Relation relation;
    private final RowReader reader;
    private final List<Row> rows;
    private final List<Column> columns;
    private final CopyFormat format;

    /// @param rows    the selected ones
    /// @param columns the selected ones, in their order on screen
    Copying(RowReader reader, List<Row> rows, List<Column> columns, CopyFormat format) {
        this.relation = reader.query().relation();
        this.reader = reader;
        this.rows = List.copyOf(rows);
        this.columns = List.copyOf(columns);
        this.format = format;
    }

    /// What was copied, for people: `3 rows × 2 columns as INSERT`.
    String words() {
        return isOneValue()
                ? "the value of " + columns.getFirst().name()
                : Counts.of(rows.size(), "row") + " × " + Counts.of(columns.size(), "column") + " as " + format.label();
    }

    /// The work of making the text.
    Job<String> job() {
        return Job.of("Copying from " + relation.name(), this::text);
    }

    private String text(Progress progress) throws SQLException {
        List<List<Cell>> cells = new ArrayList<>();
        for (Row row : rows) {
            cells.add(cells(row, progress));
            progress.fraction((double) cells.size() / rows.size());
        }
        return isOneValue() ? text(cells.getFirst().getFirst()) : format.write(relation, columns, cells);
    }

    /// One value alone, for a spreadsheet or anywhere, is just the value.
    private boolean isOneValue() {
        return format == CopyFormat.TSV && rows.size() == 1 && columns.size() == 1;
    }

    private static String text(Cell cell) {
        @Nullable String text = cell.text();
        return text == null ? "" : text;
    }

    private List<Cell> cells(Row row, Progress progress) throws SQLException {
        boolean cut = columns.stream().anyMatch(column -> cell(row, column).cut());
        Row whole = cut
                ? reader.whole(row, progress.cancellation())
                        .orElseThrow(() -> new SQLException("A row to copy is no longer there."))
                : row;
        return columns.stream().map(column -> cell(whole, column)).toList();
    }

    private Cell cell(Row row, Column column) {
        return row.cells().get(relation.columns().indexOf(column));
    }
}
