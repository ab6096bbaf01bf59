package mana.studio.locks.verdict;

import java.util.List;
import java.util.Optional;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Holder;

/// What could be done.
final class Suggesting {
    private Suggesting() {}

    static Suggestion of(Case given, Weighing worst, Diagnosis diagnosis) {
        return switch (diagnosis) {
            case OWN_SESSION, LEASE, BACKGROUND -> new Suggestion.None();
            case APP_LEVEL_DEADLOCK -> {
                List<Backend> waiters = Diagnosing.inTheWay(given);
                yield allowed(given, waiters, new Suggestion.CancelWaiter(ids(waiters)));
            }
            case PREPARED_TRANSACTION -> prepared(given);
            case BLOCKED_BY_OTHER -> roots(given);
            case WORKING, SECOND_DEPLOY -> new Suggestion.Wait();
            case NORMAL -> new Suggestion.None();
            case HIDDEN, CLIENT_GONE, CLIENT_NOT_READING, POOL_LEAK, SHARED_HOLDERS, IDLE_HOLDER, SUPERSEDED ->
                holders(given, worst);
        };
    }

    private static Suggestion prepared(Case given) {
        return given.lock().holders().stream()
                .filter(Holder.Prepared.class::isInstance)
                .map(Holder.Prepared.class::cast)
                .findFirst()
                .<Suggestion>map(prepared -> new Suggestion.EndPrepared(prepared.gid(), prepared.database()))
                .orElseGet(Suggestion.None::new);
    }

    /// Ends those at the root that do nothing; waits while one of them works, or may.
    private static Suggestion roots(Case given) {
        if (given.roots().contains(0)) {
            return preparedRoot(given);
        }
        List<Backend> roots = given.roots().stream()
                .flatMap(pid -> given.board().backend(pid).stream())
                .toList();
        boolean working = roots.isEmpty() || roots.stream().anyMatch(root -> mayWork(given, root));
        return working ? new Suggestion.Wait() : allowed(given, roots, new Suggestion.EndRoot(ids(roots)));
    }

    /// A prepared transaction that holds no advisory lock is not on the board: its name must be looked up.
    private static Suggestion preparedRoot(Case given) {
        List<Holder.Prepared> known = given.board().locks().stream()
                .flatMap(lock -> lock.holders().stream())
                .filter(Holder.Prepared.class::isInstance)
                .map(Holder.Prepared.class::cast)
                .distinct()
                .toList();
        return known.size() == 1
                ? new Suggestion.EndPrepared(
                        known.getFirst().gid(), known.getFirst().database())
                : new Suggestion.EndPrepared("", given.lock().id().database());
    }

    private static boolean mayWork(Case given, Backend root) {
        if (given.samples().isClientGone(root) || "ClientWrite".equals(root.waitEvent())) {
            return false;
        }
        return root.masked() ? !Boolean.FALSE.equals(root.inTransaction()) : !Case.isIdle(root);
    }

    private static Suggestion holders(Case given, Weighing worst) {
        if (worst.severity() == Severity.NORMAL) {
            return given.isWanted() ? new Suggestion.Wait() : new Suggestion.None();
        }
        List<Backend> idle = given.lock().sessions().stream()
                .map(Holder.Session::backend)
                .filter(backend -> !mayWork(given, backend))
                .toList();
        return idle.isEmpty() ? new Suggestion.Wait() : allowed(given, idle, new Suggestion.EndHolder(ids(idle)));
    }

    private static Suggestion allowed(Case given, List<Backend> sessions, Suggestion suggestion) {
        List<Backend> forbidden = sessions.stream()
                .filter(session -> given.capabilities().mayEnd(session).isPresent())
                .toList();
        return Optional.of(forbidden)
                .filter(some -> !some.isEmpty())
                .<Suggestion>map(some -> new Suggestion.AskSuperuser(ids(some)))
                .orElse(suggestion);
    }

    private static List<BackendId> ids(List<Backend> backends) {
        return backends.stream().map(Backend::id).toList();
    }
}
