package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// lock_timeout ends the waits that CONCURRENTLY consists of, and leaves an invalid index.
final class ConcurrentlyWithLockTimeout implements Rule {
    @Override
    public String id() {
        return "concurrently-with-lock-timeout";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean index = occasion.is("IndexStmt") && occasion.tree().flag("concurrent");
        boolean reindex = occasion.is("ReindexStmt") && !occasion.effects().inTransaction();
        return occasion.course().lockTimeout() && (index || reindex)
                ? Stream.of(finding(
                        Aspect.FAILS,
                        Severity.WARNING,
                        "With lock_timeout set, any older transaction in the database makes this fail and leaves an"
                                + " invalid index.",
                        "SET lock_timeout = 0 before it.",
                        Docs.CREATE_INDEX))
                : Stream.empty();
    }
}
