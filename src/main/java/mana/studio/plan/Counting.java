package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.ddl.Pieces;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SequenceOptions;
import mana.studio.sql.Identifier;

/// Sequences: what changes of how they count, and where they go on.
final class Counting {
    private Counting() {}

    /// The clauses that differ, each after a separator: ` INCREMENT BY 2 CACHE 5`, or with ` SET ` before each.
    static String difference(SequenceOptions from, SequenceOptions to, String separator) {
        StringBuilder text = new StringBuilder();
        if (!from.type().equals(to.type())) {
            text.append(separator).append("AS ").append(to.type());
        }
        if (from.increment() != to.increment()) {
            text.append(separator).append("INCREMENT BY ").append(to.increment());
        }
        // A change of type may move the limits along (`init_params` in sequence.c), so they are said with it.
        boolean retyped = !from.type().equals(to.type());
        if (retyped || from.minimum() != to.minimum()) {
            text.append(separator).append("MINVALUE ").append(to.minimum());
        }
        if (retyped || from.maximum() != to.maximum()) {
            text.append(separator).append("MAXVALUE ").append(to.maximum());
        }
        if (from.start() != to.start()) {
            text.append(separator).append("START WITH ").append(to.start());
        }
        if (from.cache() != to.cache()) {
            text.append(separator).append("CACHE ").append(to.cache());
        }
        if (from.cycle() != to.cycle()) {
            text.append(separator).append(to.cycle() ? "CYCLE" : "NO CYCLE");
        }
        return text.toString();
    }

    /// Changes how a sequence counts. Where the limits move, the counter is moved between the new ones first: the
    /// server
    /// refuses limits that leave it outside (`init_params` in sequence.c).
    ///
    /// @param alter makes the statement of the clauses
    static List<Statement> altered(
            Change change,
            QualifiedName sequence,
            SequenceOptions from,
            SequenceOptions to,
            UnaryOperator<String> alter,
            String separator) {
        List<Statement> statements = new ArrayList<>();
        SequenceOptions before = from;
        if (to.minimum() > from.minimum() || to.maximum() < from.maximum()) {
            boolean apart = to.minimum() > from.maximum() || to.maximum() < from.minimum();
            if (apart) {
                before = new SequenceOptions(
                        to.type(),
                        from.start(),
                        from.increment(),
                        Math.min(from.minimum(), to.minimum()),
                        Math.max(from.maximum(), to.maximum()),
                        from.cache(),
                        from.cycle());
                statements.add(Statement.of(change, alter.apply(difference(from, before, separator))));
            }
            String name = Pieces.name(sequence);
            statements.add(Statement.of(
                            change,
                            "SELECT setval(" + Pieces.literal(name) + ", least(greatest(last_value, " + to.minimum()
                                    + "), " + to.maximum() + "), is_called AND last_value BETWEEN " + to.minimum()
                                    + " AND " + to.maximum() + ") FROM " + name)
                    .withRemark("the counter stays between the new limits"));
        }
        statements.add(Statement.of(change, alter.apply(difference(before, to, separator))));
        return statements;
    }

    /// Lets a new sequence go on after the highest value its column has; in an empty table it starts where it starts,
    /// since `setval` of NULL does nothing.
    static Statement goOn(Change change, QualifiedName sequence, QualifiedName table, String column) {
        return Statement.of(
                change,
                "SELECT setval(" + Pieces.literal(Pieces.name(sequence)) + ", max(" + Identifier.quote(column)
                        + ")) FROM " + Pieces.name(table));
    }
}
