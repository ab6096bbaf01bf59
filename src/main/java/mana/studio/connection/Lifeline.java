package mana.studio.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps a workspace and its server together: a session of its own is asked every few seconds whether it is still
/// there. When it is not and no other can be had, the server is lost: the pool goes, and connecting is tried again
/// and again, at longer and longer intervals, until the server is back.
///
/// {@snippet :
/// Connected ──no answer, no new session──► Lost ──a new session──► Connected
/// Connected, Lost ──close──► Closed
/// }
final class Lifeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lifeline.class);

    /// How often the server is asked, how long it may take to answer, and how long at most to wait between attempts
    /// to regain it.
    record Pace(Duration beat, Duration answer, Duration firstPause, Duration longestPause) {
        static final Pace STANDARD = new Pace(
                Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(15));
    }

    private final Sessions sessions;
    private final Pace pace;
    private final List<Consumer<ConnectionState>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private volatile ConnectionState state = new ConnectionState.Connected(Duration.ZERO);
    private volatile @Nullable Pool pool;
    private Connection monitor;
    private boolean lookNow;

    /// @param first becomes the session that is asked
    Lifeline(Sessions sessions, Connection first, Pace pace) {
        this.sessions = sessions;
        this.monitor = first;
        this.pace = pace;
        this.pool = new Pool(sessions, this::broke);
        this.thread = Thread.ofVirtual().name("lifeline").unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    ConnectionState state() {
        return state;
    }

    void onState(Consumer<ConnectionState> listener) {
        listeners.add(listener);
    }

    int sessions() {
        Pool now = pool;
        return now == null ? 0 : now.size() + 1;
    }

    synchronized void lookNow() {
        lookNow = true;
        notifyAll();
    }

    /// A borrowed session broke. While the server is known to be lost that is no news.
    private void broke() {
        if (state instanceof ConnectionState.Connected) {
            lookNow();
        }
    }

    Connection borrow() throws SQLException {
        Pool now = pool;
        return switch (state) {
            case ConnectionState.Closed _ ->
                throw new SQLNonTransientConnectionException("This connection was closed.", "08003");
            case ConnectionState.Lost lost -> throw lost(lost.failure());
            case ConnectionState.Connected _ when now != null -> now.borrow();
            case ConnectionState.Connected _ -> throw new SQLTransientConnectionException("Reconnecting.", "08006");
        };
    }

    private static SQLException lost(ConnectFailure failure) {
        return new SQLTransientConnectionException(
                failure.headline() + " The studio keeps trying.", failure.sqlState() == null ? "08006" : failure.sqlState());
    }

    private void live() {
        try {
            while (!(state instanceof ConnectionState.Closed)) {
                look();
                await(state instanceof ConnectionState.Lost lost
                        ? Duration.between(Instant.now(), lost.next())
                        : pace.beat());
            }
        } catch (InterruptedException closed) {
            LOG.debug("The lifeline to {} ends", sessions.target());
        }
    }

    private synchronized void await(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (!lookNow && end > System.nanoTime()) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        lookNow = false;
    }

    private void look() {
        switch (state) {
            case ConnectionState.Connected _ -> {
                long start = System.nanoTime();
                if (answers()) {
                    transition(new ConnectionState.Connected(Duration.ofNanos(System.nanoTime() - start)));
                } else {
                    regain(Instant.now(), 0);
                }
            }
            case ConnectionState.Lost lost -> regain(lost.since(), lost.attempt());
            case ConnectionState.Closed _ -> {}
        }
    }

    private boolean answers() {
        try {
            return monitor.isValid((int) Math.max(1, pace.answer().toSeconds()));
        } catch (SQLException gone) {
            return false;
        }
    }

    private void regain(Instant since, int attemptsBefore) {
        long start = System.nanoTime();
        try {
            Connection session = sessions.first();
            adopt(session, Duration.ofNanos(System.nanoTime() - start));
        } catch (SQLException refused) {
            ConnectFailure failure = ConnectFailure.of(refused, sessions.target());
            Duration pause = pace.firstPause().multipliedBy(1L << Math.min(attemptsBefore, 10));
            Duration capped = pause.compareTo(pace.longestPause()) < 0 ? pause : pace.longestPause();
            transition(new ConnectionState.Lost(failure, since, attemptsBefore + 1, Instant.now().plus(capped)));
            dropPool();
        }
    }

    private void adopt(Connection session, Duration latency) {
        synchronized (this) {
            Workspace.quietlyClose(monitor);
            monitor = session;
            if (state instanceof ConnectionState.Closed) {
                Workspace.quietlyClose(session);
                return;
            }
            Pool now = pool;
            if (now == null) {
                pool = new Pool(sessions, this::broke);
            } else {
                now.renew();
            }
        }
        transition(new ConnectionState.Connected(latency));
    }

    private void transition(ConnectionState to) {
        synchronized (this) {
            if (state instanceof ConnectionState.Closed) {
                return;
            }
            state = to;
        }
        for (Consumer<ConnectionState> listener : listeners) {
            try {
                listener.accept(to);
            } catch (RuntimeException thrown) {
                LOG.error("A listener of the connection's state failed", thrown);
            }
        }
    }

    private void dropPool() {
        Pool gone;
        synchronized (this) {
            gone = pool;
            pool = null;
        }
        if (gone != null) {
            gone.close();
        }
    }

    @Override
    public void close() {
        transition(new ConnectionState.Closed());
        thread.interrupt();
        dropPool();
        Workspace.quietlyClose(monitor);
    }
}
