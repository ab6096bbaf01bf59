package mana.studio.plan;

import java.util.List;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Sequence;
import mana.studio.sql.Identifier;

/// Changes of sequences as SQL.
final class SequenceRendering {
    private SequenceRendering() {}

    static List<Statement> of(SequenceChange change) {
        Sequence sequence = change.sequence();
        String name = Pieces.name(sequence.name());
        return switch (change) {
            case SequenceChange.CreateSequence _ ->
                Rendering.one(change, Pieces.creation(sequence).getFirst());
            case SequenceChange.DropSequence _ -> Rendering.one(change, "DROP SEQUENCE " + name);
            case SequenceChange.AlterSequence alter ->
                Counting.altered(
                        change,
                        sequence.name(),
                        alter.old().options(),
                        sequence.options(),
                        options -> "ALTER SEQUENCE " + name + options,
                        " ");
            case SequenceChange.SetSequencePersistence _ ->
                Rendering.one(
                        change, "ALTER SEQUENCE " + name + " SET " + (sequence.unlogged() ? "UNLOGGED" : "LOGGED"));
            case SequenceChange.SetOwnedBy set -> ownedBy(set, name);
        };
    }

    private static List<Statement> ownedBy(SequenceChange.SetOwnedBy set, String name) {
        Sequence.OwningColumn owner = set.sequence().ownedBy();
        Statement statement = Statement.of(
                set,
                "ALTER SEQUENCE " + name + " OWNED BY "
                        + (owner == null
                                ? "NONE"
                                : Pieces.name(owner.table()) + "." + Identifier.quote(owner.column())));
        return set.continues() && owner != null
                ? List.of(statement, Counting.goOn(set, set.sequence().name(), owner.table(), owner.column()))
                : List.of(statement);
    }
}
