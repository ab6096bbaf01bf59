package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// REFRESH MATERIALIZED VIEW without CONCURRENTLY.
final class RefreshBlocksReads implements Rule {
    @Override
    public String id() {
        return "refresh-blocks-reads";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("RefreshMatViewStmt")
                || occasion.tree().flag("concurrent")
                || occasion.effects().locks().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Nobody can read " + occasion.relation() + " while its query runs.",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY: it needs a unique index.",
                Docs.REFRESH));
    }
}
