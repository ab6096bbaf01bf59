package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// A constraint of a domain is hard to change later.
final class CreateDomainWithConstraint implements Rule {
    @Override
    public String id() {
        return "create-domain-with-constraint";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean constrained = occasion.is("CreateDomainStmt")
                && !occasion.tree().list("constraints").isEmpty();
        return constrained
                ? Stream.of(finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "To change the domain's constraint later, every table that has it is read while writes wait.",
                        "Put the condition on the columns as a check instead.",
                        Docs.ALTER_DOMAIN))
                : Stream.empty();
    }
}
