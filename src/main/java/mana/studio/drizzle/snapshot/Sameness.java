package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.drizzle.model.DrizzleSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Whether drizzle-kit would take two schemas for the same. It does not mind the order of tables, columns and whatever
/// else has a name; everything else it compares by its text, so that `numeric(10,2)` is another type than
/// `numeric(10, 2)` and the default `1` another than `'1'`.
public final class Sameness {
    private static final Map<String, String> NOUNS = Map.ofEntries(
            Map.entry("schemas", "schema"),
            Map.entry("enums", "enum"),
            Map.entry("tables", "table"),
            Map.entry("views", "view"),
            Map.entry("sequences", "sequence"),
            Map.entry("roles", "role"),
            Map.entry("policies", "policy"),
            Map.entry("columns", "column"),
            Map.entry("indexes", "index"),
            Map.entry("foreignKeys", "foreign key"),
            Map.entry("compositePrimaryKeys", "primary key"),
            Map.entry("uniqueConstraints", "unique constraint"),
            Map.entry("checkConstraints", "check"));
    private static final List<String> SECTIONS =
            List.of("schemas", "enums", "tables", "views", "sequences", "roles", "policies");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private final List<String> differences = new ArrayList<>();

    private Sameness() {}

    /// What of the second is not as in the first, a clause each: `column app.users.name: type was "text", is
    /// "varchar"`. Empty where drizzle-kit would say that nothing changed.
    public static List<String> differences(DrizzleSchema before, DrizzleSchema after) {
        JsonNode one = written(before);
        JsonNode other = written(after);
        Sameness sameness = new Sameness();
        SECTIONS.forEach(section -> sameness.named(section, "", one.path(section), other.path(section)));
        return List.copyOf(sameness.differences);
    }

    /// Read again, so that numbers compare as they are written.
    private static JsonNode written(DrizzleSchema schema) {
        return Json.read(Json.compact(Version7Writer.write(Snapshot.ofVersion7("", "", schema))));
    }

    /// Things that have names.
    private void named(String section, String owner, JsonNode before, JsonNode after) {
        for (String name : keys(before, after)) {
            String thing = NOUNS.getOrDefault(section, section) + " " + (owner.isEmpty() ? "" : owner + ".") + name;
            if (!after.has(name)) {
                differences.add(thing + " is gone");
            } else if (!before.has(name)) {
                differences.add(thing + " is new");
            } else {
                thing(thing, (owner.isEmpty() ? "" : owner + ".") + name, before.path(name), after.path(name));
            }
        }
    }

    private void thing(String thing, String name, JsonNode before, JsonNode after) {
        for (String key : keys(before, after)) {
            JsonNode was = before.path(key);
            JsonNode is = after.path(key);
            if (NOUNS.containsKey(key) && (was.isObject() || is.isObject())) {
                named(key, name, was, is);
            } else if (!was.equals(is)) {
                differences.add("%s: %s was %s, is %s".formatted(thing, key, shown(was), shown(is)));
            }
        }
    }

    private static String shown(JsonNode value) {
        return value.equals(NOTHING) ? "none" : Json.compact(value);
    }

    private static Set<String> keys(JsonNode before, JsonNode after) {
        Set<String> keys = new LinkedHashSet<>();
        before.properties().forEach(member -> keys.add(member.getKey()));
        after.properties().forEach(member -> keys.add(member.getKey()));
        return keys;
    }
}
