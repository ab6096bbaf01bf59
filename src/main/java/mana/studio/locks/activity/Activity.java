package mana.studio.locks.activity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All sessions of a server in one moment.
///
/// @param sessions the longest in their state first
/// @param clients  how many connections of clients are taken
public record Activity(List<SessionNow> sessions, int clients) {
    public Activity {
        sessions = List.copyOf(sessions);
    }

    public Optional<SessionNow> session(int pid) {
        return sessions.stream().filter(one -> one.backend().pid() == pid).findFirst();
    }

    public long count(Doing doing) {
        return sessions.stream().filter(one -> one.doing() == doing).count();
    }

    /// A session in the tree of who waits for whom.
    ///
    /// @param depth of the root: 0
    public record Branch(SessionNow session, int depth) {}

    /// Who waits for whom: each root, those that wait for it below, each session once, where it is met first.
    public List<Branch> blocking() {
        Map<Integer, SessionNow> byPid = sessions.stream()
                .collect(Collectors.toMap(one -> one.backend().pid(), Function.identity(), (first, _) -> first));
        List<Branch> branches = new ArrayList<>();
        Set<Integer> met = new HashSet<>();
        sessions.stream().filter(SessionNow::isRoot).forEach(root -> grow(root, 0, byPid, met, branches));
        // A circle has no root; the server breaks it after deadlock_timeout. Those behind a prepared transaction have
        // none that is a session.
        sessions.stream()
                .filter(one -> !one.backend().blockedBy().isEmpty())
                .forEach(one -> grow(one, 0, byPid, met, branches));
        return branches;
    }

    private static void grow(
            SessionNow session, int depth, Map<Integer, SessionNow> byPid, Set<Integer> met, List<Branch> branches) {
        if (!met.add(session.backend().pid())) {
            return;
        }
        branches.add(new Branch(session, depth));
        for (int pid : session.blocks()) {
            SessionNow next = byPid.get(pid);
            if (next != null) {
                grow(next, depth + 1, byPid, met, branches);
            }
        }
    }
}
