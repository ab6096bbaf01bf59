package mana.studio.design;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;

/// Renames in the database, carried over to a design: what is not renamed here too is called as it is called there.
final class NamesOfBoth {
    private final Database base;
    private final Database theirs;
    private final List<Conflict> conflicts;

    /// @param conflicts those found are added here
    NamesOfBoth(Database base, Database theirs, List<Conflict> conflicts) {
        this.base = base;
        this.theirs = theirs;
        this.conflicts = conflicts;
    }

    /// The base under the names of the database.
    Database followed() {
        return Renames.followed(base, new Sketch(theirs, List.of()));
    }

    Sketch into(Sketch mine) {
        Sketch sketch = mine;
        for (Schema was : base.schemas()) {
            Schema there = Edits.schema(theirs, was.id()).orElse(null);
            if (there != null && !there.name().equals(was.name())) {
                sketch = schema(sketch, was, there);
            }
            for (SchemaObject object : was.objects().toList()) {
                SchemaObject now = there == null ? null : inside(there, object.id());
                if (now == null) {
                    now = Edits.object(theirs, object.id()).orElse(null);
                }
                if (now != null && now != object) {
                    sketch = object(sketch, object, now);
                }
            }
        }
        return sketch;
    }

    private static @org.jspecify.annotations.Nullable SchemaObject inside(Schema schema, Identity id) {
        return schema.objects()
                .filter(object -> object.id().same(id))
                .findFirst()
                .orElse(null);
    }

    private Sketch schema(Sketch sketch, Schema was, Schema there) {
        Schema here = Edits.schema(sketch.database(), was.id()).orElse(null);
        if (here == null || here.name().equals(there.name())) {
            return sketch;
        }
        if (here.name().equals(was.name())) {
            return sketch.with(database -> Edits.rename(database, was.id(), there.name()));
        }
        Spot spot = new Spot(was.id(), null, Spot.Field.NAME);
        conflict(spot, "schema " + was.name(), here.name(), there.name());
        return sketch;
    }

    private Sketch object(Sketch sketch, SchemaObject was, SchemaObject there) {
        SchemaObject here = Edits.object(sketch.database(), was.id()).orElse(null);
        if (here == null) {
            return sketch;
        }
        Sketch next = moved(sketch, was, here, there);
        String old = was.name().name();
        String other = there.name().name();
        String own = here.name().name();
        if (!other.equals(old) && !other.equals(own)) {
            if (own.equals(old)) {
                next = next.with(database -> Edits.rename(database, was.id(), other));
            } else {
                Spot spot = new Spot(was.id(), null, Spot.Field.NAME);
                conflict(spot, Words.kind(was) + " " + was.name(), own, other);
            }
        }
        return parts(next, was, there);
    }

    /// Into the schema where it is now, unless it was moved here too.
    private Sketch moved(Sketch sketch, SchemaObject was, SchemaObject here, SchemaObject there) {
        Optional<Identity> home = home(base, was.id());
        Optional<Identity> now = home(theirs, there.id());
        Optional<Identity> own = home(sketch.database(), here.id());
        boolean follows = home.isPresent()
                && now.isPresent()
                && own.isPresent()
                && !home.get().same(now.get())
                && own.get().same(home.get());
        return follows
                ? sketch.with(database -> Edits.schema(database, now.get())
                        .map(schema -> Edits.move(database, was.id(), schema.name()))
                        .orElse(database))
                : sketch;
    }

    private static Optional<Identity> home(Database database, Identity object) {
        return database.schemas().stream()
                .filter(schema -> inside(schema, object) != null)
                .map(Schema::id)
                .findFirst();
    }

    private Sketch parts(Sketch sketch, SchemaObject was, SchemaObject there) {
        Sketch next = sketch;
        for (String component : Parts.components(was)) {
            for (Record part : Parts.in(was, component)) {
                Identity id = Objects.requireNonNull(Components.identity(part));
                String old = Parts.name(part);
                String other = Parts.name(there, id);
                SchemaObject here = Edits.object(next.database(), was.id()).orElseThrow();
                String own = Parts.name(here, id);
                if (other.isEmpty() || own.isEmpty() || other.equals(old) || other.equals(own)) {
                    continue;
                }
                if (own.equals(old)) {
                    next = next.with(database -> Edits.renamePart(database, was.id(), id, other));
                } else {
                    Spot spot = new Spot(was.id(), id, Spot.Field.NAME);
                    conflict(spot, Merge.word(part) + " " + old + " of " + was.name(), own, other);
                }
            }
        }
        return next;
    }

    private void conflict(Spot spot, String what, String mine, String other) {
        conflicts.add(new Conflict(Conflict.Kind.BOTH_CHANGED, spot, "name", what + ": name", mine, other));
    }
}
