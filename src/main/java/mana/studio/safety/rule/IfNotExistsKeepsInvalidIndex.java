package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// IF NOT EXISTS takes an invalid index for the index.
final class IfNotExistsKeepsInvalidIndex implements Rule {
    @Override
    public String id() {
        return "if-not-exists-keeps-invalid-index";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean keeps = occasion.is("IndexStmt")
                && occasion.tree().flag("concurrent")
                && occasion.tree().flag("if_not_exists");
        return keeps
                ? Stream.of(finding(
                        Aspect.FAILS,
                        Severity.WARNING,
                        "If an earlier attempt failed, the invalid index it left is taken for this one and never used.",
                        "Look at pg_index.indisvalid first, and DROP INDEX CONCURRENTLY what is invalid.",
                        Docs.CREATE_INDEX))
                : Stream.empty();
    }
}
