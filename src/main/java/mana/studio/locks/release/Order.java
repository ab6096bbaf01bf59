package mana.studio.locks.release;

import mana.studio.locks.Holder;
import mana.studio.locks.LockId;

/// What a person has decided.
public sealed interface Order {
    LockId lock();

    /// In their words, for the audit file; may be empty.
    String reason();

    /// Whether the server's log is told too.
    boolean tellsServer();

    /// To end, or cancel, a session.
    ///
    /// @param evidence what they read
    /// @param masked   whether the statements of sessions are left out of the audit file
    record OfSession(Evidence evidence, Act act, String reason, boolean tellsServer, boolean masked) implements Order {
        @Override
        public LockId lock() {
            return evidence.aim().lock();
        }
    }

    /// To roll back, or commit, a prepared transaction: which, only a person knows.
    ///
    /// @param prepared that holds the lock
    /// @param database its name
    /// @param commits  or rolls back
    /// @param typed    its name, as the person typed it
    record OfPrepared(
            LockId lock,
            Holder.Prepared prepared,
            String database,
            boolean commits,
            String typed,
            String reason,
            boolean tellsServer)
            implements Order {}
}
