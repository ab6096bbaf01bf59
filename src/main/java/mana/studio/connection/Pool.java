package mana.studio.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.PGConnection;

/// The sessions of a workspace while its server is there: at most 10, none kept idle for more than 20 s. When the
/// server is lost the whole pool goes, and whoever still waits for an answer of it is told.
final class Pool implements AutoCloseable {
    static final int MOST = 10;

    private static final Duration IDLE = Duration.ofSeconds(20);
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final Sessions sessions;
    private final HikariDataSource source;

    /// @param broken hears when a session broke, so that the server is looked after at once
    Pool(Sessions sessions, Runnable broken) {
        this.sessions = sessions;
        HikariConfig config = new HikariConfig();
        config.setPoolName("mana-schema-studio");
        config.setDataSource(sessions);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(CONNECT.toMillis());
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverride(new Breaks(broken));
        source = new HikariDataSource(config);
    }

    /// Borrows a guarded session.
    Connection borrow() throws SQLException {
        Connection session = source.getConnection();
        while (hasLostItsGuard(session)) {
            source.evictConnection(session);
            session.close();
            session = source.getConnection();
        }
        return sessions.throughPooler() ? TransactionGuard.guard(session, sessions.guards()) : session;
    }

    /// PostgreSQL 14 and later report this setting whenever it changes, so that looking costs no round trip.
    private boolean hasLostItsGuard(Connection session) throws SQLException {
        return sessions.guards().readOnly()
                && !sessions.throughPooler()
                && "off".equals(
                        session.unwrap(PGConnection.class).getParameterStatus("default_transaction_read_only"));
    }

    int size() {
        return source.getHikariPoolMXBean() == null ? 0 : source.getHikariPoolMXBean().getTotalConnections();
    }

    /// Lets go of sessions that were opened before now, as they are returned.
    void renew() {
        if (source.getHikariPoolMXBean() != null) {
            source.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void close() {
        source.close();
    }

    /// Hears of every error of a borrowed session; the pool decides as ever.
    private record Breaks(Runnable broken) implements SQLExceptionOverride {
        @java.lang.Override
        public Override adjudicate(SQLException error) {
            String state = error.getSQLState();
            if (state != null && (state.startsWith("08") || state.startsWith("57P"))) {
                broken.run();
            }
            return Override.CONTINUE_EVICT;
        }
    }
}
