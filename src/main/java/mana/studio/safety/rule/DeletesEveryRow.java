package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// DELETE without a condition.
final class DeletesEveryRow implements Rule {
    @Override
    public String id() {
        return "deletes-every-row";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.is("DeleteStmt") && !occasion.tree().has("whereClause") && occasion.isOld()
                ? Stream.of(finding(
                        Aspect.LOSES_DATA,
                        Severity.DANGER,
                        "All rows of " + occasion.relation() + " are gone.",
                        "Give a condition, or say TRUNCATE where all of them should go.",
                        Docs.TRUNCATE))
                : Stream.empty();
    }
}
