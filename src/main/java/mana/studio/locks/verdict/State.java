package mana.studio.locks.verdict;

/// What the holder of a lock does. The first that fits, in this order.
public enum State {
    /// A prepared transaction holds it: no process at all.
    PREPARED,
    /// The holder itself waits for another session.
    BLOCKED,
    /// This role may not see what the holder does.
    HIDDEN,
    /// A process of the server's own, not a client's.
    BACKGROUND,
    /// Proven on this computer: nobody owns the client's port any more.
    CLIENT_GONE,
    /// The server sends, and the client does not read.
    CLIENT_NOT_READING,
    ACTIVE,
    IDLE_IN_TRANSACTION_ABORTED,
    IDLE_IN_TRANSACTION,
    /// Held for long by design: a leader, a job, a backup.
    LEASE,
    /// A pooled connection does other work while it holds the lock.
    POOL_LEAK,
    IDLE
}
