package mana.studio.apply;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Workspace;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLWarning;

/// A session that runs an order and nothing else.
final class OwnSession implements AutoCloseable {
    /// Told apart in `pg_stat_activity` from the sessions that only read.
    static final String APPLICATION = "mana-schema-studio apply";

    /// Which cluster it is, whatever its address.
    static final String SYSTEM = "SELECT system_identifier::text FROM pg_control_system()";

    private final Connection connection;
    private final boolean pooled;

    private OwnSession(Connection connection, boolean pooled) {
        this.connection = connection;
        this.pooled = pooled;
    }

    /// @throws SQLException where none can be had
    static OwnSession open(Workspace workspace) throws SQLException {
        OwnSession session = new OwnSession(workspace.ownSession(), workspace.isThroughPooler());
        if (!session.pooled) {
            session.execute("SET application_name = " + Literal.quote(APPLICATION));
        }
        return session;
    }

    Connection connection() {
        return connection;
    }

    /// Its process on the server; behind a pooler that is another for each transaction: 0.
    int backend() {
        try {
            return pooled ? 0 : connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException gone) {
            return 0;
        }
    }

    /// When that process began; null where nobody says.
    @Nullable
    String started() throws SQLException {
        return ask("SELECT backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()", new Cancellation());
    }

    /// Begins a transaction that gives way soon, and that runs as long as it must.
    void begin(Duration lock) throws SQLException {
        connection.setAutoCommit(false);
        execute("SET LOCAL lock_timeout = " + lock.toMillis() + "; SET LOCAL statement_timeout = 0");
    }

    /// Sets the session up for a statement outside of a transaction. Behind a pooler what one sets stays with a session
    /// that the next client gets, so nothing is set there; it has no guards either.
    ///
    /// @param lock zero to wait as long as it must
    void alone(Duration lock) throws SQLException {
        connection.setAutoCommit(true);
        if (!pooled) {
            execute("SET lock_timeout = " + lock.toMillis());
            execute("SET statement_timeout = 0");
        }
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// Ends the transaction, if there is one and the server is still there.
    void rollback() {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException gone) {
            // With the session the transaction is gone as well.
        }
    }

    boolean isLost() {
        try {
            return connection.isClosed();
        } catch (SQLException lost) {
            return true;
        }
    }

    /// Runs a statement; gives back what the server remarked.
    List<String> execute(String sql, Cancellation cancellation) throws SQLException {
        try (Statement statement = connection.createStatement();
                var _ = cancellation.watch(statement)) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return notices(statement.getWarnings());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The first value of the first row; null where it is NULL, or there is no row.
    @Nullable
    String ask(String sql, Cancellation cancellation) throws SQLException {
        try (Statement statement = connection.createStatement();
                var _ = cancellation.watch(statement)) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /// A value the server may not give to everybody; null where it does not.
    @Nullable
    String askIfAllowed(String sql) {
        try {
            return ask(sql, new Cancellation());
        } catch (SQLException refused) {
            return null;
        }
    }

    private static List<String> notices(@Nullable SQLWarning first) {
        List<String> notices = new ArrayList<>();
        for (SQLWarning warning = first; warning != null; warning = warning.getNextWarning()) {
            String message = warning instanceof PSQLWarning told
                            && told.getServerErrorMessage() != null
                            && told.getServerErrorMessage().getMessage() != null
                    ? told.getServerErrorMessage().getMessage()
                    : warning.getMessage();
            if (message != null) {
                notices.add(message);
            }
        }
        return notices;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            // It is to be gone.
        }
    }
}
