package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Snapshot.Extra;
import mana.studio.drizzle.snapshot.Snapshot.Row;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Version 8: a flat list of entities, each with all of its keys.
///
/// The entities know more than Drizzle's words do here (whether a name was given, what a role may, privileges). So what
/// was read is kept, and a changed schema changes in them what is different, no more.
final class Version8 {
    private Version8() {}

    static Snapshot read(JsonPlace root) throws UnreadableSnapshot {
        String id = root.text("id");
        List<String> parents = root.texts("prevIds");
        List<JsonPlace> entities = root.elements("ddl");
        DrizzleSchema schema = EntityReader.read(entities);
        root.any("renames");
        root.keep("renames");
        root.done();
        List<Row> rows = entities.stream().map(JsonPlace::json).map(Row::new).toList();
        return new Snapshot("8", id, parents, schema, root.extras(), rows);
    }

    static ObjectNode write(Snapshot snapshot) {
        ObjectNode root = Json.object();
        root.put("version", "8");
        root.put("dialect", "postgres");
        root.put("id", snapshot.id());
        root.set("prevIds", Json.texts(snapshot.parents()));
        ArrayNode ddl = root.putArray("ddl");
        rows(snapshot).forEach(ddl::add);
        root.putArray("renames");
        snapshot.extras().stream()
                .filter(Extra::isTop)
                .forEach(extra -> root.set(extra.key(), Json.read(extra.json())));
        return root;
    }

    /// The rows that were read, with what the schema has otherwise; new ones behind those of their kind.
    private static List<ObjectNode> rows(Snapshot snapshot) {
        List<ObjectNode> kept = new ArrayList<>();
        for (Row row : snapshot.rows()) {
            kept.add((ObjectNode) Json.read(row.json()));
        }
        Map<List<String>, ObjectNode> before = byKey(EntityWriter.of(schemaOf(kept)));
        Map<List<String>, ObjectNode> now = byKey(EntityWriter.of(snapshot.schema()));
        Set<List<String>> done = new HashSet<>();
        List<ObjectNode> rows = new ArrayList<>();
        for (ObjectNode row : kept) {
            List<String> key = EntityType.key(row);
            ObjectNode wanted = now.get(key);
            if (EntityType.of(row).isEmpty() || isUnspoken(row, before, now)) {
                rows.add(row);
            } else if (wanted != null) {
                rows.add(changed(row, before.getOrDefault(key, Json.object()), wanted));
            }
            done.add(key);
        }
        now.forEach((key, row) -> {
            if (!done.contains(key)) {
                rows.add(row);
            }
        });
        return inOrder(rows, kept);
    }

    /// A key of one column that has an old name, after its table was renamed: the schema says that there is one.
    private static boolean isUnspoken(
            ObjectNode row, Map<List<String>, ObjectNode> before, Map<List<String>, ObjectNode> now) {
        if (EntityType.of(row).filter(EntityType.PKS::equals).isEmpty() || before.containsKey(EntityType.key(row))) {
            return false;
        }
        List<String> usual = usualKey(row);
        ObjectNode same = now.remove(usual);
        return same != null && same.get("columns").equals(row.get("columns"));
    }

    private static List<String> usualKey(ObjectNode key) {
        List<String> usual = new ArrayList<>(EntityType.key(key));
        usual.set(3, usual.get(2) + "_pkey");
        return usual;
    }

    private static DrizzleSchema schemaOf(List<ObjectNode> rows) {
        try {
            List<JsonPlace> places = new ArrayList<>();
            for (ObjectNode row : rows) {
                places.add(JsonPlace.of("", "", row));
            }
            return EntityReader.read(places);
        } catch (UnreadableSnapshot impossible) {
            throw new IllegalStateException("was read before", impossible);
        }
    }

    private static Map<List<String>, ObjectNode> byKey(List<ObjectNode> rows) {
        Map<List<String>, ObjectNode> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(EntityType.key(row), row));
        return byKey;
    }

    private static ObjectNode changed(ObjectNode row, ObjectNode before, ObjectNode now) {
        for (Map.Entry<String, JsonNode> field : now.properties()) {
            if (!field.getValue().equals(before.get(field.getKey()))) {
                row.set(field.getKey(), field.getValue());
            }
        }
        return row;
    }

    /// In the usual order where what was read stood so; otherwise new ones behind the last of their kind.
    private static List<ObjectNode> inOrder(List<ObjectNode> rows, List<ObjectNode> kept) {
        Map<String, Integer> places = new HashMap<>();
        kept.forEach(row -> places.putIfAbsent(word(row), places.size()));
        boolean usual = isUsual(kept);
        return rows.stream()
                .sorted(Comparator.comparing(row -> usual
                        ? EntityType.of(row).map(Enum::ordinal).orElse(Integer.MAX_VALUE)
                        : places.getOrDefault(word(row), Integer.MAX_VALUE)))
                .toList();
    }

    private static String word(ObjectNode row) {
        return row.path("entityType").asString("");
    }

    private static boolean isUsual(List<ObjectNode> rows) {
        List<Integer> places = rows.stream()
                .map(EntityType::of)
                .flatMap(Optional::stream)
                .map(Enum::ordinal)
                .toList();
        return places.equals(places.stream().sorted().toList());
    }
}
