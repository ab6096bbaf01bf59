package mana.studio.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.schema.QualifiedName;

/// Measures what a relation takes on disk now, its partitions included. Costs the server a look at every file of it.
public final class SizeReader {
    /// `pg_partition_tree` has no row for what is neither partitioned nor a partition.
    private static final String SIZE = """
            WITH wanted AS (
                SELECT c.oid
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = ? AND c.relname = ?
            ), part AS (
                SELECT oid FROM wanted
                UNION
                SELECT tree.relid::pg_catalog.oid FROM wanted, pg_catalog.pg_partition_tree(wanted.oid) AS tree
            )
            SELECT pg_catalog.sum(pg_catalog.pg_table_size(c.oid))::bigint,
                   pg_catalog.sum(pg_catalog.pg_indexes_size(c.oid))::bigint,
                   pg_catalog.sum(CASE WHEN c.reltoastrelid <> 0
                                       THEN pg_catalog.pg_total_relation_size(c.reltoastrelid) ELSE 0 END)::bigint
            FROM part
            JOIN pg_catalog.pg_class c ON c.oid = part.oid
            HAVING pg_catalog.count(*) > 0
            """;

    private static final String INDEX_SIZES = """
            SELECT ic.relname, pg_catalog.pg_relation_size(ic.oid)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
            JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
            WHERE n.nspname = ? AND c.relname = ?
            """;

    private final DataSource source;

    public SizeReader(DataSource source) {
        this.source = source;
    }

    /// Sizes in bytes.
    ///
    /// @param table   its rows, those moved out (TOAST) and its maps
    /// @param toast   how much of that was moved out
    /// @param indexes all its indexes
    /// @param byIndex its own indexes, by name
    public record DiskSize(long table, long toast, long indexes, Map<String, Long> byIndex) {
        public DiskSize {
            byIndex = Map.copyOf(byIndex);
        }

        /// What `pg_total_relation_size` says.
        public long total() {
            return table + indexes;
        }
    }

    /// Empty where there is no such relation any more.
    public Optional<DiskSize> measure(QualifiedName relation, Cancellation cancellation) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement sizes = statement(connection, SIZE, relation);
                Cancellation.Running _ = cancellation.watch(sizes);
                ResultSet row = sizes.executeQuery()) {
            return row.next()
                    ? Optional.of(new DiskSize(
                            row.getLong(1), row.getLong(3), row.getLong(2), indexSizes(connection, relation)))
                    : Optional.empty();
        }
    }

    private static Map<String, Long> indexSizes(Connection connection, QualifiedName relation) throws SQLException {
        Map<String, Long> sizes = new TreeMap<>();
        try (PreparedStatement statement = statement(connection, INDEX_SIZES, relation);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                sizes.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sizes;
    }

    private static PreparedStatement statement(Connection connection, String sql, QualifiedName relation)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, relation.schema());
        statement.setString(2, relation.name());
        return statement;
    }
}
