package mana.studio.locks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What one look at the server showed of its advisory locks and of everyone in their chains.
///
/// @param serverNow  the server's clock
/// @param took       how long the look lasted
/// @param inRecovery whether the server is a replica: its locks are its own
/// @param lockRows   rows of the whole lock table, of all kinds
/// @param granted    advisory locks held, those included that were left out here
/// @param awaited    advisory locks waited for
/// @param locks      contended ones first; of a session with many uncontended ones only some
/// @param backends   all who appear anywhere here, by pid
/// @param blockers   pids that stand in somebody's way without an advisory lock of their own
/// @param victims    pids that suffer from the chain although they want no advisory lock
/// @param pollers    pids whose last statement, in the last minute, was `pg_try_advisory_lock` and that hold nothing:
///                   no view of locks shows them, and not which key they want where it was a parameter
public record Board(
        Instant serverNow,
        Duration took,
        boolean inRecovery,
        int lockRows,
        int granted,
        int awaited,
        List<AdvisoryLock> locks,
        Map<Integer, Backend> backends,
        Set<Integer> blockers,
        Set<Integer> victims,
        Set<Integer> pollers) {
    public Board {
        locks = List.copyOf(locks);
        backends = Map.copyOf(backends);
        blockers = Set.copyOf(blockers);
        victims = Set.copyOf(victims);
        pollers = Set.copyOf(pollers);
    }

    public Optional<AdvisoryLock> lock(LockId id) {
        return locks.stream().filter(lock -> lock.id().equals(id)).findFirst();
    }

    public Optional<Backend> backend(int pid) {
        return Optional.ofNullable(backends.get(pid));
    }

    /// Whether some locks of sessions with very many were left out.
    public boolean isCut() {
        return locks.stream().mapToInt(lock -> lock.holders().size()).sum() < granted;
    }
}
