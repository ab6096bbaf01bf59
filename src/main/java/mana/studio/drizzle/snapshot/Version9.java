package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.snapshot.Snapshot.Row;
import tools.jackson.databind.node.ObjectNode;

/// Version 9: the first snapshot holds all entities, each after it what changed. What a snapshot means is the first
/// with
/// the changes of all its ancestors, in the folder's order, in which none stands before its parents.
final class Version9 {
    private static final String LOST = "Take the missing file from version control; drizzle-kit needs it, too.";

    private final Map<String, JsonPlace> byId = new LinkedHashMap<>();

    private Version9() {}

    /// A file by itself: the base of a chain, or of a single snapshot.
    static Snapshot readBase(JsonPlace root) throws UnreadableSnapshot {
        if (!root.text("type").equals("base")) {
            throw root.refused(
                    "a snapshot of version 9 that holds only what changed",
                    "Read it together with the folder it lies in.");
        }
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonPlace row : root.elements("ddl")) {
            rows.add(row.mustBeObject().copy());
        }
        return snapshot(root, rows);
    }

    static Snapshot stateOf(MigrationFolder folder, Migration.SnapshotFile wanted) throws UnreadableSnapshot {
        Version9 chain = new Version9();
        for (Migration migration : folder.migrations()) {
            Migration.SnapshotFile file = migration.snapshot();
            if (file != null && file.version().equals("9")) {
                JsonPlace root = JsonPlace.root(file.path().toString(), Snapshots.text(file.path()));
                chain.byId.put(root.text("id"), root);
            }
        }
        JsonPlace last = JsonPlace.root(wanted.path().toString(), Snapshots.text(wanted.path()));
        chain.byId.put(last.text("id"), last);
        return chain.state(last);
    }

    private Snapshot state(JsonPlace last) throws UnreadableSnapshot {
        Set<String> ancestors = new LinkedHashSet<>();
        collect(last, ancestors);
        Entities entities = new Entities();
        for (Map.Entry<String, JsonPlace> snapshot : byId.entrySet()) {
            if (ancestors.contains(snapshot.getKey())) {
                apply(snapshot.getValue(), entities);
            }
        }
        return snapshot(last, entities.rows());
    }

    private void collect(JsonPlace snapshot, Set<String> ancestors) throws UnreadableSnapshot {
        if (!ancestors.add(snapshot.text("id")) || snapshot.text("type").equals("base")) {
            return;
        }
        for (String parent : snapshot.texts("prevIds")) {
            JsonPlace before = byId.get(parent);
            if (before == null) {
                throw snapshot.refused("its parent " + parent + " is none of the folder's snapshots", LOST);
            }
            collect(before, ancestors);
        }
    }

    private static void apply(JsonPlace snapshot, Entities entities) throws UnreadableSnapshot {
        if (snapshot.text("type").equals("base")) {
            for (JsonPlace row : snapshot.elements("ddl")) {
                entities.create(row.mustBeObject().copy());
            }
            return;
        }
        for (JsonPlace delta : snapshot.elements("deltas")) {
            String operation = delta.mustBeObject().text("op");
            switch (operation) {
                case "create" ->
                    entities.create(delta.object("row")
                            .orElseThrow(() -> delta.missing("row"))
                            .copy());
                case "drop" -> entities.drop(entity(delta, entities));
                case "alter" -> entity(delta, entities).setAll(set(delta));
                case "rename" -> entities.rename(entity(delta, entities), set(delta));
                default -> throw delta.wrong("\"" + operation + "\" is no change that is known here");
            }
        }
    }

    private static ObjectNode set(JsonPlace delta) throws UnreadableSnapshot {
        return delta.object("set").orElseThrow(() -> delta.missing("set")).copy();
    }

    private static ObjectNode entity(JsonPlace delta, Entities entities) throws UnreadableSnapshot {
        String key = delta.text("key");
        return entities.find(key)
                .orElseThrow(() -> delta.wrong("it changes " + key.replace('\0', ' ') + ", which is not there"));
    }

    private static Snapshot snapshot(JsonPlace root, List<ObjectNode> rows) throws UnreadableSnapshot {
        List<JsonPlace> places = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            places.add(JsonPlace.of(root.file(), "/ddl/" + at, rows.get(at)));
        }
        return new Snapshot(
                "9",
                root.text("id"),
                root.texts("prevIds"),
                EntityReader.read(places),
                List.of(),
                rows.stream().map(row -> new Row(Json.compact(row))).toList());
    }
}
