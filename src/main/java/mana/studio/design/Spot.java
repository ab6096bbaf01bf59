package mana.studio.design;

import mana.studio.schema.Identity;
import org.jspecify.annotations.Nullable;

/// A field of a design, so that what is said of it can stand beside it, and a statement can lead to it.
///
/// @param object the table, view, enum …, or the schema
/// @param part   the column, constraint, index or policy in it; null for the object itself
/// @param field  which of its fields
public record Spot(Identity object, @Nullable Identity part, Field field) {
    /// The fields that can be wrong by themselves.
    public enum Field {
        NAME,
        TYPE,
        DEFAULT,
        NOT_NULL,
        GENERATED,
        IDENTITY,
        COLLATION,
        COLUMNS,
        REFERENCE,
        EXPRESSION,
        PREDICATE,
        OPTIONS,
        COMMENT,
        DEFINITION,
        LABELS,
        /// The thing as a whole.
        WHOLE
    }

    /// Whether both are the same field of the same thing (identities take no part in `equals`).
    public boolean same(Spot other) {
        boolean samePart = part == null ? other.part == null : other.part != null && part.same(other.part);
        return field == other.field && samePart && object.same(other.object);
    }

    /// Whether both are in the same part of the same object.
    public boolean samePart(Spot other) {
        boolean samePart = part == null ? other.part == null : other.part != null && part.same(other.part);
        return samePart && object.same(other.object);
    }
}
