package mana.studio.drizzle.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.project.MigrationsTable;
import org.jspecify.annotations.Nullable;

/// Reads the books of migrators, whatever columns they have.
public final class BooksReader {
    private static final int MOST = 100_000;

    private final DataSource source;

    public BooksReader(DataSource source) {
        this.source = source;
    }

    /// The books of some tables, and of every other table in the database that looks like books.
    ///
    /// @throws SQLException where the database cannot be asked at all
    public Map<MigrationsTable, Books> read(Iterable<MigrationsTable> tables, Cancellation cancellation)
            throws SQLException {
        try (Connection connection = source.getConnection()) {
            Set<MigrationsTable> wanted = new TreeSet<>(Comparator.comparing(MigrationsTable::toString));
            tables.forEach(wanted::add);
            wanted.addAll(likely(connection, cancellation));
            Map<MigrationsTable, Books> books = new LinkedHashMap<>();
            for (MigrationsTable table : wanted) {
                books.put(table, tolerant(connection, table, cancellation));
            }
            return books;
        }
    }

    /// Tables with the columns of books and a name to match.
    private static List<MigrationsTable> likely(Connection connection, Cancellation cancellation) throws SQLException {
        String sql = """
            SELECT n.nspname, c.relname
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND c.relname LIKE '%drizzle_migrations%'
              AND 2 = (SELECT count(*) FROM pg_catalog.pg_attribute a
                       WHERE a.attrelid = c.oid AND NOT a.attisdropped AND a.attname IN ('hash', 'created_at'))
            ORDER BY 1, 2\
            """;
        List<MigrationsTable> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                Cancellation.Running _ = cancellation.watch(statement);
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(new MigrationsTable(row.getString(1), row.getString(2)));
            }
        }
        return found;
    }

    /// What the role may not read is said in the books.
    private static Books tolerant(Connection connection, MigrationsTable table, Cancellation cancellation)
            throws SQLException {
        try {
            return read(connection, table, MOST, cancellation);
        } catch (SQLException refused) {
            if (!"42501".equals(refused.getSQLState())) {
                throw refused;
            }
            return new Books(table, true, false, List.of(), refused.getMessage());
        }
    }

    /// All of one migrator's books.
    ///
    /// @throws SQLException where the server refuses, or what bears the name are no books
    public static Books read(Connection connection, MigrationsTable table, Cancellation cancellation)
            throws SQLException {
        Books books = read(connection, table, 0, cancellation);
        if (books.problem() != null) {
            throw new SQLException(books.problem(), "42703");
        }
        if (books.rows().stream().anyMatch(row -> row.id() == null)) {
            throw new SQLException(table + " has no column id, which every migrator asks for.", "42703");
        }
        return books;
    }

    private static Books read(Connection connection, MigrationsTable table, int most, Cancellation cancellation)
            throws SQLException {
        Set<String> columns = columns(connection, table, cancellation);
        if (columns.isEmpty()) {
            return Books.none(table);
        }
        if (!columns.contains("hash") || !columns.contains("created_at")) {
            return new Books(
                    table,
                    true,
                    columns.contains("name"),
                    List.of(),
                    table + " has no columns hash and created_at: these are not a migrator's books.");
        }
        String order = columns.contains("id") ? " ORDER BY \"id\"" : "";
        try (Statement statement = connection.createStatement();
                Cancellation.Running _ = cancellation.watch(statement)) {
            statement.setMaxRows(most);
            List<BooksRow> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table.sql() + order)) {
                while (row.next()) {
                    rows.add(new BooksRow(
                            get(columns, "id", id -> number(row, id)),
                            row.getString("hash"),
                            number(row, "created_at"),
                            get(columns, "name", name -> text(row, name)),
                            get(columns, "applied_at", time -> text(row, time))));
                }
            }
            return new Books(table, true, columns.contains("name"), rows, null);
        }
    }

    private static Set<String> columns(Connection connection, MigrationsTable table, Cancellation cancellation)
            throws SQLException {
        String sql = """
            SELECT a.attname
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname = ? AND c.relname = ?\
            """;
        Set<String> columns = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                Cancellation.Running _ = cancellation.watch(statement)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.table());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }

    private interface Reading<T> {
        @Nullable
        T of(String column) throws SQLException;
    }

    private static <T> @Nullable T get(Set<String> columns, String column, Reading<T> reading) throws SQLException {
        return columns.contains(column) ? reading.of(column) : null;
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable String text(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
