package mana.studio.catalog;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of the queries that have only a few columns.
final class SmallRows {
    private SmallRows() {}

    record SchemaRow(long oid, String name, long owner, @Nullable String acl, @Nullable String comment) {
        static SchemaRow read(Rows row) throws SQLException {
            return new SchemaRow(row.oid(), row.text(), row.oid(), row.textOrNull(), row.textOrNull());
        }
    }

    record ExtensionRow(long oid, String name, String schema, String version, @Nullable String comment) {
        static ExtensionRow read(Rows row) throws SQLException {
            return new ExtensionRow(row.oid(), row.text(), row.text(), row.text(), row.textOrNull());
        }
    }

    /// @param schema null for what lives in none
    record NameRow(String kind, long oid, @Nullable String schema, String name) {
        static NameRow read(Rows row) throws SQLException {
            return new NameRow(row.text(), row.oid(), row.textOrNull(), row.text());
        }
    }

    record InheritRow(long child, long parent, int position) {
        static InheritRow read(Rows row) throws SQLException {
            return new InheritRow(row.oid(), row.oid(), row.integer());
        }
    }

    record ForeignTableRow(String server, List<String> options) {
        static Map<Long, ForeignTableRow> readAll(Rows rows) throws SQLException {
            Map<Long, ForeignTableRow> tables = new HashMap<>();
            while (rows.next()) {
                tables.put(rows.oid(), new ForeignTableRow(rows.text(), rows.texts()));
            }
            return tables;
        }
    }

    /// @param catalog the oid of the catalog that holds the object
    record OtherRow(
            long catalog,
            long oid,
            String kind,
            @Nullable String schema,
            String name,
            @Nullable String definition,
            @Nullable String address,
            @Nullable String owner,
            @Nullable String acl) {
        static OtherRow read(Rows row) throws SQLException {
            return new OtherRow(
                    row.oid(),
                    row.oid(),
                    row.text(),
                    row.textOrNull(),
                    row.text(),
                    row.longTextOrNull(),
                    row.textOrNull(),
                    row.textOrNull(),
                    row.textOrNull());
        }
    }

    /// @param column   the number of a column; 0 for a whole object
    /// @param onColumn the same of what is needed
    record DependencyRow(long catalog, long oid, int column, long onCatalog, long onOid, int onColumn) {
        static DependencyRow read(Rows row) throws SQLException {
            return new DependencyRow(
                    row.oid(), row.oid(), row.integer(), row.oid(), row.oid(), row.integer());
        }
    }

    record DatabaseRow(String name, String owner, @Nullable String comment, long blockSize, double epochSeconds) {
        static DatabaseRow read(Rows rows) throws SQLException {
            rows.next();
            return new DatabaseRow(rows.text(), rows.text(), rows.textOrNull(), rows.number(), rows.decimal());
        }
    }

    /// A row of `used_types.sql`.
    ///
    /// @param kind   `typtype` of the type or, of a domain, of what it narrows
    /// @param schema where the type, or an array's element, lives
    /// @param name   of the type, or of an array's element
    record UsedTypeRow(
            long type,
            int modifier,
            String sql,
            char kind,
            char category,
            String baseName,
            char storage,
            long collation,
            String schema,
            String name) {
        static UsedTypeRow read(Rows row) throws SQLException {
            return new UsedTypeRow(
                    row.oid(),
                    row.integer(),
                    row.text(),
                    row.letter(),
                    row.letter(),
                    row.text(),
                    row.letter(),
                    row.oid(),
                    row.text(),
                    row.text());
        }
    }
}
