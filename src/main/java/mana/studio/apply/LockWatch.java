package mana.studio.apply;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Workspace;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks from a second session at what the first one waits for, a few times a second.
public final class LockWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LockWatch.class);
    private static final long PAUSE_MILLIS = 300;

    /// `pg_blocking_pids` holds up the lock manager for a moment, so it is asked only of a session that waits.
    private static final String BLOCKERS = """
        SELECT b.pid, coalesce(a.application_name, ''), coalesce(a.usename, ''), coalesce(a.state, ''),
               coalesce(extract(epoch FROM clock_timestamp() - a.state_change) * 1000, 0)::bigint,
               coalesce(left(a.query, 500), '')
        FROM pg_stat_activity s
        CROSS JOIN LATERAL unnest(pg_blocking_pids(s.pid)) AS b (pid)
        LEFT JOIN pg_stat_activity a ON a.pid = b.pid
        WHERE s.pid = ? AND s.wait_event_type = 'Lock'
        ORDER BY b.pid\
        """;

    private static final String PROGRESS = """
        SELECT phase, CASE WHEN blocks_total > 0 THEN blocks_done::float8 / blocks_total ELSE -1 END
        FROM pg_stat_progress_create_index WHERE pid = ?\
        """;

    private final Connection connection;
    private final Seen reporter;
    private final Thread thread;
    private int line;
    private int pid;
    private long waitsSince;
    private boolean closed;

    private LockWatch(Connection connection, Seen reporter) {
        this.connection = connection;
        this.reporter = reporter;
        this.thread = Thread.ofVirtual().name("lock watch").unstarted(this::look);
    }

    /// Hears what the watched session does, on the watch's thread.
    @FunctionalInterface
    public interface Seen {
        /// @param number of what it was said to run
        void seen(int number, LineState state);
    }

    static @Nullable LockWatch open(Workspace workspace, Reporter reporter) {
        return open(workspace, reporter::seen);
    }

    /// Null where no second session can be had: then nobody says who is in the way.
    public static @Nullable LockWatch open(Workspace workspace, Seen reporter) {
        try {
            Connection connection = workspace.ownSession();
            if (!workspace.isThroughPooler()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET application_name = 'mana-schema-studio watch'");
                }
            }
            LockWatch watch = new LockWatch(connection, reporter);
            watch.thread.start();
            return watch;
        } catch (SQLException refused) {
            LOG.warn("No second session for looking at locks", refused);
            return null;
        }
    }

    /// @param number  of the line that runs now
    /// @param backend its process
    public synchronized void watch(int number, int backend) {
        line = number;
        pid = backend;
        waitsSince = 0;
    }

    /// It runs nothing.
    public synchronized void rest() {
        line = 0;
    }

    private void look() {
        try {
            while (await()) {
                int number;
                int backend;
                synchronized (this) {
                    number = line;
                    backend = pid;
                }
                if (number > 0 && backend > 0) {
                    report(number, backend);
                }
            }
        } catch (SQLException lost) {
            LOG.debug("The watch ends", lost);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean await() throws InterruptedException {
        if (!closed) {
            wait(PAUSE_MILLIS);
        }
        return !closed;
    }

    private void report(int number, int backend) throws SQLException {
        List<Blocker> blockers = blockers(backend);
        if (!blockers.isEmpty()) {
            reporter.seen(number, new LineState.Waiting(waiting(), blockers));
            return;
        }
        synchronized (this) {
            waitsSince = 0;
        }
        reporter.seen(number, progress(backend));
    }

    private synchronized Duration waiting() {
        long now = System.nanoTime();
        waitsSince = waitsSince == 0 ? now : waitsSince;
        return Duration.ofNanos(now - waitsSince);
    }

    private List<Blocker> blockers(int backend) throws SQLException {
        List<Blocker> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BLOCKERS)) {
            statement.setInt(1, backend);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Blocker(
                            rows.getInt(1),
                            rows.getString(2),
                            rows.getString(3),
                            rows.getString(4),
                            Duration.ofMillis(rows.getLong(5)),
                            rows.getString(6)));
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private LineState progress(int backend) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setInt(1, backend);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new LineState.Working(row.getString(1), row.getDouble(2)) : new LineState.Running();
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join(Duration.ofSeconds(2));
            connection.close();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (SQLException gone) {
            // It is to be gone.
        }
    }
}
