package mana.studio.drizzle.migrate;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Cancellation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An advisory lock by its number, on the session that runs. It is asked for and never waited for: whoever waits in
/// `pg_advisory_lock` holds a snapshot, for which a CREATE INDEX CONCURRENTLY waits.
final class AdvisoryLock {
    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLock.class);

    /// A lock by one number shows its halves, and 1 to tell it from one by two.
    private static final String HOLDERS = """
        SELECT DISTINCT l.pid, coalesce(a.application_name, ''), coalesce(a.usename, ''), coalesce(a.state, ''),
               (extract(epoch FROM clock_timestamp() - a.state_change) * 1000)::bigint,
               coalesce(left(a.query, 500), '')
        FROM pg_catalog.pg_locks l
        LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
          AND ((l.classid::bigint << 32) | l.objid::bigint) = ?
        ORDER BY 1\
        """;

    private final MigrateSession session;
    private final long id;

    AdvisoryLock(MigrateSession session, long id) {
        this.session = session;
        this.id = id;
    }

    boolean take(Cancellation cancellation) throws SQLException {
        return "t".equals(session.ask("SELECT pg_try_advisory_lock(?)", cancellation, id));
    }

    List<LockHolder> holders(Cancellation cancellation) throws SQLException {
        List<LockHolder> holders = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(HOLDERS);
                var _ = cancellation.watch(statement)) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long millis = rows.getLong(5);
                    Duration since = rows.wasNull() ? null : Duration.ofMillis(Math.max(0, millis));
                    holders.add(new LockHolder(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            since,
                            rows.getString(6)));
                }
            }
        }
        return holders;
    }

    /// @return false where it was not held any more: its session is gone, and the lock with it
    boolean release() {
        try {
            return "t".equals(session.ask("SELECT pg_advisory_unlock(?)", new Cancellation(), id));
        } catch (SQLException gone) {
            LOG.info("The advisory lock {} went with its session", id, gone);
            return false;
        }
    }
}
