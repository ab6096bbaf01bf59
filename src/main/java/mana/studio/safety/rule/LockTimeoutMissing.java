package mana.studio.safety.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.LockMode;
import mana.studio.safety.Severity;
import mana.studio.safety.Touched;

/// A strong lock asked for without a limit: whoever comes after queues behind it.
final class LockTimeoutMissing implements Rule {
    @Override
    public String id() {
        return Rules.LOCK_TIMEOUT_MISSING;
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        List<Touched> closed = occasion.locked(LockMode.SHARE_ROW_EXCLUSIVE).stream()
                .filter(relation -> !occasion.course().held().containsKey(relation))
                .toList();
        if (occasion.course().lockTimeout()
                || closed.isEmpty()
                || !occasion.effects().inTransaction()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.TRANSACTION,
                Severity.WARNING,
                "Waits without limit for " + Occasion.names(closed) + ", and every later query on it waits behind.",
                "SET lock_timeout = '2s' before it, and try again when it gives up.",
                Docs.TIMEOUTS));
    }
}
