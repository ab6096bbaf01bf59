package mana.studio.connection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.util.PSQLException;

/// Opens the sessions of an {@link Incident}: quick to give up, bound to short statements, deaf to what a role's
/// settings would do to them.
final class IncidentSessions {
    static final int LOOK_TIMEOUT = 5_000;
    static final int ACT_TIMEOUT = 15_000;
    static final String SLOTS_TAKEN = "53300";

    private static final int CONNECT_SECONDS = 5;
    private static final int SOCKET_SECONDS = 20;

    private final Target target;
    private final @Nullable Secret secret;
    private final Driver driver = new Driver();
    private volatile boolean throughPooler;
    private volatile boolean throughDoor;

    IncidentSessions(Target target, @Nullable Secret secret) {
        this.target = target;
        this.secret = secret == null ? PasswordFile.of(target).find(target).secret() : secret;
    }

    Target target() {
        return target;
    }

    boolean throughPooler() {
        return throughPooler;
    }

    boolean throughDoor() {
        return throughDoor;
    }

    void useDoor() {
        throughDoor = true;
    }

    /// The hosts are tried in turn, as the pool's sessions try them.
    Connection open(String database, int timeoutMillis) throws SQLException {
        HostOrder order = HostOrder.of(target);
        SQLException last = null;
        for (HostOrder.Candidate candidate : order.candidates()) {
            try {
                Connection session = connect(candidate.endpoint(), database, timeoutMillis);
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

    private Connection connect(Endpoint endpoint, String database, int timeoutMillis) throws SQLException {
        try {
            Connection session = connect(endpoint, database, throughPooler ? "" : options(timeoutMillis));
            prepare(session, timeoutMillis);
            return session;
        } catch (PSQLException refused) {
            if (throughPooler || !Sessions.isStartupRefusal(refused)) {
                throw refused;
            }
            throughPooler = true;
            return connect(endpoint, database, "");
        }
    }

    private Connection connect(Endpoint endpoint, String database, String options) throws SQLException {
        Properties properties = SessionProperties.of(target, endpoint, secret, options);
        PGProperty.APPLICATION_NAME.set(properties, Incident.APPLICATION_NAME);
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, SOCKET_SECONDS);
        if (throughDoor) {
            PGProperty.REPLICATION.set(properties, "database");
            PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
            PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "14");
        }
        return Objects.requireNonNull(driver.connect(SessionProperties.url(endpoint, database), properties));
    }

    /// Given at the start, they win over what is set for the role or the database.
    private static String options(int timeoutMillis) {
        return "-c statement_timeout=" + timeoutMillis
                + " -c lock_timeout=1000 -c idle_session_timeout=0 -c idle_in_transaction_session_timeout=0"
                + " -c jit=off";
    }

    /// A process other than the one connected to, or guards that do not hold: a pooler. Otherwise times are told in
    /// UTC, so that an identity reads the same on everybody's computer.
    private void prepare(Connection session, int timeoutMillis) throws SQLException {
        try (Statement statement = session.createStatement()) {
            if (!throughPooler && isPooled(session, statement, timeoutMillis)) {
                throughPooler = true;
            }
            if (!throughPooler) {
                statement.execute("SET TimeZone = 'UTC'");
            }
        } catch (SQLException refused) {
            session.close();
            throw refused;
        }
    }

    private static boolean isPooled(Connection session, Statement statement, int timeoutMillis) throws SQLException {
        String question = """
            SELECT pg_catalog.pg_backend_pid(),
                   extract(epoch FROM pg_catalog.current_setting('statement_timeout')::interval)::float8 * 1000
            """;
        try (ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getInt(1) != Incident.process(session) || answer.getInt(2) != timeoutMillis;
        }
    }

    /// Whether after that answer a session is of no more use.
    static boolean isBroken(SQLException refused) {
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        return state.startsWith("08") || state.equals("57P01") || state.equals("57P02") || state.equals("57P03");
    }
}
