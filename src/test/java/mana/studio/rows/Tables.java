package mana.studio.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// What reading rows needs to know of a relation, read from the server: columns, keys and indexes.
public final class Tables {
    private static final Map<String, Family> BY_TYPE = Map.ofEntries(
            Map.entry("uuid", Family.UUID),
            Map.entry("json", Family.JSON),
            Map.entry("jsonb", Family.JSON),
            Map.entry("bytea", Family.BINARY),
            Map.entry("date", Family.DATE),
            Map.entry("time", Family.TIME),
            Map.entry("int2", Family.INTEGER),
            Map.entry("int4", Family.INTEGER),
            Map.entry("int8", Family.INTEGER));

    private Tables() {}

    public static Relation of(DataSource source, String schema, String name) throws SQLException {
        try (Connection connection = source.getConnection()) {
            List<Column> columns = columns(connection, schema + "." + name);
            List<Index> indexes = new ArrayList<>();
            List<Constraint> constraints = new ArrayList<>();
            readIndexes(connection, schema + "." + name, indexes, constraints);
            QualifiedName qualified = new QualifiedName(schema, name);
            return switch (kind(connection, schema + "." + name)) {
                case "v" -> view(qualified, columns, indexes, false);
                case "m" -> view(qualified, columns, indexes, true);
                case "p" -> table(qualified, columns, indexes, constraints, "partitioned");
                default -> table(qualified, columns, indexes, constraints, null);
            };
        }
    }

    private static View view(QualifiedName name, List<Column> columns, List<Index> indexes, boolean materialized) {
        return new View(
                Identity.fresh(), name, "postgres", null, Privileges.DEFAULT, materialized, columns, "", indexes,
                List.of(), List.of(), true, null, null);
    }

    static Table table(
            QualifiedName name,
            List<Column> columns,
            List<Index> indexes,
            List<Constraint> constraints,
            @Nullable String partitionKey) {
        return new Table(
                Identity.fresh(), name, "postgres", null, Privileges.DEFAULT, Table.Persistence.PERMANENT, columns,
                constraints, indexes, List.of(), List.of(), List.of(), partitionKey, null, null, null,
                Table.RowSecurity.OFF, "heap", List.of(), null, Table.ReplicaIdentity.DEFAULT);
    }

    private static String kind(Connection connection, String name) throws SQLException {
        return list(connection, "SELECT relkind FROM pg_class WHERE oid = ?::regclass", name, row -> row.getString(1))
                .getFirst();
    }

    private static List<Column> columns(Connection connection, String name) throws SQLException {
        return list(
                connection,
                """
                SELECT a.attname, format_type(a.atttypid, a.atttypmod), t.typname, t.typcategory, t.typtype, a.attnotnull,
                       CASE WHEN n.nspname <> 'pg_catalog' THEN t.typname END, a.attgenerated, a.attidentity
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid JOIN pg_namespace n ON n.oid = t.typnamespace
                WHERE a.attrelid = ?::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
                """,
                name,
                Tables::column);
    }

    private static Column column(ResultSet row) throws SQLException {
        String named = row.getString(7);
        DataType type = new DataType(
                row.getString(2),
                family(row.getString(3), row.getString(4), row.getString(5)),
                named == null ? null : new QualifiedName("app", named));
        return column(
                row.getString(1),
                type,
                row.getBoolean(6),
                row.getString(8).isEmpty() ? null : new Column.Generated("…", true));
    }

    static Column column(String name, DataType type, boolean notNull, Column.@Nullable Generated generated) {
        return new Column(
                Identity.fresh(), name, type, notNull ? Column.NotNull.PLAIN : null, null, null, generated, null, null,
                null, null, List.of(), List.of(), true, null, Privileges.DEFAULT);
    }

    private static Family family(String name, String category, String kind) {
        if (BY_TYPE.containsKey(name)) {
            return BY_TYPE.get(name);
        }
        return switch (category) {
            case "A" -> Family.ARRAY;
            case "B" -> Family.BOOLEAN;
            case "C" -> Family.COMPOSITE;
            case "D" -> Family.TIMESTAMP;
            case "E" -> Family.ENUM;
            case "G" -> Family.GEOMETRIC;
            case "I" -> Family.NETWORK;
            case "N" -> Family.DECIMAL;
            case "R" -> Family.RANGE;
            case "S" -> Family.TEXT;
            case "T" -> Family.INTERVAL;
            case "V" -> Family.BITS;
            default -> kind.equals("e") ? Family.ENUM : Family.OTHER;
        };
    }

    private static void readIndexes(
            Connection connection, String name, List<Index> indexes, List<Constraint> constraints)
            throws SQLException {
        list(
                connection,
                """
                SELECT c.relname, m.amname, i.indisunique, i.indisprimary,
                       array(SELECT a.attname::text FROM unnest(i.indkey::int[]) WITH ORDINALITY AS k(number, place)
                             JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number ORDER BY place),
                       i.indoption::int[], pg_get_expr(i.indpred, i.indrelid), i.indisvalid
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am m ON m.oid = c.relam
                WHERE i.indrelid = ?::regclass AND i.indexprs IS NULL ORDER BY c.relname
                """,
                name,
                row -> {
                    List<String> columns = Arrays.asList((String[]) row.getArray(5).getArray());
                    if (row.getBoolean(4)) {
                        constraints.add(new Constraint.PrimaryKey(
                                Identity.fresh(), row.getString(1), null, true, columns,
                                Constraint.Deferrability.NOT_DEFERRABLE, false, Constraint.Backing.PLAIN));
                    } else {
                        indexes.add(index(row, columns, (Integer[]) row.getArray(6).getArray()));
                    }
                    return row;
                });
    }

    private static Index index(ResultSet row, List<String> columns, Integer[] options) throws SQLException {
        List<Index.Key> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            keys.add(new Index.Key(
                    columns.get(i), null, null, null, List.of(), (options[i] & 1) != 0, (options[i] & 2) != 0));
        }
        return new Index(
                Identity.fresh(), row.getString(1), null, row.getString(2), row.getBoolean(3), false, keys, List.of(),
                row.getString(7), List.of(), null, row.getBoolean(8), false, false, null);
    }

    private static <T> List<T> list(Connection connection, String sql, String name, Server.Mapper<T> mapper)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> read = new ArrayList<>();
                while (rows.next()) {
                    read.add(mapper.map(rows));
                }
                return read;
            }
        }
    }
}
