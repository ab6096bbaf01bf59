package mana.studio.locks;

/// With what an advisory lock ends. `pg_locks` does not show it; only some of it can be concluded.
public enum Level {
    /// With the session, or by its own unlock. Proven: the process is in no transaction (its virtual transaction ends
    /// in `/0`), so nothing it holds can be a transaction's.
    SESSION,
    /// With the transaction. Proven for a prepared transaction only.
    TRANSACTION,
    /// The holder is in a transaction: it may be either.
    UNKNOWN
}
