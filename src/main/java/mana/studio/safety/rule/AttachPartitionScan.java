package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// ATTACH PARTITION looks through the new partition and the default one.
final class AttachPartitionScan implements Rule {
    @Override
    public String id() {
        return "attach-partition-scan";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (occasion.commands("AT_AttachPartition").findAny().isEmpty()
                || occasion.effects().scanned().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Reads all of " + Occasion.names(occasion.effects().scanned()) + " while nobody else can.",
                "Beforehand add checks, NOT VALID and then validated: the bound on the new partition, its opposite on"
                        + " the default one.",
                Docs.PARTITIONING));
    }
}
