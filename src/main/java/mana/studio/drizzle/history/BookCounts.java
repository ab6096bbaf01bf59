package mana.studio.drizzle.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import mana.studio.drizzle.project.MigrationsTable;

/// How many rows the migrators' books of a database have, in whatever schemas they are kept: what is compared when a
/// migration was broken off.
public final class BookCounts {
    private static final String TABLES = """
        SELECT n.nspname, c.relname
        FROM pg_catalog.pg_class c
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = ? AND c.relkind IN ('r', 'p')
          AND pg_catalog.has_table_privilege(c.oid, 'SELECT')
          AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')
        ORDER BY 1\
        """;

    private BookCounts() {}

    /// @return by the table's name
    public static SortedMap<String, Long> of(Connection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (MigrationsTable table : tables(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table.sql())) {
                row.next();
                counts.put(table.toString(), row.getLong(1));
            }
        }
        return counts;
    }

    private static List<MigrationsTable> tables(Connection connection) throws SQLException {
        List<MigrationsTable> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setString(1, MigrationsTable.DEFAULT.table());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.add(new MigrationsTable(rows.getString(1), rows.getString(2)));
                }
            }
        }
        return tables;
    }
}
