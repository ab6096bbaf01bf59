package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.LockMode;

/// REINDEX without CONCURRENTLY.
final class ReindexBlocks implements Rule {
    @Override
    public String id() {
        return "reindex-blocks";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean blocks =
                occasion.effects().locks().values().stream().anyMatch(mode -> mode.compareTo(LockMode.SHARE) >= 0);
        if (!occasion.is("ReindexStmt") || !blocks) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Writes wait while the index is built anew, and so does every query that plans with the index.",
                "REINDEX … CONCURRENTLY, outside of a transaction.",
                Docs.REINDEX));
    }
}
