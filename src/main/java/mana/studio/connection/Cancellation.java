package mana.studio.connection;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;

/// The wish that some work stop, and the way it reaches the server: the statements that run are cancelled there.
/// Safe for use by several threads.
public final class Cancellation {
    private static final Duration ASK_AGAIN = Duration.ofMillis(50);

    private final Set<Runnable> stops = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Statement> statements = Collections.newSetFromMap(new IdentityHashMap<>());
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
        insist();
    }

    /// Cancels the statements that run, and again until none does. One request may pass unnoticed: the server ignores it
    /// where it overtakes the statement, and the driver sends no second one (`PgStatement.cancel`), nor any for a
    /// statement that was announced but not yet sent. So it is sent for the connection.
    private void insist() {
        // While it is sent nobody can say that a statement ended: it must not hit the connection's next one.
        synchronized (statements) {
            if (statements.isEmpty()) {
                return;
            }
            statements.forEach(Cancellation::cancel);
        }
        CompletableFuture.delayedExecutor(ASK_AGAIN.toMillis(), TimeUnit.MILLISECONDS).execute(this::insist);
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
        synchronized (statements) {
            check();
            statements.add(statement);
        }
        return () -> {
            synchronized (statements) {
                statements.remove(statement);
            }
        };
    }

    /// Says what a cancel must do too, once, from now on until the result is closed.
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
            statement.getConnection().unwrap(PGConnection.class).cancelQuery();
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
