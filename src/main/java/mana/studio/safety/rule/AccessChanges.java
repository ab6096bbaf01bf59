package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Privileges and policies change who can do what, at once.
final class AccessChanges implements Rule {
    @Override
    public String id() {
        return "access-changes";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean changes = occasion.is("GrantStmt") && !occasion.tree().flag("is_grant")
                || occasion.is("AlterPolicyStmt")
                || occasion.is("DropStmt") && occasion.tree().text("removeType").equals("OBJECT_POLICY")
                || occasion.commands("AT_DisableRowSecurity").findAny().isPresent()
                || occasion.commands("AT_ChangeOwner").findAny().isPresent();
        return changes
                ? Stream.of(finding(
                        Aspect.BREAKS_CODE,
                        Severity.NOTE,
                        "Who may read or write what changes at once.",
                        "Look at which roles the code connects as.",
                        Docs.CREATE_POLICY))
                : Stream.empty();
    }
}
