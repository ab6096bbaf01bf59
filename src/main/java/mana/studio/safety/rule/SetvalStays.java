package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// setval is not undone by ROLLBACK.
final class SetvalStays implements Rule {
    @Override
    public String id() {
        return "setval-stays";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean sets = occasion.tree()
                .all()
                .filter(node -> node.is("FuncCall"))
                .anyMatch(node -> node.names("funcname").getLast().equals("setval"));
        return sets
                ? Stream.of(finding(
                        Aspect.TRANSACTION,
                        Severity.NOTE,
                        "The sequence keeps the new value even if the transaction is rolled back.",
                        "Do it last.",
                        Docs.SEQUENCES))
                : Stream.empty();
    }
}
