package mana.studio.locks.release;

import java.util.Objects;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.LockId;
import org.jspecify.annotations.Nullable;

/// What a person saw and decided to act on.
///
/// @param lock        what it is about
/// @param session     which one
/// @param stateChange `state_change` as it was seen: has the session worked since, nothing is done; null to act
///                    although it works, and where it is hidden
/// @param part        what the session must still be for that lock
public record Aim(LockId lock, BackendId session, @Nullable String stateChange, Part part) {

    /// What a session has to do with a lock.
    public enum Part {
        HOLDER,
        WAITER,
        /// It holds up others without an advisory lock of its own.
        ROOT
    }

    /// A session that holds the lock.
    public static Aim holder(LockId lock, Backend seen) {
        return new Aim(lock, seen.id(), seen.stateChange(), Part.HOLDER);
    }

    /// A session that waits for it.
    public static Aim waiter(LockId lock, Backend seen) {
        return new Aim(lock, seen.id(), seen.stateChange(), Part.WAITER);
    }

    /// A session at the root of the lock's chain.
    public static Aim root(LockId lock, Backend seen) {
        return new Aim(lock, seen.id(), seen.stateChange(), Part.ROOT);
    }

    /// The same session, even if it has worked since.
    public Aim evenIfBusy() {
        return new Aim(lock, session, null, part);
    }

    boolean isAt(Backend backend) {
        return session.same(backend.id())
                && (session.start() != null
                        || Objects.equals(session.processSlot(), backend.id().processSlot()));
    }
}
