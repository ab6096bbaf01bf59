package mana.studio.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;

/// Walks by counting rows, where a relation has nothing that tells them apart. A row's key is its position.
final class OffsetWalk implements Walk {
    private final Server server;
    private final Selection selection;

    OffsetWalk(Server server, Selection selection) {
        this.server = server;
        this.selection = selection;
    }

    @Override
    public Page first(int limit, Cancellation cancellation) throws SQLException {
        return from(0, limit, cancellation);
    }

    @Override
    public Page last(int limit, Cancellation cancellation) throws SQLException {
        long count = server.one(
                        selection.from(Sql.of("TRUE")).in("SELECT count(*)", ""),
                        result -> result.getLong(1),
                        cancellation)
                .orElseThrow();
        return from(Math.max(0, count - limit), limit, cancellation);
    }

    @Override
    public Page after(Row row, int limit, Cancellation cancellation) throws SQLException {
        return from(position(row) + 1, limit, cancellation);
    }

    @Override
    public Page before(Row row, int limit, Cancellation cancellation) throws SQLException {
        long end = position(row);
        long start = Math.max(0, end - limit);
        Page page = from(start, (int) (end - start), cancellation);
        return new Page(page.rows(), start == 0, false);
    }

    @Override
    public Optional<Page> at(long position, int limit, Cancellation cancellation) throws SQLException {
        Page page = from(position, limit, cancellation);
        return page.rows().isEmpty() && position > 0 ? Optional.empty() : Optional.of(page);
    }

    private Page from(long position, int limit, Cancellation cancellation) throws SQLException {
        List<Row> read = server.list(
                selection.rows(new Range(Sql.of("TRUE"), 0), true, position, limit + 1L), selection::row, cancellation);
        boolean atEnd = read.size() <= limit;
        List<Row> rows = new ArrayList<>();
        for (Row row : atEnd ? read : read.subList(0, limit)) {
            List<Cell> key = new ArrayList<>(row.key());
            key.add(Cell.of(Long.toString(position + rows.size())));
            rows.add(new Row(row.cells(), key));
        }
        return new Page(rows, position == 0, atEnd);
    }

    private static long position(Row row) {
        return Long.parseLong(Objects.requireNonNull(row.key().getLast().text()));
    }

    /// Nothing identifies the row but what it holds.
    @Override
    public Sql identity(Row row) {
        List<Sql> conditions = new ArrayList<>();
        List<Column> columns = selection.query().relation().columns();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            String text = CellText.whole(columns.get(i), "");
            String value = cell.text();
            if (value == null) {
                conditions.add(Sql.of("(" + text + ") IS NULL"));
            } else if (!cell.cut()) {
                conditions.add(Sql.of("(" + text + ") = ?", value));
            } else if (CellText.of(columns.get(i).type()) == CellText.CHARACTERS) {
                conditions.add(Sql.of("pg_catalog.left(" + text + ", " + CellText.LIMIT + ") = ?", value));
            }
        }
        return Sql.and(conditions);
    }
}
