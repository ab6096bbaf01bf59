package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.statement.Node;

/// NOT VALID and VALIDATE in one transaction: the strong lock of the first is held through the scan of the second.
final class ValidateInSameTransaction implements Rule {
    @Override
    public String id() {
        return "validate-in-same-transaction";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.commands("AT_ValidateConstraint")
                .filter(command -> occasion.course().before().stream()
                        .flatMap(Node::all)
                        .anyMatch(node ->
                                node.text("conname").equals(command.text("name")) && node.flag("skip_validation")))
                .map(command -> finding(
                        Aspect.TRANSACTION,
                        Severity.WARNING,
                        "The lock with which " + command.text("name")
                                + " was added is held while all rows are read: nothing is" + " gained by NOT VALID.",
                        "Commit between the two. A migrator with one transaction for all migrations needs two"
                                + " deployments.",
                        Docs.ALTER_TABLE));
    }
}
