package mana.studio.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/// The studio's own sessions for the day on which nothing else gets in: two, one to look and one to act, beside the
/// pool and opened before they are needed, since a server whose slots are taken, or whose lock table is full, lets
/// nobody in any more but goes on answering those that are there. Two, because ending a session waits for its end;
/// one where the server has only one slot left. Safe for use by several threads: each session does one thing at a
/// time.
///
/// A session that broke is opened again by the next who asks. Nothing is asked twice by itself: what was asked of a
/// session that broke may have been done.
public final class Incident implements AutoCloseable {
    static final String APPLICATION_NAME = SessionProperties.APPLICATION_NAME + " incident";

    private final IncidentSessions sessions;
    private final Line looking = new Line(IncidentSessions.LOOK_TIMEOUT);
    private final Line acting = new Line(IncidentSessions.ACT_TIMEOUT);
    private volatile boolean alone;
    private volatile boolean closed;

    /// Opens nothing yet.
    ///
    /// @param secret null where none is known: then `~/.pgpass` is asked
    public Incident(Target target, @Nullable Secret secret) {
        this.sessions = new IncidentSessions(target, secret);
    }

    /// What is asked of a session, in autocommit.
    @FunctionalInterface
    public interface Asking<T> {
        T ask(Connection session) throws SQLException;
    }

    public Target target() {
        return sessions.target();
    }

    /// Opens what is not open.
    ///
    /// @throws SQLException where not even one session can be had
    public void open() throws SQLException {
        look(_ -> true);
        act(_ -> true);
    }

    /// Asks the session that looks.
    public <T> T look(Asking<T> asking) throws SQLException {
        return looking.ask(asking);
    }

    /// Asks the session that acts; where the server has no slot for one, the session that looks.
    public <T> T act(Asking<T> asking) throws SQLException {
        try {
            acting.open();
            alone = false;
        } catch (SQLException refused) {
            if (!IncidentSessions.SLOTS_TAKEN.equals(refused.getSQLState()) || !looking.isOpen()) {
                throw refused;
            }
            alone = true;
        }
        return (alone ? looking : acting).ask(asking);
    }

    /// Opens a session in another database of the same server, which ends when it is closed: for what can only be done
    /// there.
    public Connection in(String database) throws SQLException {
        return sessions.open(database, IncidentSessions.ACT_TIMEOUT);
    }

    /// How many sessions are open now.
    public int sessions() {
        return (looking.isOpen() ? 1 : 0) + (acting.isOpen() ? 1 : 0);
    }

    /// Whether the server had a slot for one session only, which then does both.
    public boolean isAlone() {
        return alone;
    }

    /// Whether a pooler stands between: then who answers changes, and nothing stays warm for the bad day.
    public boolean isThroughPooler() {
        return sessions.throughPooler();
    }

    /// Whether sessions come in by the replication door.
    public boolean isThroughDoor() {
        return sessions.throughDoor();
    }

    /// From now on sessions come in as replication connections (`replication=database`): they take slots of their own
    /// (`max_wal_senders`), where the ordinary ones are gone. For a superuser, or a role with REPLICATION. It is SQL as
    /// ever, by the simple protocol. Sessions that are open stay as they are.
    public void useDoor() {
        sessions.useDoor();
    }

    /// Ends both sessions, whatever they do; nothing can be asked afterwards.
    @Override
    public void close() {
        closed = true;
        looking.abort();
        acting.abort();
    }

    /// One session, opened when it is needed.
    private final class Line {
        private final int timeoutMillis;
        private final ReentrantLock turn = new ReentrantLock();
        private volatile @Nullable Connection session;

        Line(int timeoutMillis) {
            this.timeoutMillis = timeoutMillis;
        }

        boolean isOpen() {
            return session != null;
        }

        Connection open() throws SQLException {
            turn.lock();
            try {
                Connection now = session;
                if (now != null && !now.isClosed()) {
                    return now;
                }
                session = null;
                if (closed) {
                    throw new SQLException("The incident's sessions were closed.", "08003");
                }
                Connection opened = sessions.open(target().database(), timeoutMillis);
                session = opened;
                if (closed) {
                    abort();
                }
                return opened;
            } finally {
                turn.unlock();
            }
        }

        <T> T ask(Asking<T> asking) throws SQLException {
            turn.lock();
            try {
                Connection now = open();
                try {
                    return asking.ask(now);
                } catch (SQLException refused) {
                    if (now.isClosed() || IncidentSessions.isBroken(refused)) {
                        abort();
                    }
                    throw refused;
                }
            } finally {
                turn.unlock();
            }
        }

        void abort() {
            Connection now = session;
            session = null;
            if (now != null) {
                try {
                    now.abort(Runnable::run);
                } catch (SQLException gone) {
                    // It is to be gone.
                }
            }
        }
    }

    /// The process that serves a session, as the server said when it began.
    static int process(Connection session) throws SQLException {
        return session.unwrap(PGConnection.class).getBackendPID();
    }
}
