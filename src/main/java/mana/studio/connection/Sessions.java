package mana.studio.connection;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.util.PSQLException;

/// Opens sessions on a target, as its pool's source.
///
/// A server takes the guards in the startup packet. A pooler may not: PgBouncer refuses unknown startup parameters
/// (`unsupported startup parameter: options`), or is told to ignore them, and what one client sets for its session
/// stays with a server connection that the next client gets. So the first session is asked whether the guards hold
/// and whether the process that answers is the one that was connected to; where not, sessions carry no guards, and
/// every transaction is given them instead ({@link TransactionGuard}).
final class Sessions implements DataSource {
    private static final String FIRST_QUESTIONS =
            """
            SELECT pg_catalog.current_setting('server_version_num')::int,
                   pg_catalog.pg_backend_pid(),
                   pg_catalog.current_setting('lock_timeout') <> '0'
               AND pg_catalog.current_setting('statement_timeout') <> '0'
               AND pg_catalog.current_setting('idle_in_transaction_session_timeout') <> '0'
               AND pg_catalog.current_setting('default_transaction_read_only')::bool >= ?
            """;

    private final Target target;
    private final @Nullable Secret secret;
    private final SessionGuards guards;
    private final Driver driver = new Driver();
    private volatile boolean throughPooler;
    private volatile int serverVersion;

    Sessions(Target target, @Nullable Secret secret, SessionGuards guards) {
        this.target = target;
        this.secret = secret;
        this.guards = guards;
    }

    /// Opens a session and finds out what it is connected to.
    Connection first() throws SQLException {
        throughPooler = false;
        try {
            Connection session = getConnection();
            if (asksWell(session)) {
                return session;
            }
            session.close();
        } catch (PSQLException refused) {
            if (!isStartupRefusal(refused)) {
                throw refused;
            }
        }
        throughPooler = true;
        Connection session = getConnection();
        asksWell(session);
        return session;
    }

    /// `server_version_num`, as the first session found it.
    int serverVersion() {
        return serverVersion;
    }

    SessionGuards guards() {
        return guards;
    }

    /// Whether transactions, not sessions, must carry the guards.
    boolean throughPooler() {
        return throughPooler;
    }

    Target target() {
        return target;
    }

    /// Tries the hosts in turn, as libpq does: one that cannot be reached, or is not of the wanted kind, is followed
    /// by the next; one that refuses is not.
    @Override
    public Connection getConnection() throws SQLException {
        return open(PreferQueryMode.EXTENDED);
    }

    /// Opens a session of nobody else.
    ///
    /// @param mode simple for statements that the server is to split, not the driver
    Connection open(PreferQueryMode mode) throws SQLException {
        HostOrder order = HostOrder.of(target);
        SQLException last = null;
        for (HostOrder.Candidate candidate : order.candidates()) {
            try {
                Connection session = connect(candidate.endpoint(), mode);
                if (candidate.accepts(session)) {
                    return session;
                }
                session.close();
            } catch (SQLException refused) {
                if (!ConnectFailure.of(refused, target).kind().isPassing()) {
                    throw refused;
                }
                last = refused;
            }
        }
        throw last == null ? order.noneFits() : last;
    }

    private Connection connect(Endpoint endpoint, PreferQueryMode mode) throws SQLException {
        Properties properties =
                SessionProperties.of(target, endpoint, secret, throughPooler ? "" : guards.startupOptions());
        PGProperty.PREFER_QUERY_MODE.set(properties, mode.value());
        return Objects.requireNonNull(
                driver.connect(SessionProperties.url(endpoint, target.database()), properties));
    }

    private boolean asksWell(Connection session) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(FIRST_QUESTIONS)) {
            statement.setBoolean(1, guards.readOnly());
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                serverVersion = answer.getInt(1);
                int connectedTo = session.unwrap(PGConnection.class).getBackendPID();
                return answer.getInt(2) == connectedTo && answer.getBoolean(3);
            }
        } catch (SQLException refused) {
            session.close();
            throw refused;
        }
    }

    static boolean isStartupRefusal(PSQLException refused) {
        String message = refused.getMessage();
        return refused.getServerErrorMessage() != null && message != null && message.contains("startup parameter");
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        // The pool waits that long for a session under way when it closes.
        return 10;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
