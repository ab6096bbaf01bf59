package mana.studio.locks.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;

/// Which lock a poller asks for: the one whose key stands in its statement. Where the key is a parameter, the one that
/// a
/// session of the same application or user holds; else the only one of its database.
final class Pollers {
    private final Board board;
    private final Map<Integer, Optional<List<LockKey>>> tried = new HashMap<>();
    private final Map<Long, Long> locks = new HashMap<>();

    Pollers(Board board) {
        this.board = board;
        for (int pid : board.pollers()) {
            board.backend(pid).ifPresent(poller -> tried.put(pid, Statements.tried(poller.query())));
        }
        board.locks().forEach(lock -> locks.merge(lock.id().database(), 1L, Long::sum));
    }

    List<Integer> of(AdvisoryLock lock) {
        return board.pollers().stream()
                .sorted()
                .filter(pid ->
                        board.backend(pid).filter(poller -> isOf(lock, poller)).isPresent())
                .toList();
    }

    /// Whether the key stands in the statement.
    boolean isCertain(int pid) {
        return tried.getOrDefault(pid, Optional.empty()).isPresent();
    }

    private boolean isOf(AdvisoryLock lock, Backend poller) {
        if (!Objects.equals(poller.database(), lock.id().database())) {
            return false;
        }
        Optional<List<LockKey>> keys = tried.getOrDefault(poller.pid(), Optional.empty());
        if (keys.isPresent()) {
            return keys.get().contains(lock.key());
        }
        boolean only = locks.getOrDefault(lock.id().database(), 0L) == 1;
        return only || lock.sessions().stream().anyMatch(holder -> isRelated(holder.backend(), poller));
    }

    private static boolean isRelated(Backend holder, Backend poller) {
        return !poller.application().isEmpty() && holder.application().equals(poller.application())
                || poller.application().isEmpty() && holder.user().equals(poller.user());
    }
}
