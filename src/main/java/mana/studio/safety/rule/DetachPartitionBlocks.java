package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// DETACH PARTITION closes the parent.
final class DetachPartitionBlocks implements Rule {
    @Override
    public String id() {
        return "detach-partition-blocks";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_DetachPartition")
                .filter(command ->
                        !command.child("def").map(def -> def.flag("concurrent")).orElse(false))
                .map(command -> finding(
                        Aspect.BLOCKS,
                        Severity.WARNING,
                        "Closes the partitioned table and waits for every query on it.",
                        "DETACH PARTITION … CONCURRENTLY, outside of a transaction (PostgreSQL 14 and later, and not"
                                + " where there is a default partition).",
                        Docs.PARTITIONING));
    }
}
