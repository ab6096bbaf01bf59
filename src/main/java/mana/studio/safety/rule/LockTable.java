package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.LockMode;
import mana.studio.safety.Severity;

/// LOCK TABLE, in its strongest mode by default.
final class LockTable implements Rule {
    @Override
    public String id() {
        return "lock-table";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        if (!occasion.is("LockStmt") || occasion.locked(LockMode.SHARE).isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.BLOCKS,
                Severity.WARNING,
                "Holds " + Occasion.names(occasion.locked(LockMode.SHARE)) + " until COMMIT.",
                "Name the weakest mode that does.",
                Docs.LOCK));
    }
}
