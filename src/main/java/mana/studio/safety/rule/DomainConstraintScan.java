package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;

/// A constraint of a domain is proven in every table that has it.
final class DomainConstraintScan implements Rule {
    @Override
    public String id() {
        return "domain-constraint-scan";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("AlterDomainStmt") || occasion.effects().scanned().isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                occasion.weigh(occasion.effects().scanned()),
                "Reads every table that has the domain while writes to it wait: "
                        + Occasion.names(occasion.effects().scanned()) + ".",
                "ADD CONSTRAINT … NOT VALID takes no lock; VALIDATE CONSTRAINT reads under the same lock, so wait for"
                        + " a quiet moment.",
                Docs.ALTER_DOMAIN));
    }
}
