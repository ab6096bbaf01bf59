package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.statement.Node;

/// A check is proven for every row before the statement ends.
final class AddCheckScan implements Rule {
    @Override
    public String id() {
        return "add-check-scan";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        Stream<Node> checks =
                Stream.concat(occasion.addedConstraints("CONSTR_CHECK"), occasion.addedConstraints("CONSTR_NOTNULL"));
        if (occasion.effects().scanned().isEmpty()) {
            return Stream.empty();
        }
        return checks.filter(Occasion::isValidated)
                .map(constraint -> finding(
                        Aspect.BLOCKS,
                        occasion.weigh(occasion.effects().scanned()),
                        "Reads all of " + Occasion.names(occasion.effects().scanned())
                                + " while nobody else can, to check every" + " row; fails where one does not comply.",
                        "Add it NOT VALID, commit, then VALIDATE CONSTRAINT: reads and writes go on meanwhile.",
                        Docs.ALTER_TABLE));
    }
}
