package mana.studio.ui.locks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.Waiter;
import mana.studio.locks.verdict.Assessment;
import mana.studio.ui.locks.Row.Fold;
import mana.studio.ui.locks.Row.Part;
import mana.studio.ui.locks.Row.Subject;

/// Makes the rows of the board: a lock, the chain that stands in its holder's way from the root down, the holders, the
/// waiters in the order of the queue, who polls and who suffers. The uncontended keys of a session with many are one
/// row.
final class RowTree {
    /// From so many on a session's keys are one row.
    private static final int MANY = 10;
    /// So many waiters are shown before more is asked for.
    private static final int QUEUE = 20;

    private final Board board;
    private final Folding folding;
    private final List<Row> rows = new ArrayList<>();

    private RowTree(Board board, Folding folding) {
        this.board = board;
        this.folding = folding;
    }

    /// @param arranged in the order in which they are shown
    /// @param gone     ids of those among them that are no longer there
    static List<Row> of(Board board, List<Assessment> arranged, Set<LockId> gone, Folding folding) {
        RowTree tree = new RowTree(board, folding);
        Map<BackendId, List<Assessment>> bulks = new LinkedHashMap<>();
        arranged.forEach(assessment -> bulkOwner(assessment)
                .ifPresent(owner -> bulks.computeIfAbsent(owner.id(), _ -> new ArrayList<>())
                        .add(assessment)));
        Set<BackendId> told = new LinkedHashSet<>();
        for (Assessment assessment : arranged) {
            Optional<Backend> owner = bulkOwner(assessment);
            if (gone.contains(assessment.lock().id())) {
                if (owner.isEmpty()) {
                    tree.add(Row.id(assessment.lock().id()), 0, Fold.NONE, new Subject.Gone(assessment));
                }
            } else if (owner.isEmpty()) {
                tree.lock(assessment, 0);
            } else if (told.add(owner.get().id())) {
                List<Assessment> own =
                        Objects.requireNonNull(bulks.get(owner.get().id()));
                tree.bulk(
                        owner.get(),
                        own.stream()
                                .filter(each -> !gone.contains(each.lock().id()))
                                .toList());
            }
        }
        return tree.rows;
    }

    private static Optional<Backend> bulkOwner(Assessment assessment) {
        if (assessment.lock().isContended() || !assessment.pollers().isEmpty()) {
            return Optional.empty();
        }
        List<Holder> holders = assessment.lock().holders();
        return holders.size() == 1 && holders.getFirst() instanceof Holder.Session session && session.locks() >= MANY
                ? Optional.of(session.backend())
                : Optional.empty();
    }

    private void add(String id, int depth, Fold fold, Subject subject) {
        rows.add(new Row(id, depth, fold, subject));
    }

    private void lock(Assessment assessment, int depth) {
        String id = Row.id(assessment.lock().id());
        List<Backend> chain = chain(assessment);
        boolean alone = chain.isEmpty()
                && assessment.lock().holders().size() == 1
                && assessment.lock().waiters().isEmpty()
                && assessment.pollers().isEmpty()
                && assessment.victims().isEmpty();
        boolean open = !alone && folding.isOpen(id, true);
        add(id, depth, alone ? Fold.NONE : open ? Fold.OPEN : Fold.CLOSED, new Subject.Lock(assessment));
        if (open) {
            people(assessment, chain, depth);
        }
    }

    private void people(Assessment assessment, List<Backend> chain, int depth) {
        int at = depth + 1;
        Set<Integer> told = new LinkedHashSet<>();
        for (Backend blocker : chain) {
            session(assessment, blocker, Part.BLOCKER, at, blockerEdge(blocker), Optional.empty());
            told.add(blocker.pid());
            at++;
        }
        for (Holder holder : assessment.lock().holders()) {
            switch (holder) {
                case Holder.Session session -> {
                    Backend backend = session.backend();
                    session(assessment, backend, Part.HOLDER, at, blocked(backend), Optional.empty());
                    told.add(backend.pid());
                }
                case Holder.Prepared prepared ->
                    add(
                            Row.id(assessment.lock().id()) + " prepared " + prepared.gid(),
                            at,
                            Fold.NONE,
                            new Subject.Prepared(assessment, prepared));
            }
        }
        waiters(assessment, at + 1, told);
        others(assessment, assessment.pollers(), Part.POLLER, at + 1, told);
        others(assessment, assessment.victims(), Part.VICTIM, at + 1, told);
    }

