package mana.studio.ui.locks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Aim;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Diagnosis;
import mana.studio.locks.verdict.State;
import mana.studio.locks.verdict.Refusals;
import mana.studio.locks.verdict.Suggestion;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.locks.Row.Subject;
import org.jspecify.annotations.Nullable;

/// What may be done to what is selected, or why not.
///
/// @param aims     at whom; empty where nothing may be done
/// @param obstacle why nothing may be done, a sentence; empty where it may
/// @param dba      whether somebody with more rights could do it
record Offer(Act act, List<Aim> aims, String obstacle, boolean dba) {
    Offer {
        aims = List.copyOf(aims);
    }

    boolean isOpen() {
        return obstacle.isEmpty();
    }

    /// At whom, with what this person saw of them.
    private record Target(Aim aim, Backend backend) {}

    private static Offer closed(Act act, String why) {
        return new Offer(act, List.of(), why, false);
    }

    /// What an act on the selected row comes to.
    ///
    /// @param row null for none
    static Offer of(Act act, @Nullable Row row, Sight sight) {
        if (row == null) {
            return closed(act, "Select a lock or a session first.");
        }
        if (!sight.isFresh()) {
            return closed(act, "What is shown is old: nothing can be done with it.");
        }
        if (isOwn(row)) {
            return closed(act, "This studio holds it. Release it there, where it was taken.");
        }
        return switch (row.subject()) {
            case Subject.Lock lock -> offer(act, holders(lock.assessment()), sight);
            case Subject.Session session -> session(act, session, sight);
            case Subject.Bulk bulk ->
                offer(
                        act,
                        bulk.shown().stream()
                                .limit(1)
                                .map(each -> target(each.lock().id(), bulk.backend()))
                                .toList(),
                        sight);
            case Subject.Key key -> offer(act, List.of(target(key.lock(), key.backend())), sight);
            case Subject.Prepared _ -> closed(act, "A prepared transaction is no session: roll it back or commit it.");
            case Subject.Gone _ -> closed(act, "It is gone: nothing is to be done.");
            case Subject.More _ -> closed(act, "Select a lock or a session first.");
        };
    }

    /// The one place where a lock can be unlocked is the session that took it.
    private static boolean isOwn(Row row) {
        boolean own = row.assessment()
                .filter(assessment -> assessment.diagnosis() == Diagnosis.OWN_SESSION)
                .isPresent();
        return switch (row.subject()) {
            case Subject.Lock _ -> own;
            case Subject.Session session -> own && session.part() == Row.Part.HOLDER;
            case Subject.Prepared _, Subject.Bulk _, Subject.Key _, Subject.More _, Subject.Gone _ -> false;
        };
    }

    private static Target target(LockId lock, Backend holder) {
        return new Target(Aim.holder(lock, holder), holder);
    }

    private static List<Target> holders(Assessment assessment) {
        return assessment.lock().sessions().stream()
                .map(Holder.Session::backend)
                .map(backend -> target(assessment.lock().id(), backend))
                .toList();
    }

    private static Offer session(Act act, Subject.Session session, Sight sight) {
        LockId lock = session.assessment().lock().id();
        Backend backend = session.backend();
        return switch (session.part()) {
            case HOLDER -> offer(act, List.of(target(lock, backend)), sight);
            case WAITER -> offer(act, List.of(new Target(Aim.waiter(lock, backend), backend)), sight);
            case BLOCKER -> offer(act, List.of(new Target(Aim.root(lock, backend), backend)), sight);
            case VICTIM -> closed(act, "It only suffers: ending it frees nobody.");
            case POLLER -> closed(act, "It neither holds the lock nor waits in its queue: stop its program instead.");
        };
    }

    private static Offer offer(Act act, List<Target> targets, Sight sight) {
        List<Target> fit = act == Act.END
                ? targets
                : targets.stream().filter(target -> runs(target.backend())).toList();
        if (fit.isEmpty()) {
            boolean prepared = targets.isEmpty();
            return closed(
                    act,
                    prepared
                            ? "No session holds it: it is a prepared transaction."
                            : "It runs nothing, so there is no statement to cancel.");
        }
        Capabilities capabilities = Objects.requireNonNull(sight.capabilities());
        Optional<Capabilities.Refusal> refusal = fit.stream()
                .flatMap(target -> capabilities.mayEnd(target.backend()).stream())
                .findFirst();
        List<Aim> aims = fit.stream().map(Target::aim).toList();
        return refusal.map(why -> new Offer(act, aims, Refusals.sentence(why), true))
                .orElseGet(() -> new Offer(act, aims, "", false));
    }

    private static boolean runs(Backend backend) {
        return "active".equals(backend.state()) && !"ClientWrite".equals(backend.waitEvent());
    }

    /// What the verdict suggests; empty where it suggests nothing that is done to a session.
    static Optional<Offer> suggested(Assessment assessment, Sight sight) {
        Board board = sight.board();
        if (board == null || !sight.isFresh() || assessment.diagnosis() == Diagnosis.OWN_SESSION) {
            return Optional.empty();
        }
        LockId lock = assessment.lock().id();
        return switch (assessment.suggestion()) {
            case Suggestion.None _, Suggestion.Wait _, Suggestion.EndPrepared _ -> Optional.empty();
            case Suggestion.EndHolder(List<BackendId> sessions) ->
                Optional.of(offer(Act.END, targets(board, sessions, seen -> Aim.holder(lock, seen)), sight));
            case Suggestion.AskSuperuser(List<BackendId> sessions) ->
                Optional.of(offer(
                        Act.END,
                        targets(
                                board,
                                sessions,
                                seen -> holds(assessment, seen) ? Aim.holder(lock, seen) : Aim.root(lock, seen)),
                        sight));
            case Suggestion.EndRoot(List<BackendId> sessions) ->
                Optional.of(offer(Act.END, targets(board, sessions, seen -> Aim.root(lock, seen)), sight));
            case Suggestion.CancelWaiter(List<BackendId> sessions) ->
                Optional.of(offer(Act.CANCEL, targets(board, sessions, seen -> Aim.waiter(lock, seen)), sight));
            case Suggestion.CancelStatement(BackendId session) ->
                Optional.of(offer(Act.CANCEL, targets(board, List.of(session), seen -> Aim.holder(lock, seen)), sight));
        };
    }

    private static boolean holds(Assessment assessment, Backend backend) {
        return assessment.state() != State.PREPARED
                && assessment.lock().sessions().stream()
                        .anyMatch(session -> session.backend().id().same(backend.id()));
    }

    private static List<Target> targets(Board board, List<BackendId> sessions, Function<Backend, Aim> aim) {
        return sessions.stream()
                .flatMap(id -> board.backend(id.pid()).stream()
                        .filter(backend -> backend.id().same(id)))
                .map(backend -> new Target(aim.apply(backend), backend))
                .toList();
    }
}
