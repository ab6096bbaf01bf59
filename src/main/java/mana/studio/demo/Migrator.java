package mana.studio.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import mana.studio.sql.Identifier;

/// Applies migrations as `migrate()` of drizzle-orm 0.45 does (`pg-core/dialect.ts`): those whose `when` is later than
/// the newest one in the books, all in one transaction, each then written into the books with its hash.
final class Migrator {
    private final Connection connection;

    Migrator(Connection connection) {
        this.connection = connection;
    }

    void migrate(DemoService service, List<Migration> migrations) throws SQLException {
        String schema = Identifier.quote(service.migrationsSchema());
        String table = Identifier.quote(service.migrationsSchema(), service.migrationsTable());
        execute("CREATE SCHEMA IF NOT EXISTS " + schema);
        execute("CREATE TABLE IF NOT EXISTS " + table
                + " (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)");
        long newest = newest(table);
        connection.setAutoCommit(false);
        try {
            for (Migration migration : migrations) {
                if (migration.when() > newest) {
                    apply(migration, table);
                }
            }
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            throw refused;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void apply(Migration migration, String table) throws SQLException {
        for (String piece : migration.pieces()) {
            execute(piece);
        }
        String insert = "INSERT INTO " + table + " (hash, created_at) VALUES (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, migration.hash());
            statement.setLong(2, migration.when());
            statement.executeUpdate();
        }
    }

    private long newest(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT created_at FROM " + table + " ORDER BY created_at DESC LIMIT 1")) {
            return row.next() ? row.getLong(1) : Long.MIN_VALUE;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
