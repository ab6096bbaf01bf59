package mana.studio.cli;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.ConnectFailure;
import mana.studio.connection.ConnectFailure.Kind;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Environment;
import mana.studio.connection.MalformedConnectionString;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import org.jspecify.annotations.Nullable;

/// Reads the catalog of a database that a URL names.
final class Live {
    /// No server has answered: what the driver says then only says the same again.
    private static final Set<Kind> SILENT =
            EnumSet.of(Kind.REFUSED, Kind.UNKNOWN_HOST, Kind.NO_SUCH_SOCKET);

    private static final String VARIABLE = "DATABASE_URL";

    private Live() {}

    /// The database that a URL names, or, without one, the environment.
    static ConnectionString given(@Nullable String url) throws CliException {
        String text = url == null ? System.getenv(VARIABLE) : url;
        if (text == null || text.isBlank()) {
            throw new CliException(
                    "No database is given.", "Give --url postgres://user@host/database, or set " + VARIABLE + ".");
        }
        return parse(text);
    }

    static ConnectionString parse(String url) throws CliException {
        try {
            return ConnectionString.parse(url);
        } catch (MalformedConnectionString malformed) {
            throw new CliException(
                    "The URL cannot be understood.", Objects.requireNonNullElse(malformed.getMessage(), ""));
        }
    }

    /// What is asked of an open database.
    interface Asking<T> {
        T ask(Workspace workspace) throws SQLException, CliException;
    }

    static Snapshot read(ConnectionString connection, String command, PrintWriter err) throws CliException {
        return with(
                connection,
                command,
                err,
                workspace -> CatalogReader.alone(workspace.source()).read(cancelledByTheSystem()));
    }

    /// Opens a database, read-only, to ask it something.
    ///
    /// @param command that asks
    /// @param err     hears of failed attempts to connect
    static <T> T with(ConnectionString connection, String command, PrintWriter err, Asking<T> asking)
            throws CliException {
        return open(profile(connection, command, true), connection, err, asking);
    }

    /// Opens a database to change it. One that is not on this machine must be allowed for.
    ///
    /// @param allowed whether a person has said that they mean it
    static <T> T writing(
            ConnectionString connection, String command, boolean allowed, PrintWriter err, Asking<T> asking)
            throws CliException {
        return open(profile(connection, command, false).withApplyAllowed(allowed), connection, err, asking);
    }

    private static Profile profile(ConnectionString connection, String command, boolean readOnly) {
        return new Profile(
                command, connection.target().database(), Environment.LOCAL, null, readOnly, connection.target());
    }

    private static <T> T open(Profile profile, ConnectionString connection, PrintWriter err, Asking<T> asking)
            throws CliException {
        try (Workspace workspace = Workspace.open(
                profile,
                connection.secret(),
                retry -> err.println(retry.failure().headline() + " Trying again (" + retry.attempt() + " of "
                        + retry.of() + ")."),
                cancelledByTheSystem())) {
            return asking.ask(workspace);
        } catch (ConnectException refused) {
            ConnectFailure failure = refused.failure();
            String answer = SILENT.contains(failure.kind()) ? "" : failure.answer();
            throw new CliException(failure.headline() + " " + answer, failure.advice());
        } catch (SQLException failed) {
            throw new CliException(
                    "Reading " + connection.target() + " failed: " + failed.getMessage(),
                    "Try again; if it fails again, the server's log says more.");
        }
    }

    /// Ctrl-C reaches the server too.
    static Cancellation cancelledByTheSystem() {
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(new Thread(cancellation::request));
        return cancellation;
    }
}
