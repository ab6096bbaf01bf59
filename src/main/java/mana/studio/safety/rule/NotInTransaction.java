package mana.studio.safety.rule;

import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// A statement that the server refuses inside a transaction block.
final class NotInTransaction implements Rule {
    @Override
    public String id() {
        return "not-in-transaction";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.course().inTransaction() && !occasion.effects().inTransaction()
                ? Stream.of(finding(
                        Aspect.FAILS,
                        Severity.DANGER,
                        "The server refuses this inside a transaction block.",
                        "Run it by itself: a migrator that runs all pending migrations in one transaction cannot.",
                        Docs.TRANSACTIONS))
                : Stream.empty();
    }
}
