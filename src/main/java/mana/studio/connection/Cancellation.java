package mana.studio.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The wish that some work stop, and the way it reaches the server: the statement that runs is cancelled there.
/// Safe for use by several threads.
public final class Cancellation {
    private boolean requested;
    private @Nullable Runnable stop;

    /// Asks the work to stop. Returns at once where nothing runs; otherwise after the cancel request was sent.
    public void request() {
        Runnable now;
        synchronized (this) {
            requested = true;
            now = stop;
            notifyAll();
        }
        if (now != null) {
            now.run();
        }
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

    /// Says which statement a cancel must reach from now on, until the result is closed.
    ///
    /// @throws CancellationException if stopping was already asked for
    public Running watch(Statement statement) {
        return watch(() -> cancel(statement));
    }

    /// Says what a cancel must do from now on, until the result is closed.
    ///
    /// @throws CancellationException if stopping was already asked for
    public Running watch(Runnable whenRequested) {
        synchronized (this) {
            check();
            stop = whenRequested;
        }
        return () -> {
            synchronized (this) {
                stop = null;
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
