package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The entities of version 9 while changes are applied to them.
final class Entities {
    private static final Set<String> OF_COLUMNS = Set.of("pks", "uniques", "fks");

    private final List<ObjectNode> rows = new ArrayList<>();

    List<ObjectNode> rows() {
        return rows;
    }

    void create(ObjectNode row) {
        rows.removeIf(other -> EntityType.key(other).equals(EntityType.key(row)));
        rows.add(row);
    }

    void drop(ObjectNode row) {
        rows.removeIf(other -> other == row);
    }

    /// By the kind, a zero, and the names as a JSON array: of an index its schema and its own, of what else belongs to
    /// a
    /// table also the table's.
    Optional<ObjectNode> find(String key) {
        int zero = key.indexOf('\0');
        if (zero < 0) {
            return Optional.empty();
        }
        String kind = key.substring(0, zero);
        JsonNode names = Json.read(key.substring(zero + 1));
        return rows.stream()
                .filter(row -> is(row, "entityType", kind) && isNamed(row, names))
                .findFirst();
    }

    private static boolean isNamed(ObjectNode row, JsonNode names) {
        String last = names.get(names.size() - 1).asString("");
        boolean schema = names.size() < 2 || is(row, "schema", names.get(0).asString(""));
        boolean table = names.size() < 3 || is(row, "table", names.get(1).asString(""));
        return schema && table && is(row, "name", last);
    }

    private static boolean is(ObjectNode row, String key, String text) {
        return row.path(key).asString("").equals(text);
    }

    /// Renames a thing in itself and in whatever names it.
    void rename(ObjectNode row, ObjectNode set) {
        String schema = row.path("schema").asString("");
        String table = row.path("table").asString("");
        String name = row.path("name").asString("");
        String newName = set.path("name").asString(name);
        String newSchema = set.path("schema").asString(schema);
        set.properties().forEach(field -> row.set(field.getKey(), field.getValue()));
        switch (row.path("entityType").asString("")) {
            case "schemas" -> renameSchema(name, newName);
            case "tables" -> renameTable(schema, name, newSchema, newName);
            case "columns" -> renameColumn(schema, table, name, newName);
            case "enums" -> renameEnum(schema, name, newSchema, newName);
            case "roles" -> rows.forEach(other -> replace(other.path("roles"), name, newName));
            default -> {}
        }
    }

    private void renameSchema(String name, String newName) {
        for (ObjectNode row : rows) {
            for (String key : List.of("schema", "schemaTo", "typeSchema")) {
                if (is(row, key, name)) {
                    row.put(key, newName);
                }
            }
        }
    }

    private void renameTable(String schema, String name, String newSchema, String newName) {
        for (ObjectNode row : rows) {
            if (is(row, "schema", schema) && is(row, "table", name)) {
                row.put("schema", newSchema).put("table", newName);
            }
            if (is(row, "schemaTo", schema) && is(row, "tableTo", name)) {
                row.put("schemaTo", newSchema).put("tableTo", newName);
            }
        }
    }

    private void renameColumn(String schema, String table, String name, String newName) {
        for (ObjectNode row : rows) {
            String kind = row.path("entityType").asString("");
            boolean own = is(row, "schema", schema) && is(row, "table", table);
            if (own && OF_COLUMNS.contains(kind)) {
                replace(row.path("columns"), name, newName);
            } else if (own && kind.equals("indexes")) {
                row.path("columns").forEach(part -> renamePart(part, name, newName));
            }
            if (is(row, "schemaTo", schema) && is(row, "tableTo", table)) {
                replace(row.path("columnsTo"), name, newName);
            }
        }
    }

    private static void renamePart(JsonNode part, String name, String newName) {
        if (part instanceof ObjectNode node && !node.path("isExpression").asBoolean(false) && is(node, "value", name)) {
            node.put("value", newName);
        }
    }

    private void renameEnum(String schema, String name, String newSchema, String newName) {
        for (ObjectNode row : rows) {
            if (is(row, "typeSchema", schema) && is(row, "type", name)) {
                row.put("typeSchema", newSchema).put("type", newName);
            }
        }
    }

    private static void replace(JsonNode names, String name, String newName) {
        if (names instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                if (array.get(at).asString("").equals(name)) {
                    array.set(at, newName);
                }
            }
        }
    }
}
