package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Outside of a transaction a script that stops half-way runs again from its beginning.
final class NotRepeatable implements Rule {
    @Override
    public String id() {
        return "not-repeatable";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean creates = occasion.is("IndexStmt") && !occasion.tree().flag("if_not_exists")
                || occasion.is("DropStmt") && !occasion.tree().flag("missing_ok");
        return creates
                        && !occasion.course().inTransaction()
                        && !occasion.effects().inTransaction()
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "If the script stops later and runs again, this statement fails.",
                        "Look whether it is done already before running it again; for an index, also whether it is"
                                + " valid.",
                        Docs.CREATE_INDEX))
                : Stream.empty();
    }
}
