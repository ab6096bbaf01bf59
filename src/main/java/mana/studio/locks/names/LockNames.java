package mana.studio.locks.names;

import java.util.Optional;
import mana.studio.locks.LockId;

/// Names locks.
@FunctionalInterface
public interface LockNames {
    /// Knows none.
    LockNames NONE = _ -> Optional.empty();

    Optional<LockName> of(LockId lock);

    /// Asks another one about what this one does not know.
    default LockNames or(LockNames other) {
        return lock -> of(lock).or(() -> other.of(lock));
    }
}
