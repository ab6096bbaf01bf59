package mana.studio.console;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mana.studio.console.Grid.Head;
import mana.studio.console.Grid.Value;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import org.jspecify.annotations.Nullable;

/// Reads the first rows of a result.
final class Rows {
    /// So many rows are fetched at first: one of them may hold megabytes.
    static final int FIRST_FETCH = 20;

    private static final int LARGEST_FETCH = 500;
    /// In characters, which is what a fetch should hold.
    private static final long FETCH_SIZE = 1_000_000;
    /// In characters, which is what all rows may hold.
    private static final long MOST = 32_000_000;

    private static final Map<String, Family> FAMILIES = Map.ofEntries(
            Map.entry("bool", Family.BOOLEAN),
            Map.entry("int2", Family.INTEGER),
            Map.entry("int4", Family.INTEGER),
            Map.entry("int8", Family.INTEGER),
            Map.entry("oid", Family.INTEGER),
            Map.entry("numeric", Family.DECIMAL),
            Map.entry("float4", Family.DECIMAL),
            Map.entry("float8", Family.DECIMAL),
            Map.entry("text", Family.TEXT),
            Map.entry("varchar", Family.TEXT),
            Map.entry("uuid", Family.UUID),
            Map.entry("date", Family.DATE),
            Map.entry("time", Family.TIME),
            Map.entry("timestamp", Family.TIMESTAMP),
            Map.entry("timestamptz", Family.TIMESTAMP),
            Map.entry("interval", Family.INTERVAL),
            Map.entry("json", Family.JSON),
            Map.entry("jsonb", Family.JSON),
            Map.entry("bytea", Family.BINARY));
    private static final Map<String, String> NAMES = Map.of(
            "bool", "boolean",
            "int2", "smallint",
            "int4", "integer",
            "int8", "bigint",
            "float4", "real",
            "float8", "double precision",
            "bpchar", "character");

    private Rows() {}

    static Grid read(ResultSet result, int limit) throws SQLException {
        List<Head> heads = heads(result.getMetaData());
        List<List<Value>> rows = new ArrayList<>();
        long size = 0;
        boolean more = result.next();
        while (more && rows.size() < limit && size < MOST) {
            List<Value> row = row(result, heads);
            rows.add(row);
            size += row.stream().mapToLong(Value::length).sum();
            if (rows.size() == FIRST_FETCH) {
                fitFetch(result, size);
            }
            more = result.next();
        }
        return new Grid(heads, rows, more);
    }

    /// Rows that are not read through a cursor came at once: there is nothing to fetch.
    private static void fitFetch(ResultSet result, long size) throws SQLException {
        if (result.getFetchSize() > 0) {
            long fitting = FETCH_SIZE * FIRST_FETCH / Math.max(1, size);
            result.setFetchSize((int) Math.clamp(fitting, FIRST_FETCH, LARGEST_FETCH));
        }
    }

    private static List<Value> row(ResultSet result, List<Head> heads) throws SQLException {
        List<Value> row = new ArrayList<>(heads.size());
        for (int at = 0; at < heads.size(); at++) {
            @Nullable String text = result.getString(at + 1);
            boolean isBoolean = heads.get(at).type().family() == Family.BOOLEAN;
            row.add(Value.of(text == null || !isBoolean ? text : text.startsWith("t") ? "true" : "false"));
        }
        return row;
    }

    private static List<Head> heads(ResultSetMetaData meta) throws SQLException {
        List<Head> heads = new ArrayList<>();
        for (int at = 1; at <= meta.getColumnCount(); at++) {
            heads.add(new Head(meta.getColumnLabel(at), type(meta.getColumnTypeName(at))));
        }
        return heads;
    }

    /// The types a driver names as `pg_type.typname` does.
    private static DataType type(String name) {
        boolean array = name.startsWith("_");
        String element = array ? name.substring(1) : name;
        String sql = NAMES.getOrDefault(element, element) + (array ? "[]" : "");
        return new DataType(sql, array ? Family.ARRAY : FAMILIES.getOrDefault(element, Family.OTHER), null);
    }
}
