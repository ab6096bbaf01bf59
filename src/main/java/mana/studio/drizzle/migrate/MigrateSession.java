package mana.studio.drizzle.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
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

/// The session that holds the advisory lock and runs the migrations. BEGIN and COMMIT are sent as a migration's own
/// would be: the driver adds none.
final class MigrateSession implements AutoCloseable {
    /// Told apart in `pg_stat_activity` from the sessions that only read.
    static final String APPLICATION = "mana-schema-studio migrate";

    private static final String SYSTEM = "SELECT system_identifier::text FROM pg_control_system()";

    private final Connection connection;

    private MigrateSession(Connection connection) {
        this.connection = connection;
    }

    /// @param table how long to wait for the lock of a table; zero for as long as it takes
    static MigrateSession open(Workspace workspace, Duration table) throws SQLException {
        MigrateSession session = new MigrateSession(workspace.ownSession());
        try {
            session.execute("SET application_name = " + Literal.quote(APPLICATION));
            session.execute("SET statement_timeout = 0");
            session.execute("SET lock_timeout = " + table.toMillis());
            session.execute("SET idle_in_transaction_session_timeout = 0");
            return session;
        } catch (SQLException refused) {
            session.close();
            throw refused;
        }
    }

    Connection connection() {
        return connection;
    }

    int backend() {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException gone) {
            return 0;
        }
    }

    boolean isLost() {
        try {
            return connection.isClosed();
        } catch (SQLException lost) {
            return true;
        }
    }

    void execute(String sql) throws SQLException {
        execute(sql, new Cancellation());
    }

    /// Runs a text as it is; gives back what the server remarked.
    List<String> execute(String sql, Cancellation cancellation) throws SQLException {
        try (Statement statement = connection.createStatement();
                var _ = cancellation.watch(statement)) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            List<String> notices = new ArrayList<>();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                notices.add(String.valueOf(warning.getMessage()));
            }
            return notices;
        }
    }

    /// Runs a statement with values.
    void update(String sql, Cancellation cancellation, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                var _ = cancellation.watch(statement)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            statement.execute();
        }
    }

    /// The first value of the first row; null where it is NULL, or there is no row.
    @Nullable
    String ask(String sql, Cancellation cancellation, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                var _ = cancellation.watch(statement)) {
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /// Which cluster it is, whatever its address; empty where this role may not know.
    static String system(Connection session) {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(SYSTEM)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException refused) {
            return "";
        }
    }

    /// Ends the transaction, if there is one and the server is still there.
    void rollback() {
        try {
            execute("ROLLBACK");
        } catch (SQLException gone) {
            // With the session the transaction is gone as well.
        }
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
