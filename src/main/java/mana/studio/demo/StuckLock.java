package mana.studio.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A migration lock as it gets stuck: one session took it and does nothing any more, its successor waits for it, a
/// third
/// asks again and again. Real sessions, which end with this.
public final class StuckLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StuckLock.class);
    private static final String KEY = "987654321";

    private final Connection holder;
    private final Connection waiter;
    private final Connection poller;

    private StuckLock(Connection holder, Connection waiter, Connection poller) {
        this.holder = holder;
        this.waiter = waiter;
        this.poller = poller;
    }

    /// Opens the sessions. Blocks until the lock is held; the one that waits goes on waiting by itself.
    public static StuckLock stage(DataSource source) throws SQLException {
        StuckLock staged = new StuckLock(
                open(source, "mana-auth-migrate"), open(source, "mana-auth-migrate"), open(source, "mana-core-auth"));
        run(staged.holder, "SELECT pg_advisory_lock(" + KEY + ")");
        run(staged.poller, "SELECT pg_try_advisory_lock(" + KEY + ")");
        Thread.ofVirtual().name("waiting for the staged lock").start(staged::await);
        return staged;
    }

    private void await() {
        try {
            run(waiter, "SELECT pg_advisory_lock(" + KEY + ")");
        } catch (SQLException ended) {
            LOG.debug("The staged lock was waited for until {}", ended.getMessage());
        }
    }

    private static Connection open(DataSource source, String application) throws SQLException {
        Connection session = source.getConnection();
        run(session, "SET lock_timeout = 0; SET statement_timeout = 0; SET application_name = '" + application + "'");
        return session;
    }

    private static void run(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        for (Connection session : new Connection[] {waiter, poller, holder}) {
            try {
                session.abort(Runnable::run);
            } catch (SQLException gone) {
                LOG.debug("It is to be gone: {}", gone.getMessage());
            }
        }
    }
}
