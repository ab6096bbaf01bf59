package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Several ALTER TABLE of one table where one would do.
final class SeveralAltersOfOneTable implements Rule {
    @Override
    public String id() {
        return "several-alters-of-one-table";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("AlterTableStmt")
                || !occasion.isOld()
                || occasion.relation().isEmpty()) {
            return Stream.empty();
        }
        boolean works = !occasion.rewrittenTables().isEmpty()
                || !occasion.effects().scanned().isEmpty();
        boolean again = works && occasion.course().before().stream()
                .filter(node -> node.is("AlterTableStmt"))
                .flatMap(node -> node.child("relation").stream())
                .anyMatch(node -> Occasion.written(node).equals(occasion.relation()));
        return again
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "The table was altered before in this transaction: the rows may be gone through more than"
                                + " once.",
                        "Put the commands into one ALTER TABLE, which goes through the rows once.",
                        Docs.ALTER_TABLE))
                : Stream.empty();
    }
}
