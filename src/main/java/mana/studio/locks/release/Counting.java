package mana.studio.locks.release;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// What the caller wants counted before and after an act, in the lock's database: the rows of a migration history, say.
@FunctionalInterface
public interface Counting {
    Counting NONE = _ -> Map.of();

    /// @param connection in autocommit
    Map<String, Long> count(Connection connection) throws SQLException;
}
