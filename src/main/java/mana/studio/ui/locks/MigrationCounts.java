package mana.studio.ui.locks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mana.studio.sql.Identifier;

/// How many migrations a database's books of Drizzle have, by table: before an act and after it.
final class MigrationCounts {
    private static final String BOOKS = """
        SELECT n.nspname, c.relname
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname LIKE '\\_\\_drizzle\\_migrations%' AND c.relkind = 'r'
          AND has_table_privilege(c.oid, 'SELECT')
        ORDER BY 1, 2
        LIMIT 20\
        """;

    private MigrationCounts() {}

    static Map<String, Long> count(Connection connection) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : books(connection)) {
            try (PreparedStatement question = connection.prepareStatement("SELECT count(*) FROM " + table);
                    ResultSet row = question.executeQuery()) {
                row.next();
                counts.put(table, row.getLong(1));
            }
        }
        return counts;
    }

    private static List<String> books(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement question = connection.prepareStatement(BOOKS);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                tables.add(Identifier.quote(row.getString(1)) + "." + Identifier.quote(row.getString(2)));
            }
        }
        return tables;
    }
}
