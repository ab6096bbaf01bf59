package mana.studio.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Connecting with patience: a failure that may pass is followed by a further attempt, each after twice the pause.
///
/// @param most  attempts in all
/// @param pause after the first
record Attempts(int most, Duration pause) {
    /// One attempt and three more.
    static final Attempts STANDARD = new Attempts(4, Duration.ofSeconds(1));

    /// Opens the first session of a workspace. A cancel ends it at once, even while the network is silent: the
    /// attempt under way is left to itself and its session closed, should it still come.
    ///
    /// @param explain adds to a failure what only the caller knows
    Connection open(
            Sessions sessions,
            UnaryOperator<ConnectFailure> explain,
            Consumer<Workspace.Retry> retrying,
            Cancellation cancellation)
            throws ConnectException {
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(sessions, cancellation);
                } catch (SQLException refused) {
                    ConnectFailure failure = explain.apply(ConnectFailure.of(refused, sessions.target()));
                    if (!failure.kind().isPassing() || attempt == most) {
                        throw new ConnectException(failure, refused);
                    }
                    Duration wait = pause.multipliedBy(1L << (attempt - 1));
                    retrying.accept(new Workspace.Retry(attempt, most, failure, wait));
                    cancellation.pause(wait);
                }
            }
        } catch (CancellationException cancelled) {
            throw new ConnectException(ConnectFailure.cancelled(sessions.target()), cancelled);
        }
    }

    private static Connection attempt(Sessions sessions, Cancellation cancellation) throws SQLException {
        CompletableFuture<Connection> coming = new CompletableFuture<>();
        try (Cancellation.Running _ = cancellation.watch(() -> coming.cancel(false))) {
            Thread.ofVirtual().name("connect").start(() -> connect(sessions, coming));
            return coming.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new SQLException(String.valueOf(failed.getCause()), failed.getCause());
        } catch (InterruptedException interrupted) {
            coming.cancel(false);
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static void connect(Sessions sessions, CompletableFuture<Connection> coming) {
        try {
            Connection session = sessions.first();
            if (!coming.complete(session)) {
                session.close();
            }
        } catch (SQLException | RuntimeException refused) {
            coming.completeExceptionally(refused);
        }
    }
}
