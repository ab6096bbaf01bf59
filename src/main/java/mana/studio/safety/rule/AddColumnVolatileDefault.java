package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.statement.Node;

/// A default that is another for every row is written into every row.
final class AddColumnVolatileDefault implements Rule {
    @Override
    public String id() {
        return "add-column-volatile-default";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.rewrittenTables().isEmpty()) {
            return Stream.empty();
        }
        return occasion.addedColumns()
                .filter(column -> isGivenToEachRow(column))
                .map(column -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.rewrittenTables()),
                        "Adding column " + column.text("colname")
                                + " with a volatile default writes every row and every index of "
                                + Occasion.names(occasion.rewrittenTables()) + " anew while nobody can read it.",
                        "Add the column without a default, set the default, fill the old rows in batches, then make it"
                                + " NOT NULL by a validated check.",
                        Docs.FUNCTIONS));
    }

    private static boolean isGivenToEachRow(Node column) {
        return column.list("constraints").stream()
                .filter(constraint -> constraint.text("contype").equals("CONSTR_DEFAULT"))
                .flatMap(Node::all)
                .anyMatch(node -> node.is("FuncCall"));
    }
}
