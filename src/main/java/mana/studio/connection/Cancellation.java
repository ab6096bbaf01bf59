package mana.studio.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// The wish that some work stop, and the way it reaches the server: the statement that runs is cancelled there.
/// Safe for use by several threads.
public final class Cancellation {
    private boolean requested;
    private @Nullable Statement running;

    /// Asks the work to stop. Returns at once where nothing runs; otherwise after the cancel request was sent.
    public void request() {
        Statement statement;
        synchronized (this) {
            requested = true;
            statement = running;
        }
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException gone) {
                // A connection that can no longer be told to stop has stopped.
            }
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
        synchronized (this) {
            check();
            running = statement;
        }
        return () -> {
            synchronized (this) {
                running = null;
            }
        };
    }

    /// The time in which a statement runs.
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
