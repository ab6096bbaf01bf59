package mana.studio.locks.release;

import mana.studio.locks.BackendId;
import mana.studio.locks.LockId;
import org.jspecify.annotations.Nullable;

/// What a person saw and decided to act on.
///
/// @param lock        that the session must still hold (or, for a waiter, still wait for)
/// @param session     which one
/// @param stateChange `state_change` as it was seen: has the session worked since, nothing is done; null to act
/// although
///                    it works
public record Aim(LockId lock, BackendId session, @Nullable String stateChange) {}
