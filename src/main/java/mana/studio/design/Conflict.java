package mana.studio.design;

import java.util.function.UnaryOperator;

/// Something that was designed here and changed otherwise in the database meanwhile. The design keeps what was meant
/// here
/// until a person chooses.
///
/// @param kind   how the two collide
/// @param spot   where
/// @param what   what it is about: `column email of auth.users: type`
/// @param mine   what the design makes of it, in words
/// @param theirs what the database has become, in words
/// @param taking makes the design take over what the database has
public record Conflict(Kind kind, Spot spot, String what, String mine, String theirs, UnaryOperator<Sketch> taking) {
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
    public Edit takeTheirs() {
        return new Edit("Take " + what + " from the database", null, taking);
    }

    /// Whether both are about the same field.
    public boolean same(Conflict other) {
        return spot.same(other.spot) && what.equals(other.what);
    }
}
