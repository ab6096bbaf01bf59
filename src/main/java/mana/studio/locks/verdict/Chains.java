package mana.studio.locks.verdict;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;

/// Who waits for whom, closed as sets: of fifty waiters each names all before it, so paths are never walked.
///
/// @param board whose `blockedBy` are the edges
record Chains(Board board) {
    /// All that can be reached from these, themselves included; 0 for a prepared transaction.
    Set<Integer> from(Collection<Integer> pids) {
        Set<Integer> reached = new TreeSet<>(pids);
        Deque<Integer> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (int blocker : blockers(open.remove())) {
                if (reached.add(blocker)) {
                    open.add(blocker);
                }
            }
        }
        return reached;
    }

    /// Of those that can be reached from the ones that wait among these: who waits for nothing.
    List<Integer> roots(Collection<Integer> pids) {
        List<Integer> waiting =
                pids.stream().filter(pid -> !blockers(pid).isEmpty()).toList();
        return from(waiting).stream().filter(pid -> blockers(pid).isEmpty()).toList();
    }

    List<Integer> blockers(int pid) {
        return board.backend(pid).map(Backend::blockedBy).orElse(List.of());
    }
}
