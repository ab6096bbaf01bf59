package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// SET SCHEMA is a rename.
final class MoveBreaksCode implements Rule {
    @Override
    public String id() {
        return "move-breaks-running-code";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.is("AlterObjectSchemaStmt")
                ? Stream.of(finding(
                        Aspect.BREAKS_CODE,
                        Severity.WARNING,
                        "Code that names it with its old schema, or finds it by its search path, fails at once.",
                        "Leave a view under the old name until no code uses it.",
                        Docs.PATHS))
                : Stream.empty();
    }
}
