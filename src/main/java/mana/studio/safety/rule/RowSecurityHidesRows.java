package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Without a policy, row-level security hides everything from everybody but the owner.
final class RowSecurityHidesRows implements Rule {
    @Override
    public String id() {
        return "row-security-hides-rows";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean enables = occasion.commands("AT_EnableRowSecurity").findAny().isPresent();
        boolean forces = occasion.commands("AT_ForceRowSecurity").findAny().isPresent();
        boolean policies =
                occasion.table().map(table -> !table.policies().isEmpty()).orElse(false)
                        || occasion.course().before().stream().anyMatch(node -> node.is("CreatePolicyStmt"));
        if (!occasion.isOld() || !(enables && !policies || forces)) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BREAKS_CODE,
                Severity.WARNING,
                forces
                        ? "The owner's own queries see only what the policies allow."
                        : "Nobody but the owner sees a row of " + occasion.relation() + ": it has no policy.",
                "Create the policies before, in the same transaction.",
                Docs.CREATE_POLICY));
    }
}
