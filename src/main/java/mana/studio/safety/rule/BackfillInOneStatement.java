package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// UPDATE or DELETE of every row at once.
final class BackfillInOneStatement implements Rule {
    @Override
    public String id() {
        return "backfill-in-one-statement";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean changes = occasion.is("UpdateStmt") || occasion.is("DeleteStmt");
        if (!changes
                || occasion.tree().has("whereClause")
                || occasion.effects().scanned().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Changes every row of " + occasion.relation()
                        + " in one go: each stays locked until COMMIT, and the table grows by" + " its size.",
                "Go through it in batches by the key, with a COMMIT after each.",
                Docs.LOCKING));
    }
}
