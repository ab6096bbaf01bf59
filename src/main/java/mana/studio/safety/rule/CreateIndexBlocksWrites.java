package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.schema.Table;

/// CREATE INDEX without CONCURRENTLY.
final class CreateIndexBlocksWrites implements Rule {
    @Override
    public String id() {
        return "create-index-blocks-writes";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("IndexStmt")
                || occasion.tree().flag("concurrent")
                || occasion.effects().scanned().isEmpty()) {
            return Stream.empty();
        }
        boolean partitioned = occasion.table().map(Table::isPartitioned).orElse(false);
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Writes to " + Occasion.names(occasion.effects().scanned())
                        + " wait while the index is built; reads go on.",
                partitioned
                        ? "CREATE INDEX … ON ONLY the parent, CREATE INDEX CONCURRENTLY on each partition, then ALTER"
                                + " INDEX … ATTACH PARTITION."
                        : "CREATE INDEX CONCURRENTLY, outside of a transaction.",
                Docs.CREATE_INDEX));
    }
}
