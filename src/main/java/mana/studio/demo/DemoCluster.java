package mana.studio.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import mana.studio.connection.EmbeddedServer;
import mana.studio.sql.Identifier;

/// Creates the demo's databases on a server. A database is filled under another name and gets its own when it is whole,
/// so one that has its name is whole, whatever happened before. Studios that start at the same moment take turns.
final class DemoCluster {
    /// `MANADEMO` in ASCII: held on database `postgres` by the studio that creates.
    private static final long LOCK = 0x4D414E4144454D4FL;

    private final EmbeddedServer server;
    private final DemoProgress progress;

    DemoCluster(EmbeddedServer server, DemoProgress progress) {
        this.server = server;
        this.progress = progress;
    }

    /// Fills an empty database.
    @FunctionalInterface
    interface Filling {
        void fill(javax.sql.DataSource empty, DemoProgress progress) throws IOException, SQLException;
    }

    /// Creates the database where it is missing.
    void ensure(String database, Filling filling) throws IOException, SQLException {
        try (Connection admin = locked()) {
            if (!exists(admin, database)) {
                create(admin, database, filling);
            }
        }
    }

    /// Creates the database anew; whoever is connected to the old one loses it.
    void recreate(String database, Filling filling) throws IOException, SQLException {
        try (Connection admin = locked()) {
            create(admin, database, filling);
        }
    }

    private void create(Connection admin, String database, Filling filling) throws IOException, SQLException {
        String name = Identifier.quote(database);
        String unfinished = Identifier.quote(unfinished(database));
        execute(admin, "DROP DATABASE IF EXISTS " + unfinished + " WITH (FORCE)");
        // The same order of text and the same lower() on every system, which only the built-in locale gives.
        execute(admin, "CREATE DATABASE " + unfinished + """
                 TEMPLATE template0 ENCODING 'UTF8'
                LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C'""");
        filling.fill(server.source(unfinished(database)), progress);
        execute(admin, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        execute(admin, "ALTER DATABASE " + unfinished + " RENAME TO " + name);
    }

    /// What a database is called until it is whole.
    static String unfinished(String database) {
        return database + "_new";
    }

    private Connection locked() throws SQLException {
        Connection admin = server.source("postgres").getConnection();
        try {
            if (!tryLock(admin)) {
                progress.step("Waiting for another studio that prepares the demo", -1);
                lock(admin);
            }
            return admin;
        } catch (SQLException refused) {
            admin.close();
            throw refused;
        }
    }

    private static boolean tryLock(Connection admin) throws SQLException {
        return ask(admin, "SELECT pg_catalog.pg_try_advisory_lock(" + LOCK + ")");
    }

    private static void lock(Connection admin) throws SQLException {
        execute(admin, "SELECT pg_catalog.pg_advisory_lock(" + LOCK + ")");
    }

    private static boolean exists(Connection admin, String database) throws SQLException {
        String sql = "SELECT EXISTS (SELECT FROM pg_catalog.pg_database WHERE datname = ?)";
        try (PreparedStatement statement = admin.prepareStatement(sql)) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
