package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// In one ALTER TABLE, DROP CONSTRAINT comes before SET NOT NULL, whatever the order of writing.
final class SetNotNullAndDropCheck implements Rule {
    @Override
    public String id() {
        return "set-not-null-and-drop-check-in-one-statement";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean drops = occasion.commands("AT_DropConstraint").findAny().isPresent();
        boolean sets = occasion.commands("AT_SetNotNull").findAny().isPresent();
        return drops && sets && !occasion.effects().scanned().isEmpty()
                ? Stream.of(finding(
                        Aspect.BLOCKS,
                        Severity.WARNING,
                        "The constraint is dropped before SET NOT NULL looks for a proof: the whole table is read all"
                                + " the same.",
                        "Drop the check in a statement of its own, afterwards.",
                        Docs.ALTER_TABLE))
                : Stream.empty();
    }
}
