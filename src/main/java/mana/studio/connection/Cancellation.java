package mana.studio.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// The wish that some work stop, and the way it reaches the server: the statements that run are cancelled there.
/// Safe for use by several threads.
public final class Cancellation {
    private boolean requested;
    private final Set<Statement> running = new HashSet<>();

    /// Asks the work to stop. Returns at once where nothing runs; otherwise after the cancel request was sent.
    public void request() {
        List<Statement> statements;
        synchronized (this) {
            requested = true;
            statements = List.copyOf(running);
        }
        for (Statement statement : statements) {
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

    /// Says that a cancel must reach this statement too from now on, until the result is closed.
    ///
    /// @throws CancellationException if stopping was already asked for
    public Running watch(Statement statement) {
        synchronized (this) {
            check();
            running.add(statement);
        }
        return () -> {
            synchronized (this) {
                running.remove(statement);
            }
        };
    }

    /// The time in which a statement runs.
    public interface Running extends AutoCloseable {
        @Override
        void close();
    }
}
