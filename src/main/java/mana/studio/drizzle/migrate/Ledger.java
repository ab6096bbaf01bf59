package mana.studio.drizzle.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.project.MigrationsTable;

/// A migrations table as it was found.
///
/// @param exists whether there is one
/// @param named  whether it has the column `name`, which 1.0 adds
/// @param rows   by id
public record Ledger(boolean exists, boolean named, List<MigrationRow> rows) {
    public static final Ledger ABSENT = new Ledger(false, false, List.of());

    private static final String COLUMNS = """
        SELECT a.attname
        FROM pg_catalog.pg_attribute a
        JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attnum > 0 AND NOT a.attisdropped AND n.nspname = ? AND c.relname = ?\
        """;

    public Ledger {
        rows = List.copyOf(rows);
    }

    /// Reads it; creates nothing.
    public static Ledger read(Connection session, MigrationsTable table, Cancellation cancellation)
            throws SQLException {
        List<String> columns = columns(session, table, cancellation);
        if (columns.isEmpty()) {
            return ABSENT;
        }
        boolean named = columns.contains("name");
        String sql = "SELECT id, hash, created_at" + (named ? ", name" : "") + " FROM " + table.sql() + " ORDER BY id";
        List<MigrationRow> rows = new ArrayList<>();
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement);
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                long createdAt = found.getLong(3);
                Long known = found.wasNull() ? null : (Long) createdAt;
                rows.add(new MigrationRow(
                        found.getInt(1), found.getString(2), known, named ? found.getString(4) : null));
            }
        }
        return new Ledger(true, named, rows);
    }

    private static List<String> columns(Connection session, MigrationsTable table, Cancellation cancellation)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement statement = session.prepareStatement(COLUMNS);
                var _ = cancellation.watch(statement)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.table());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                }
            }
        }
        return columns;
    }
}
