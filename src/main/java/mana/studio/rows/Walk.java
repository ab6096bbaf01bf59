package mana.studio.rows;

import java.sql.SQLException;
import java.util.Optional;
import mana.studio.connection.Cancellation;

/// A way to walk the rows of a query.
sealed interface Walk permits KeyWalk, OffsetWalk {
    Page first(int limit, Cancellation cancellation) throws SQLException;

    Page last(int limit, Cancellation cancellation) throws SQLException;

    Page after(Row row, int limit, Cancellation cancellation) throws SQLException;

    Page before(Row row, int limit, Cancellation cancellation) throws SQLException;

    /// The rows from a position on; empty where there is none so far on, or where a guess came to the end.
    Optional<Page> at(long position, int limit, Cancellation cancellation) throws SQLException;

    /// That a row of the relation is the one with this key.
    Sql identity(Row row);
}
