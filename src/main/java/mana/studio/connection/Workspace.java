package mana.studio.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PreferQueryMode;

/// An open connection to one database: its pool and its state. Everything that talks to the database borrows from
/// {@link #source}.
public final class Workspace implements AutoCloseable {
    private static final int OLDEST_SERVER = 130000;

    private final Profile profile;
    private final int serverVersion;
    private final boolean throughPooler;
    private final Sessions sessions;
    private final Lifeline lifeline;
    private final DataSource source;
    private final Incident incident;

    private Workspace(
            Profile profile, @Nullable Secret secret, Sessions sessions, Connection first, Lifeline.Pace pace) {
        this.profile = profile;
        this.serverVersion = sessions.serverVersion();
        this.throughPooler = sessions.throughPooler();
        this.sessions = sessions;
        this.lifeline = new Lifeline(sessions, first, pace);
        this.source = new WorkspaceSource(lifeline);
        this.incident = new Incident(profile.target(), secret);
        lifeline.start();
    }

    /// Connects, trying again where the failure may pass.
    ///
    /// @param secret   null where none is known: then `~/.pgpass` is asked
    /// @param retrying hears of each failed attempt that will be followed by another
    /// @throws ConnectException where the server cannot be reached, or refuses
    public static Workspace open(
            Profile profile, @Nullable Secret secret, Consumer<Retry> retrying, Cancellation cancellation)
            throws ConnectException {
        return open(
                profile,
                secret,
                SessionGuards.standard(profile.readOnly()),
                Attempts.STANDARD,
                Lifeline.Pace.STANDARD,
                retrying,
                cancellation);
    }

    static Workspace open(
            Profile profile,
            @Nullable Secret secret,
            SessionGuards guards,
            Attempts attempts,
            Lifeline.Pace pace,
            Consumer<Retry> retrying,
            Cancellation cancellation)
            throws ConnectException {
        Target target = profile.target();
        PasswordFile file = PasswordFile.of(target);
        PasswordFile.Answer kept = secret == null ? file.find(target) : new PasswordFile.Answer(secret, null);
        UnaryOperator<ConnectFailure> explain = failure -> explained(failure, file, kept, secret == null);
        Sessions sessions = new Sessions(target, kept.secret(), guards);
        Connection first = attempts.open(sessions, explain, retrying, cancellation);
        if (sessions.serverVersion() < OLDEST_SERVER) {
            quietlyClose(first);
            String version = "server_version_num is " + sessions.serverVersion();
            throw new ConnectException(
                    new ConnectFailure(ConnectFailure.Kind.VERSION_TOO_OLD, target, version, null),
                    new SQLException(version));
        }
        return new Workspace(profile, kept.secret(), sessions, first, pace);
    }

    /// Says where a refused password came from, and why the file was not read.
    private static ConnectFailure explained(
            ConnectFailure failure, PasswordFile file, PasswordFile.Answer kept, boolean fromFile) {
        return switch (failure.kind()) {
            case PASSWORD_MISSING -> kept.warning() == null ? failure : failure.with(kept.warning());
            case WRONG_PASSWORD ->
                fromFile && kept.secret() != null
                        ? failure.with("The password was read from " + file.path() + ".")
                        : failure;
            default -> failure;
        };
    }

    /// @param attempt the attempt that failed, counted from 1
    /// @param pause   the time until the next
    public record Retry(int attempt, int of, ConnectFailure failure, Duration pause) {}

    public Profile profile() {
        return profile;
    }

    /// Guarded sessions, at most 10. While the server is lost, borrowing fails at once.
    public DataSource source() {
        return source;
    }

    /// Guarded sessions beside the pool: each is opened for whoever asks, and ends when it is closed. Behind a pooler
    /// they carry no guards.
    public DataSource own() {
        return sessions;
    }

    /// Opens a guarded session beside the pool, which ends when it is closed: for work that sets the session up for
    /// itself. The server splits what it is sent (`preferQueryMode=simple`). Behind a pooler it carries no guards.
    ///
    /// @throws SQLException where none can be had
    public Connection ownSession() throws SQLException {
        return sessions.open(PreferQueryMode.SIMPLE);
    }

    /// The sessions for the day on which the pool cannot be had: beside it, and ended with this workspace. Nothing is
    /// open before {@link Incident#open} or the first question; who wants them on the bad day opens them at once.
    public Incident incident() {
        return incident;
    }

    /// The server's `server_version_num`.
    public int serverVersion() {
        return serverVersion;
    }

    /// Whether a pooler in transaction mode stands between: then every statement runs in a transaction.
    public boolean isThroughPooler() {
        return throughPooler;
    }

    public ConnectionState state() {
        return lifeline.state();
    }

    /// Hears of every change of state, on some thread.
    public void onState(Consumer<ConnectionState> listener) {
        lifeline.onState(listener);
    }

    /// How many sessions the studio holds on the server now.
    public int sessions() {
        return lifeline.sessions() + incident.sessions();
    }

    /// Tries at once to regain a lost server.
    public void reconnectNow() {
        lifeline.lookNow();
    }

    /// Ends all sessions; whoever still uses one is told by an error.
    @Override
    public void close() {
        incident.close();
        lifeline.close();
    }

    static void quietlyClose(Connection session) {
        try {
            session.close();
        } catch (SQLException gone) {
            // It is to be gone.
        }
    }
}
