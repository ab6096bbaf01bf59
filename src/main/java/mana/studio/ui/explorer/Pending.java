package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.design.Edits;
import mana.studio.design.PendingChange;
import mana.studio.design.PendingChanges;
import mana.studio.design.Sketch;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;

/// What is pending in a design, as the explorer shows it: a mark for each thing, and the things that are gone.
final class Pending {
    static final Pending NONE = new Pending();

    private final Map<String, Mark> things = new HashMap<>();
    private final Map<String, Mark> parts = new HashMap<>();
    private final Map<String, List<SchemaObject>> removedObjects = new HashMap<>();
    private final List<Schema> removedSchemas = new ArrayList<>();
    private final Map<String, Relation> changedRelations = new HashMap<>();

    /// Everything that can be read in the explorer of a design with changes; empty without.
    private List<String> looks = List.of();

    private Pending() {}

    static Pending of(Database base, Sketch design) {
        Pending pending = new Pending();
        for (PendingChange change : PendingChanges.of(base, design)) {
            pending.add(change, base);
        }
        pending.looks = pending.looks(design.database());
        return pending;
    }

    /// Whether both designs look the same here: what is typed elsewhere mostly is not seen in the explorer.
    boolean looksLike(Pending other) {
        return looks.equals(other.looks) && things.equals(other.things) && parts.equals(other.parts);
    }

    private List<String> looks(Database design) {
        List<String> all = new ArrayList<>();
        for (Schema schema : design.schemas()) {
            all.add(schema.name());
            schema.objects().forEach(object -> {
                all.add(ExplorerTree.keyOf(object));
                if (object instanceof Relation relation && of(relation.id()) != Mark.NONE) {
                    relation.columns().forEach(column -> all.add(words(new Entry.OfColumn(relation, column))));
                    relation.indexes().forEach(index -> all.add(words(new Entry.OfIndex(relation, index))));
                }
                if (object instanceof Table table && of(table.id()) != Mark.NONE) {
                    table.constraints().forEach(key -> all.add(words(new Entry.OfConstraint(table, key))));
                }
            });
        }
        return all;
    }

    private static String words(Entry entry) {
        return LineText.of(entry).spoken();
    }

    private void add(PendingChange change, Database base) {
        Mark mark = Mark.of(change.kind());
        Identity part = change.part();
        if (part != null) {
            parts.put(part.key(), mark);
            things.putIfAbsent(change.object().key(), Mark.CHANGED);
            Edits.object(base, change.object())
                    .filter(Relation.class::isInstance)
                    .map(Relation.class::cast)
                    .ifPresent(relation -> changedRelations.put(relation.id().key(), relation));
            return;
        }
        things.put(change.object().key(), mark);
        if (mark == Mark.REMOVED) {
            removed(change.object(), base);
        }
    }

    private void removed(Identity id, Database base) {
        for (Schema schema : base.schemas()) {
            if (schema.id().same(id)) {
                removedSchemas.add(schema);
            }
            schema.objects()
                    .filter(object -> object.id().same(id))
                    .forEach(object -> removedObjects
                            .computeIfAbsent(schema.id().key(), _ -> new ArrayList<>())
                            .add(object));
        }
    }

    boolean isEmpty() {
        return things.isEmpty();
    }

    /// Of an object or a schema.
    Mark of(Identity thing) {
        return things.getOrDefault(thing.key(), Mark.NONE);
    }

    /// Of a column, a key or an index.
    Mark ofPart(Identity part) {
        return parts.getOrDefault(part.key(), Mark.NONE);
    }

    List<Schema> removedSchemas() {
        return removedSchemas;
    }

    /// What was in a schema and is gone.
    <T extends SchemaObject> List<T> removedFrom(Schema schema, Class<T> kind) {
        return removedObjects.getOrDefault(schema.id().key(), List.of()).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// A relation as it was, where its parts changed: some may be gone.
    Stream<Relation> before(Relation relation) {
        return Stream.ofNullable(changedRelations.get(relation.id().key()));
    }
}
