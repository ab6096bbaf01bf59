package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// A sequence of its own or owned by a serial column; those behind identity columns belong to the column.
///
/// @param ownedBy the column with which it is dropped; null for none
public record Sequence(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        SequenceOptions options,
        boolean unlogged,
        @Nullable OwningColumn ownedBy)
        implements SchemaObject {
    /// The same sequence, standing alone.
    public Sequence ownedByNone() {
        return new Sequence(id, name, owner, comment, privileges, options, unlogged, null);
    }

    public record OwningColumn(QualifiedName table, String column) {}

    /// @param handed what becomes of the privileges with it
    public Sequence withOwner(String other, Privileges handed) {
        return new Sequence(id, name, other, comment, handed, options, unlogged, ownedBy);
    }

    public Sequence withName(QualifiedName other) {
        return new Sequence(id, other, owner, comment, privileges, options, unlogged, ownedBy);
    }

    public Sequence withComment(@Nullable String other) {
        return new Sequence(id, name, owner, other, privileges, options, unlogged, ownedBy);
    }

    public Sequence withOptions(SequenceOptions other) {
        return new Sequence(id, name, owner, comment, privileges, other, unlogged, ownedBy);
    }

    public Sequence withOwnedBy(@Nullable OwningColumn other) {
        return new Sequence(id, name, owner, comment, privileges, options, unlogged, other);
    }
}
