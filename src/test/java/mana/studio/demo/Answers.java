package mana.studio.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/// What a database answers, as text.
record Answers(DataSource source) {
    /// The first column of a query.
    List<String> column(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }

    String one(String sql) throws SQLException {
        return column(sql).getFirst();
    }

    void run(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// For every table and materialized view, its number of rows and a sum over their content.
    Map<String, String> checksums() throws SQLException {
        List<String> tables = column(
                """
                SELECT format('%I.%I', n.nspname, c.relname)
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_|^information_schema$'
                """);
        Map<String, String> sums = new TreeMap<>();
        for (String table : tables) {
            String sum = "coalesce(sum(hashtextextended(t::text, 0)), 0)";
            sums.put(table, one("SELECT count(*) || ':' || " + sum + " FROM " + table + " t"));
        }
        return sums;
    }
}
