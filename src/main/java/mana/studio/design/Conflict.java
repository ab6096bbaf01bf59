package mana.studio.design;

import java.util.Objects;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// Something that was designed here and changed otherwise in the database meanwhile. The design keeps what was meant
/// here
/// until a person chooses. A value that says only where: what the database has is in the base that the design was
/// carried over to.
///
/// @param kind      how the two collide
/// @param spot      where
/// @param component of the record there: the field that collides, or the list that a dropped part was in; empty for
///                  the whole
/// @param what      what it is about: `column email of auth.users: type`
/// @param mine      what the design makes of it, in words
/// @param theirs    what the database has become, in words
public record Conflict(Kind kind, Spot spot, String component, String what, String mine, String theirs) {
    /// How two changes collide.
    public enum Kind {
        /// The same field was changed on both sides, to different values.
        BOTH_CHANGED,
        /// Changed here, and dropped from the database.
        DROPPED_THERE,
        /// Dropped here, and changed in the database.
        DROPPED_HERE,
        /// Something of the same name was added on both sides.
        BOTH_ADDED
    }

    /// The edit that takes over what the database has; to keep one's own is no edit.
    ///
    /// @param base the database as it was read, on which the design stands by now
    public Edit takeTheirs(Database base) {
        return new Edit("Take " + what + " from the database", null, sketch -> taken(base, sketch));
    }

    /// Whether both are about the same field.
    public boolean same(Conflict other) {
        return spot.same(other.spot) && what.equals(other.what);
    }

    private Sketch taken(Database base, Sketch sketch) {
        return sketch.with(
                switch (kind) {
                    case DROPPED_THERE -> this::dropped;
                    case BOTH_CHANGED ->
                        component.equals("name")
                                ? mine -> named(base, mine)
                                : mine -> set(Renames.followed(base, sketch), mine);
                    case DROPPED_HERE -> mine -> broughtBack(Renames.followed(base, sketch), mine);
                    case BOTH_ADDED -> mine -> replaced(Renames.followed(base, sketch), mine);
                });
    }

    private Database dropped(Database mine) {
        Identity part = spot.part();
        return (part == null ? Edits.drop(mine, spot.object()) : Edits.dropParts(mine, spot.object(), part)).database();
    }

    private Database named(Database base, Database mine) {
        Identity part = spot.part();
        SchemaObject there = Edits.object(base, spot.object()).orElse(null);
        if (part != null) {
            String name = there == null ? "" : Parts.name(there, part);
            return name.isEmpty() ? mine : Edits.renamePart(mine, spot.object(), part, name);
        }
        String name = there == null
                ? Edits.schema(base, spot.object()).map(Schema::name).orElse("")
                : there.name().name();
        return name.isEmpty() ? mine : Edits.rename(mine, spot.object(), name);
    }

    private Database set(Database theirs, Database mine) {
        Record there = record(theirs);
        return there == null
                ? mine
                : changed(mine, here -> Components.with(here, component, Components.get(there, component)));
    }

    private Database replaced(Database theirs, Database mine) {
        Record there = record(theirs);
        return there == null ? mine : changed(mine, _ -> there);
    }

    private Database broughtBack(Database theirs, Database mine) {
        Record there = record(theirs);
        if (there == null) {
            return mine;
        }
        return spot.part() == null
                ? Edits.add(mine, (SchemaObject) there)
                : Edits.change(
                        mine, spot.object(), SchemaObject.class, object -> Parts.added(object, component, there));
    }

    /// What the database has in this place; null where that is gone by now.
    private @Nullable Record record(Database theirs) {
        Identity part = spot.part();
        return Edits.object(theirs, spot.object())
                .map(object -> part == null
                        ? (Record) object
                        : Parts.find(object, part).orElse(null))
                .orElse(null);
    }

    private Database changed(Database mine, java.util.function.UnaryOperator<Record> change) {
        Identity part = spot.part();
        return Edits.change(
                mine,
                spot.object(),
                SchemaObject.class,
                object -> part == null
                        ? (SchemaObject) change.apply((Record) object)
                        : Parts.find(object, part)
                                .map(one -> Parts.replaced(object, part, Objects.requireNonNull(change.apply(one))))
                                .orElse(object));
    }
}
