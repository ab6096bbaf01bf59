package mana.studio.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;

/// Reads the rows of one query, page by page. Holds no connection, transaction or cursor between calls: each statement
/// borrows a connection and gives it back, and most calls are one statement. Safe for use by several threads.
///
/// Every method that reads throws {@link ConditionException} where the raw condition is not one condition,
/// `SQLException` where the server refuses, and {@link java.util.concurrent.CancellationException} where stopping was
/// asked for, before or while the server worked.
public final class RowReader {
    /// So many rows can be counted off from the start on the way to a page.
    private static final long NEAR = 20_000;

    private final Server server;
    private final RowQuery query;
    private final Paging paging;
    private volatile Anchors anchors = Anchors.NONE;

    public RowReader(DataSource source, RowQuery query) {
        this.server = new Server(source);
        this.query = query;
        this.paging = Order.of(query).paging();
    }

    public RowQuery query() {
        return query;
    }

    /// How the rows are walked, and so what depth costs.
    public Paging paging() {
        return paging;
    }

    /// The first rows.
    public Page first(int limit, Cancellation cancellation) throws SQLException {
        return walk().first(limit, cancellation);
    }

    /// The last rows, in the order of the query.
    public Page last(int limit, Cancellation cancellation) throws SQLException {
        return walk().last(limit, cancellation);
    }

    /// The rows that follow a row.
    public Page after(Row row, int limit, Cancellation cancellation) throws SQLException {
        return walk().after(row, limit, cancellation);
    }

    /// The rows that come before a row, in the order of the query.
    public Page before(Row row, int limit, Cancellation cancellation) throws SQLException {
        return walk().before(row, limit, cancellation);
    }

    /// The rows from a position on, counted from 0, or the last ones where it lies beyond them; exact where
    /// {@link #isExact} says so, otherwise near it.
    public Page at(long position, int limit, Cancellation cancellation) throws SQLException {
        if (!isExact(position) && anchors.keys().isEmpty()) {
            anchors = new AnchorBuilder(server, selection()).sampled(cancellation);
        }
        // Near the start counting is better than a guess.
        boolean known = anchors.exact() || !isExact(position);
        Optional<Page> page = walk(known ? anchors : Anchors.NONE).at(position, limit, cancellation);
        return page.isPresent() ? page.get() : last(limit, cancellation);
    }

    /// Whether {@link #at} finds exactly this position, as of the time when {@link #buildAnchors} ran: always near the
    /// start and by offset, and everywhere once there are anchors.
    public boolean isExact(long position) {
        return paging == Paging.BY_OFFSET || anchors.exact() || position <= NEAR;
    }

    /// Learns where every 1,000th row is (fewer in a large relation: never more than 10,000 of them), so that
    /// {@link #at} is exact and fast; cancellable between steps. Does nothing where rows are walked by offset.
    public void buildAnchors(Cancellation cancellation) throws SQLException {
        if (paging != Paging.BY_OFFSET) {
            anchors = new AnchorBuilder(server, selection()).exact(cancellation);
        }
    }

    /// The number of rows as the server estimates it, without counting; empty where it does not know.
    public OptionalLong estimate(Cancellation cancellation) throws SQLException {
        return new Counts(server, selection()).estimate(cancellation);
    }

    /// The exact number of rows.
    public long count(Cancellation cancellation) throws SQLException {
        return new Counts(server, selection()).count(cancellation);
    }

    /// Asks the server to plan the query, so that a wrong condition is refused before it runs.
    ///
    /// @throws ConditionException if the raw condition is what it refuses; it knows where
    public void check(Cancellation cancellation) throws SQLException {
        new Counts(server, selection()).check(cancellation);
    }

    /// The whole text of one value, however large: {@link Cell#NULL} for NULL, empty where the row is gone.
    public Optional<Cell> value(Row row, String column, Cancellation cancellation) throws SQLException {
        Column wanted = Columns.of(query.relation(), column);
        return read(row, List.of(wanted), cancellation).map(List::getFirst);
    }

    /// The row with every value whole, as {@link CopyFormat} wants it; empty where the row is gone.
    public Optional<Row> whole(Row row, Cancellation cancellation) throws SQLException {
        List<Column> cut = query.relation().columns().stream()
                .filter(column -> row.cells().get(Columns.indexOf(query.relation(), column.name())).cut())
                .toList();
        if (cut.isEmpty()) {
            return Optional.of(row);
        }
        return read(row, cut, cancellation).map(values -> {
            List<Cell> cells = new ArrayList<>(row.cells());
            for (int i = 0; i < cut.size(); i++) {
                cells.set(Columns.indexOf(query.relation(), cut.get(i).name()), values.get(i));
            }
            return new Row(cells, row.key());
        });
    }

    private Optional<List<Cell>> read(Row row, List<Column> columns, Cancellation cancellation) throws SQLException {
        Selection selection = selection();
        Sql statement = selection.values(columns, walk().identity(row));
        return server.one(
                statement,
                result -> {
                    List<Cell> cells = new ArrayList<>();
                    for (Column column : columns) {
                        cells.add(CellText.of(column.type()).whole(result.getString(cells.size() + 1)));
                    }
                    return cells;
                },
                cancellation);
    }

    private Selection selection() throws ConditionException {
        return Selection.of(query);
    }

    private Walk walk() throws ConditionException {
        return walk(Anchors.NONE);
    }

    private Walk walk(Anchors known) throws ConditionException {
        return paging == Paging.BY_OFFSET
                ? new OffsetWalk(server, selection())
                : new KeyWalk(server, selection(), known);
    }
}
