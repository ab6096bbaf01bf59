package mana.studio.rows;

import java.sql.SQLException;
import java.util.OptionalLong;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;

/// Reads the rows of one query, page by page. Holds no connection, transaction or cursor between calls: each call
/// borrows one connection for one statement. Safe for use by several threads.
public final class RowReader {
    private final DataSource source;
    private final RowQuery query;

    public RowReader(DataSource source, RowQuery query) {
        this.source = source;
        this.query = query;
    }

    public RowQuery query() {
        return query;
    }

    /// The first rows.
    public Page first(int limit, Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The last rows, in the order of the query.
    public Page last(int limit, Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The rows that follow a row.
    public Page after(Row row, int limit, Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The rows that come before a row, in the order of the query.
    public Page before(Row row, int limit, Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The rows from a position on, counted from 0; exact where {@link #buildAnchors} has finished or the position is
    /// near the start, otherwise near it.
    public Page at(long position, int limit, Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// Learns where every 10,000th row is, so that {@link #at} is exact and fast; cancellable between steps.
    public void buildAnchors(Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The number of rows as the server estimates it, without counting; empty where it does not know.
    public OptionalLong estimate(Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The exact number of rows.
    public long count(Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// Asks the server to plan the query, so that a wrong condition is refused before it runs.
    public void check(Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }

    /// The whole text of one value, however large; null for NULL, empty where the row is gone.
    public java.util.Optional<Cell> value(Row row, String column, Cancellation cancellation) throws SQLException {
        throw new UnsupportedOperationException();
    }
}
