package mana.studio.locks;

/// How an advisory lock is held or wanted.
public enum Mode {
    /// `ExclusiveLock`: one at a time.
    EXCLUSIVE,
    /// `ShareLock`: beside others of its kind.
    SHARED
}
