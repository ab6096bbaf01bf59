package mana.studio.safety.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;

/// Work done while an earlier statement of the transaction keeps a table closed.
final class StrongLockHeld implements Rule {
    @Override
    public String id() {
        return "strong-lock-held";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        boolean works = !occasion.effects().scanned().isEmpty()
                || !occasion.effects().rewritten().isEmpty();
        if (!works) {
            return Stream.empty();
        }
        List<Touched> closed = occasion.course().held().entrySet().stream()
                .filter(lock -> lock.getValue() == LockMode.ACCESS_EXCLUSIVE)
                .map(Map.Entry::getKey)
                .filter(relation -> relation.kind() == Touched.Kind.TABLE)
                .toList();
        if (closed.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(finding(
                Aspect.TRANSACTION,
                occasion.weigh(occasion.effects().scanned()),
                Occasion.names(closed) + (closed.size() == 1 ? " stays" : " stay")
                        + " closed to everybody while this works: locks are held to COMMIT.",
                "Do the work in a transaction before or after.",
                Docs.LOCKING));
    }
}
