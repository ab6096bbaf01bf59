package mana.studio.locks.release;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockId;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;

/// What a person reads before they end or cancel a session: who it is, what it frees, who gets the lock next, what is
/// lost, what nobody knows. Of one fresh look.
///
/// @param aim          at whom, as the fresh look shows it
/// @param capabilities of the one who looks
/// @param board        the fresh look
/// @param lock         as it is now
/// @param target       as it is now
/// @param changes      what has changed since the person looked, a sentence each; empty where nothing has
/// @param refusal      why this role may not; empty where it may
/// @param next         who gets the lock
/// @param alsoFreed    other advisory locks of the session, those of them that were shown
/// @param allFreed     how many advisory locks it holds in all
/// @param tables       relations it holds strong locks on; by name where they could be looked up
/// @param lost         what is lost if it ends, a sentence each
/// @param unknown      what is not known, a sentence each
/// @param acts         what can work: cancelling an idle session does nothing
/// @param respawns     how often in the last five minutes a service took this lock again after such a release
public record Evidence(
        Aim aim,
        Capabilities capabilities,
        Board board,
        AdvisoryLock lock,
        Backend target,
        List<String> changes,
        Optional<Capabilities.Refusal> refusal,
        Next next,
        List<LockId> alsoFreed,
        int allFreed,
        Map<Long, String> tables,
        List<String> lost,
        List<String> unknown,
        Set<Act> acts,
        int respawns) {
    public Evidence {
        changes = List.copyOf(changes);
        alsoFreed = List.copyOf(alsoFreed);
        tables = Map.copyOf(tables);
        lost = List.copyOf(lost);
        unknown = List.copyOf(unknown);
        acts = Set.copyOf(acts);
    }

    /// From that many on a person must say that the service is stopped.
    private static final int TOO_MANY = 2;

    /// Who gets the lock when the session is out of the way.
    ///
    /// @param waiters      that get it at once: one, or several that share it
    /// @param queue        how many wait behind them
    /// @param pollers      that may get it if nobody waits: they seem to ask for it again and again
    /// @param otherHolders that share it still: none of the others gets it before they end
    public record Next(List<Waiter> waiters, int queue, List<Backend> pollers, int otherHolders) {
        public Next {
            waiters = List.copyOf(waiters);
            pollers = List.copyOf(pollers);
        }

        /// Who gets the lock, in a sentence.
        public String sentence() {
            if (otherHolders > 0) {
                return "Nobody yet: " + otherHolders + (otherHolders == 1 ? " other holds" : " others hold")
                        + " it too.";
            }
            if (!waiters.isEmpty()) {
                String all = waiters.stream()
                        .map(waiter -> named(waiter.backend()) + " (pid "
                                + waiter.backend().pid() + ")")
                        .collect(Collectors.joining("; "));
                return all
                        + (waiters.size() == 1 ? " gets it at once" : " share it at once")
                        + (queue == 0 ? "." : "; " + queue + " wait behind.");
            }
            return pollers.isEmpty()
                    ? "Nobody waits for it: it is free."
                    : "Nobody waits. " + pollers.stream().map(Evidence::named).collect(Collectors.joining("; "))
                            + (pollers.size() == 1 ? " asks" : " ask") + " for it again and again, and may take it.";
        }
    }

    /// Whether the service seems to start again and again, so that ending its sessions will not help.
    public boolean isRespawning() {
        return respawns >= TOO_MANY;
    }

    /// All of it as text, a line each: for a terminal, and what the audit file keeps the hash of.
    public String text() {
        StringJoiner text = new StringJoiner("\n");
        text.add("Lock " + lock.key().shown() + " of "
                + capabilities.databaseName(aim.lock().database()));
        text.add("Session " + target.pid() + ", " + named(target) + ", since "
                + Objects.requireNonNullElse(aim.session().start(), "a time that is hidden"));
        text.add("State: " + (target.masked() ? "hidden" : String.valueOf(target.state())));
        if (!target.query().isEmpty()) {
            text.add((("active".equals(target.state())) ? "Runs: " : "Last statement: ") + target.query());
        }
        text.add("Next: " + next.sentence());
        lost.forEach(sentence -> text.add("Lost: " + sentence));
        unknown.forEach(sentence -> text.add("Not known: " + sentence));
        changes.forEach(sentence -> text.add("Changed: " + sentence));
        return text.toString();
    }

    private static String named(Backend backend) {
        return (backend.application().isEmpty() ? "without a name" : backend.application()) + ", user " + backend.user()
                + (backend.client() == null ? "" : ", from " + backend.client().text());
    }

    /// The same, for acting on the session although it works.
    public Evidence evenIfBusy() {
        return new Evidence(
                aim.evenIfBusy(),
                capabilities,
                board,
                lock,
                target,
                changes,
                refusal,
                next,
                alsoFreed,
                allFreed,
                tables,
                lost,
                unknown,
                acts,
                respawns);
    }
}
