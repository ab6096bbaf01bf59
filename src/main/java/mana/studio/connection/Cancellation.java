package mana.studio.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// The wish that some work stop, and the way it reaches the server: the statements that run are cancelled there.
/// Safe for use by several threads.
public final class Cancellation {
    private final Set<Runnable> stops = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean requested;

    /// Asks the work to stop. Returns at once where nothing runs; otherwise after the cancel request was sent.
    public void request() {
        List<Runnable> now;
        synchronized (this) {
            requested = true;
            now = List.copyOf(stops);
            notifyAll();
        }
        now.forEach(Runnable::run);
    }

    public synchronized boolean isRequested() {
        return requested;
    }

    /// @throws CancellationException if stopping was asked for
    public void check() {
        if (isRequested()) {
            throw new CancellationException();
        }
    }

    /// Says that a cancel must reach this statement too from now on, until the result is closed.
    ///
    /// @throws CancellationException if stopping was already asked for
    public Running watch(Statement statement) {
        return watch(() -> cancel(statement));
    }

    /// Says what a cancel must do too from now on, until the result is closed.
    ///
    /// @throws CancellationException if stopping was already asked for
    public Running watch(Runnable stop) {
        Runnable own = stop::run;
        synchronized (this) {
            check();
            stops.add(own);
        }
        return () -> {
            synchronized (this) {
                stops.remove(own);
            }
        };
    }

    /// Waits, unless stopping is asked for.
    ///
    /// @throws CancellationException as soon as stopping is asked for
    public synchronized void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        long left = duration.toMillis();
        try {
            while (!requested && left > 0) {
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            requested = true;
        }
        check();
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException gone) {
            // A connection that can no longer be told to stop has stopped.
        }
    }

    /// The time in which a statement runs.
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
