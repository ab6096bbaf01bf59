package mana.studio.plan;

import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What one change frees or reaches and another takes or waits for: a name, or a state.
///
/// @param what the object whose place it is
/// @param part the column, constraint … of it; empty for none
record Place(Kind kind, Object what, String part) {
    enum Kind {
        // Names.
        /// Tables, views, sequences, indexes and row types share one space of names.
        RELATION,
        COLUMN,
        CONSTRAINT,
        TYPE,
        ROUTINE,
        TRIGGER,
        POLICY,
        OTHER,

        // Of a table.
        /// There is one primary key.
        PRIMARY_KEY,
        /// Children that leave have left.
        CHILDREN,
        /// It has left its parents.
        PARENTS,
        /// Foreign keys that refer to it and go are gone.
        KEYS_TO,
        /// Its own foreign keys that go are gone.
        KEYS_OF,
        /// Its rows are in it.
        ROWS,
        /// Its partitions are attached.
        ATTACHED,
        /// The values its partitions are for: of two that overlap, the old one leaves first.
        BOUNDS,
        /// Its columns are what they are to be.
        COLUMNS,
        REPLICA_IDENTITY,
        LOGGED,
        UNLOGGED,

        // Of a column.
        /// It has its new type.
        TYPE_OF,
        /// Where its value comes from: a default, an identity or an expression.
        VALUE,
        /// It is NOT NULL by now.
        NOT_NULL,
        /// It may be null by now.
        NULLABLE,
        /// The primary key that made it NOT NULL is gone.
        KEYED,
        /// Its identity is gone.
        IDENTITY,
        /// The parent's column or constraint of that name is what it is to be, or gone.
        INHERITED,
        /// A child has it by itself, whatever its parent gets.
        OWN,
        /// It is as the parent and the child need it to be.
        SHAPE,

        // Of others.
        /// A sequence that is to go with a column of the table does.
        OWNED,
        /// The old form of a type is gone.
        RETIRED,
        /// Routines and the like that go and are named by a type are gone.
        SIGNATURES,
        /// A trigger is what it is to be, and can be set to fire or not.
        FIRING,
        /// A sequence has its new owning column, or none.
        SEQUENCE_OWNER,
        /// An object has its new owner.
        OWNER,
        /// An object's own privileges are what they are to be.
        PRIVILEGES
    }

    static Place of(Kind kind, Object what) {
        return new Place(kind, what, "");
    }

    /// @param part null for none
    static Place of(Kind kind, Object what, @Nullable String part) {
        return new Place(kind, what, part == null ? "" : part);
    }

    static Place relation(QualifiedName name) {
        return of(Kind.RELATION, name);
    }

    static Place relation(String schema, String name) {
        return relation(new QualifiedName(schema, name));
    }
}
