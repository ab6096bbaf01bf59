package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// CREATE TABLE … PARTITION OF closes the parent.
final class CreatePartitionLocksParent implements Rule {
    @Override
    public String id() {
        return "create-partition-locks-parent";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("CreateStmt")
                || !occasion.tree().has("partbound")
                || occasion.effects().locks().isEmpty()) {
            return Stream.empty();
        }
        boolean scans = !occasion.effects().scanned().isEmpty();
        return Stream.of(finding(
                Aspect.BLOCKS,
                scans ? occasion.weigh(occasion.effects().scanned()) : Severity.WARNING,
                "Closes the partitioned table and waits for every query on it"
                        + (scans ? "; reads all of the default partition meanwhile." : "."),
                "Create the table by itself (LIKE the parent INCLUDING ALL) with a check that equals the bound, then"
                        + " ATTACH PARTITION.",
                Docs.PARTITIONING));
    }
}
