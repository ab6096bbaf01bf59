package mana.studio.plan.judge;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Database;
import mana.studio.sql.Identifier;
import mana.studio.testing.TestServer;

/// A database to load, change and read: over one connection that sends statements as they are, and one that prepares
/// what it reads again and again.
final class JudgedDatabase implements AutoCloseable {
    private static final String DUPLICATE_OBJECT = "42710";

    private final String name;
    private final Connection connection;
    private final Connection readingConnection;
    private final CatalogReader reader;
    private int uses;

    JudgedDatabase(String name) throws SQLException {
        this.name = name;
        connection = connect(name);
        readingConnection =
                DriverManager.getConnection(url(name) + "&prepareThreshold=1&preparedStatementCacheQueries=512");
        reader = new CatalogReader(new OneConnection(readingConnection));
    }

    /// The simple protocol: the driver's own splitting stumbles over `BEGIN ATOMIC`.
    static Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database) + "&preferQueryMode=simple");
    }

    private static String url(String database) {
        return "jdbc:postgresql://localhost:" + TestServer.server().port() + "/" + database + "?user=postgres";
    }

    String name() {
        return name;
    }

    /// How many scripts were loaded in it.
    int uses() {
        return uses;
    }

    /// Runs a script as psql does: statement by statement, in a session of its own, up to the first that fails.
    void load(String script) throws SQLException {
        uses++;
        try (Connection session = connect(name);
                Statement statement = session.createStatement()) {
            for (String sql : SqlScript.statements(script)) {
                try {
                    statement.execute(sql);
                } catch (SQLException refused) {
                    // Roles outlive the database that another script created them in.
                    if (!refused.getSQLState().equals(DUPLICATE_OBJECT) || !sql.startsWith("CREATE ROLE")) {
                        throw refused;
                    }
                }
            }
        }
    }

    /// Runs a script that sets nothing of the session, all at once.
    void loadAtOnce(String script) throws SQLException {
        uses++;
        execute(script);
    }

    Database read() throws SQLException {
        return reader.read(new Cancellation()).database();
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The rows of a query as text.
    List<List<String>> query(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /// Roles are the whole server's: two judges at once would get into each other's way.
    static synchronized void createRole(String role) throws SQLException {
        // Chance hands the judged roles views of tables that nobody granted them: what they own is to work all the same.
        String powers = role.startsWith("judged_") ? " SUPERUSER" : "";
        try (Connection session = connect("postgres");
                Statement statement = session.createStatement()) {
            statement.execute("DO $do$ BEGIN CREATE ROLE " + Identifier.quote(role) + powers
                    + "; EXCEPTION WHEN duplicate_object THEN NULL; END $do$");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        readingConnection.close();
    }
}
