package mana.studio.plan;

import mana.studio.schema.Sequence;

/// A sequence comes, goes or changes.
public sealed interface SequenceChange extends Change {
    Sequence sequence();

    record CreateSequence(Sequence sequence) implements SequenceChange {}

    record DropSequence(Sequence sequence) implements SequenceChange {}

    record AlterSequence(Sequence old, Sequence sequence) implements SequenceChange {}

    record SetSequencePersistence(Sequence sequence) implements SequenceChange {}

    /// @param continues whether the sequence is new while the column's rows are not: it then goes on after them
    record SetOwnedBy(Sequence sequence, boolean continues) implements SequenceChange {}
}