    private void waiters(Assessment assessment, int depth, Set<Integer> told) {
        List<Waiter> queue = assessment.lock().waiters();
        String id = Row.id(assessment.lock().id());
        int shown = Math.min(queue.size(), folding.shown(id, QUEUE));
        for (Waiter waiter : queue.subList(0, shown)) {
            session(
                    assessment,
                    waiter.backend(),
                    Part.WAITER,
                    depth,
                    "number " + waiter.position() + " in the queue",
                    Optional.of(waiter));
        }
        queue.forEach(waiter -> told.add(waiter.backend().pid()));
        more(id, queue.size() - shown, "waiting session", depth);
    }

    private void others(Assessment assessment, Collection<Integer> pids, Part part, int depth, Set<Integer> told) {
        pids.stream()
                .filter(told::add)
                .flatMap(pid -> board.backend(pid).stream())
                .forEach(backend -> session(
                        assessment,
                        backend,
                        part,
                        depth,
                        part == Part.POLLER ? "asks again and again" : blocked(backend),
                        Optional.empty()));
    }

    private void session(
            Assessment assessment, Backend backend, Part part, int depth, String edge, Optional<Waiter> waiter) {
        add(
                Row.id(assessment.lock().id(), part, backend.id()),
                depth,
                Fold.NONE,
                new Subject.Session(assessment, backend, part, edge, waiter));
    }

    private static String blockerEdge(Backend backend) {
        String blocked = blocked(backend);
        return blocked.isEmpty() ? "at the root" : blocked;
    }

    /// Whom a session waits for; empty for nobody.
    private static String blocked(Backend backend) {
        if (backend.blockedBy().isEmpty()) {
            return "";
        }
        String pids = backend.blockedBy().stream()
                .limit(3)
                .map(pid -> pid == 0 ? "a prepared transaction" : "pid " + pid)
                .collect(Collectors.joining(", "));
        int others = backend.blockedBy().size() - 3;
        return "waits for " + pids + (others > 0 ? " and " + others + " more" : "");
    }

    /// Whom the holders wait for, and whom those do, and so on: the farthest first. By levels with a visited set, as
    /// there are far too many paths.
    private List<Backend> chain(Assessment assessment) {
        Set<Integer> visited = new LinkedHashSet<>();
        List<Backend> level = assessment.lock().sessions().stream()
                .map(Holder.Session::backend)
                .toList();
        level.forEach(holder -> visited.add(holder.pid()));
        List<Backend> found = new ArrayList<>();
        while (!level.isEmpty()) {
            level = level.stream()
                    .flatMap(backend -> backend.blockedBy().stream())
                    .filter(visited::add)
                    .flatMap(pid -> board.backend(pid).stream())
                    .toList();
            found.addAll(level);
        }
        return found.reversed();
    }

    private void bulk(Backend owner, List<Assessment> shown) {
        if (shown.isEmpty()) {
            return;
        }
        String id = "bulk " + Row.id(owner.id());
        int keys = shown.stream()
                .flatMap(each -> each.lock().sessions().stream())
                .mapToInt(Holder.Session::locks)
                .max()
                .orElse(shown.size());
        int contended = (int) board.locks().stream()
                .filter(lock -> lock.isContended()
                        && lock.sessions().stream()
                                .anyMatch(each -> each.backend().id().same(owner.id())))
                .count();
        boolean open = folding.isOpen(id, false);
        add(id, 0, open ? Fold.OPEN : Fold.CLOSED, new Subject.Bulk(owner, keys, contended, shown));
        if (!open) {
            return;
        }
        shown.forEach(each -> lock(each, 1));
        Set<LockId> told = shown.stream().map(each -> each.lock().id()).collect(Collectors.toSet());
        List<LockId> read =
                folding.keys(id).stream().filter(key -> !told.contains(key)).toList();
        read.forEach(key -> add(Row.id(key), 1, Fold.NONE, new Subject.Key(owner, key)));
        more(id, keys - contended - shown.size() - read.size(), "key", 1);
    }

    private void more(String of, int left, String noun, int depth) {
        if (left > 0) {
            add("more " + of, depth, Fold.NONE, new Subject.More(of, left, noun));
        }
    }
}
