package mana.studio.locks.names;

import java.util.Optional;
import mana.studio.locks.AdvisoryLock;

/// Names locks.
@FunctionalInterface
public interface LockNames {
    /// Knows none.
    LockNames NONE = _ -> Optional.empty();

    /// What a lock is called; who holds it may help, where the key alone says little.
    Optional<LockName> of(AdvisoryLock lock);

    /// Asks another one about what this one does not know.
    default LockNames or(LockNames other) {
        return lock -> of(lock).or(() -> other.of(lock));
    }
}
