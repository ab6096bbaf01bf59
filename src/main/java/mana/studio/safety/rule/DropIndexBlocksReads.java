package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// DROP INDEX without CONCURRENTLY closes the table.
final class DropIndexBlocksReads implements Rule {
    @Override
    public String id() {
        return "drop-index-blocks-reads";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean drops =
                occasion.is("DropStmt") && occasion.tree().text("removeType").equals("OBJECT_INDEX");
        if (!drops
                || occasion.tree().flag("concurrent")
                || occasion.effects().locks().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                Severity.WARNING,
                "Closes the table for a moment, and waits for every query on it first.",
                "DROP INDEX CONCURRENTLY, outside of a transaction.",
                Docs.DROP_INDEX));
    }
}
