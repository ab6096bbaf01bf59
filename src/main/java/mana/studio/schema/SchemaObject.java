package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// What lives in a schema and has a name, an owner, a comment and privileges of its own.
public sealed interface SchemaObject
        permits Relation, Sequence, EnumType, DomainType, CompositeType, Routine {
    Identity id();

    QualifiedName name();

    String owner();

    /// The comment; null where there is none.
    @Nullable String comment();

    Privileges privileges();
}
