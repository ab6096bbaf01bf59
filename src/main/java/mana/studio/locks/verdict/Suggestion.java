package mana.studio.locks.verdict;

import java.util.List;
import mana.studio.locks.BackendId;

/// What could be done about a lock, and to whom.
public sealed interface Suggestion {
    /// Nothing is wrong.
    record None() implements Suggestion {}

    /// It is working.
    record Wait() implements Suggestion {}

    /// End the holders' sessions.
    record EndHolder(List<BackendId> sessions) implements Suggestion {
        public EndHolder {
            sessions = List.copyOf(sessions);
        }
    }

    /// End those at the root of the chain instead of the holder.
    record EndRoot(List<BackendId> sessions) implements Suggestion {
        public EndRoot {
            sessions = List.copyOf(sessions);
        }
    }

    /// Cancel the waiters: they are in the way.
    record CancelWaiter(List<BackendId> sessions) implements Suggestion {
        public CancelWaiter {
            sessions = List.copyOf(sessions);
        }
    }

    /// Cancel the holder's statement: the lock is likely its transaction's.
    record CancelStatement(BackendId session) implements Suggestion {}

    /// Roll back or commit a prepared transaction: which, only a person knows.
    record EndPrepared(String gid, long database) implements Suggestion {}

    /// This role may not end the session.
    record AskSuperuser(List<BackendId> sessions) implements Suggestion {
        public AskSuperuser {
            sessions = List.copyOf(sessions);
        }
    }
}
