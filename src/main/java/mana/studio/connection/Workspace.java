package mana.studio.connection;

import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// An open connection to one database: its pool and its state. Everything that talks to the database borrows from
/// {@link #source}.
public final class Workspace implements AutoCloseable {
    private Workspace() {}

    /// Connects, trying again where the failure may pass.
    ///
    /// @param secret   null where none is known: then `~/.pgpass` is asked
    /// @param retrying hears of each failed attempt that will be followed by another
    /// @throws ConnectException where the server cannot be reached, or refuses
    public static Workspace open(
            Profile profile, @Nullable Secret secret, Consumer<Retry> retrying, Cancellation cancellation)
            throws ConnectException {
        throw new UnsupportedOperationException();
    }

    /// @param attempt the attempt that failed, counted from 1
    /// @param pause   the time until the next
    public record Retry(int attempt, int of, ConnectFailure failure, java.time.Duration pause) {}

    public Profile profile() {
        throw new UnsupportedOperationException();
    }

    /// Guarded sessions, at most 10.
    public DataSource source() {
        throw new UnsupportedOperationException();
    }

    /// The server's `server_version_num`.
    public int serverVersion() {
        throw new UnsupportedOperationException();
    }

    public ConnectionState state() {
        throw new UnsupportedOperationException();
    }

    /// Hears of every change of state, on some thread.
    public void onState(Consumer<ConnectionState> listener) {
        throw new UnsupportedOperationException();
    }

    /// How many sessions the studio holds on the server now.
    public int sessions() {
        throw new UnsupportedOperationException();
    }

    /// Tries at once to regain a lost server.
    public void reconnectNow() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
