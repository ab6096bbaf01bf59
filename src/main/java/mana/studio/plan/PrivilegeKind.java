package mana.studio.plan;

/// What kind of thing privileges are on: each starts with others.
public enum PrivilegeKind {
    RELATION,
    SEQUENCE,
    SCHEMA,
    ROUTINE,
    TYPE,
    COLUMN,
    /// A foreign server, a language …: nothing is known of what it starts with.
    OTHER
}
