package mana.studio.design;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;

/// Which things of a design are which of the database as it has become: those of one identity, and then those of one
/// name. A name finds what the design itself has added and was applied since, and what was dropped and created again.
final class Pairing {
    private final Map<String, Identity> others = new HashMap<>();

    private Pairing() {}

    static Pairing of(Database base, Database mine, Database theirs) {
        Pairing pairing = new Pairing();
        // The design's names first: what it has added or renamed is found under the name that it gave.
        pairing.pair(mine, theirs, identities(base), identities(mine));
        pairing.pair(base, theirs, identities(base), identities(mine));
        return pairing;
    }

    private static Set<String> identities(Database database) {
        Set<String> keys = new HashSet<>();
        database.schemas().forEach(schema -> {
            keys.add(schema.id().key());
            schema.objects().forEach(object -> {
                keys.add(object.id().key());
                Parts.components(object)
                        .forEach(component -> Parts.in(object, component)
                                .forEach(part -> keys.add(Objects.requireNonNull(Components.identity(part))
                                        .key())));
            });
        });
        return keys;
    }

    private void pair(Database from, Database theirs, Set<String> known, Set<String> own) {
        Set<String> there = identities(theirs);
        Map<String, Schema> schemas = new HashMap<>();
        Map<ObjectName, SchemaObject> names = new HashMap<>();
        Map<String, SchemaObject> objects = new HashMap<>();
        for (Schema schema : theirs.schemas()) {
            schemas.put(schema.name(), schema);
            schema.objects().forEach(object -> {
                names.put(ObjectName.of(object), object);
                objects.put(object.id().key(), object);
            });
        }
        for (Schema schema : from.schemas()) {
            Schema other = schemas.get(schema.name());
            if (other != null) {
                same(schema.id(), other.id(), there, known, own);
            }
            schema.objects().forEach(object -> {
                SchemaObject byName = names.get(ObjectName.of(object));
                if (byName != null && byName.getClass() == object.getClass()) {
                    same(object.id(), byName.id(), there, known, own);
                }
                Identity id = over(object.id());
                SchemaObject paired = objects.get(id.key());
                if (paired != null && paired.getClass() == object.getClass()) {
                    parts(object, paired, there, known, own);
                }
            });
        }
    }

    private void parts(SchemaObject object, SchemaObject other, Set<String> there, Set<String> known, Set<String> own) {
        if (object == other) {
            return;
        }
        for (String component : Parts.components(object)) {
            Map<String, Record> names = new HashMap<>();
            List<Record> theirs = Parts.in(other, component);
            theirs.forEach(part -> names.put(Parts.name(part), part));
            for (Record part : Parts.in(object, component)) {
                Record byName = names.get(Parts.name(part));
                if (byName != null && byName.getClass() == part.getClass()) {
                    same(
                            Objects.requireNonNull(Components.identity(part)),
                            Objects.requireNonNull(Components.identity(byName)),
                            there,
                            known,
                            own);
                }
            }
        }
    }

    /// A thing that is there under its own identity is itself; and nothing is two things.
    private void same(Identity one, Identity other, Set<String> there, Set<String> known, Set<String> own) {
        boolean isThere = there.contains(one.key());
        boolean isTaken = known.contains(other.key())
                || own.contains(other.key())
                || others.values().stream().anyMatch(taken -> taken.same(other));
        if (!isThere && !isTaken) {
            others.putIfAbsent(one.key(), other);
        }
    }

    private Identity over(Identity id) {
        return others.getOrDefault(id.key(), id);
    }

    /// The database with the identities of the other.
    Database over(Database database) {
        return others.isEmpty() ? database : Components.identified(database, this::over);
    }
}
