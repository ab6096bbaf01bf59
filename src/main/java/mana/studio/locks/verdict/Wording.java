package mana.studio.locks.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.Level;

/// Says a verdict in sentences. No text of a statement is in them: that may be private.
///
/// @param weighed its holders, the worst first; at least one
record Wording(Case given, List<Weighing> weighed, Diagnosis diagnosis) {
    /// The verdict.
    String sentence() {
        String wanted = Stream.of(waiting(given), polling(given), suffering(given))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        String meaning = meaning();
        return "Held " + holders() + (wanted.isEmpty() ? "" : "; " + wanted) + "."
                + (meaning.isEmpty() ? "" : " " + meaning);
    }

    private Weighing worst() {
        return weighed.getFirst();
    }

    private String holders() {
        if (diagnosis == Diagnosis.OWN_SESSION) {
            return "by this studio, " + forHowLong() + own();
        }
        if (weighed.size() > 1) {
            boolean sessions = weighed.stream().allMatch(one -> one.holder() instanceof Holder.Session);
            return forHowLong() + "by " + weighed.size() + (sessions ? " sessions" : " holders")
                    + " together, the worst " + one(worst());
        }
        return forHowLong() + "by " + one(worst());
    }

    private String forHowLong() {
        Duration held = given.held(worst().holder());
        return held.toSeconds() < 1 ? "" : "for at least " + Span.text(held) + " ";
    }

    private String own() {
        return given.lock().sessions().stream()
                .map(Holder.Session::backend)
                .filter(given::isOwn)
                .findFirst()
                .map(Case::who)
                .orElse("");
    }

    private String one(Weighing one) {
        return switch (one.holder()) {
            case Holder.Prepared prepared ->
                "the prepared transaction "
                        + (prepared.gid().isEmpty() ? "of unknown name" : "“" + prepared.gid() + "”");
            case Holder.Session session -> Case.who(session.backend()) + ", " + doing(one.state(), session);
        };
    }

    private String doing(State state, Holder.Session holder) {
        Backend backend = holder.backend();
        String since = " for " + Span.text(Case.stateAge(backend));
        return switch (state) {
            case PREPARED -> "prepared";
            case BLOCKED -> "which itself waits for " + people(given.roots());
            case HIDDEN -> "whose details are hidden, " + transaction(backend);
            case BACKGROUND -> "a background process of the server (" + backend.type() + ")";
            case CLIENT_GONE -> "whose client is gone" + ("active".equals(backend.state()) ? ", running on" : "");
            case CLIENT_NOT_READING -> "whose client has not read its answer" + since;
            case ACTIVE -> (looksLikeMigration(backend) ? "an active migration, working" : "working") + since;
            case IDLE_IN_TRANSACTION_ABORTED -> "idle in a failed transaction" + since;
            case IDLE_IN_TRANSACTION -> "idle in a transaction" + since;
            case LEASE -> "a lease that is held for long by design";
            case POOL_LEAK -> "a connection that does other work meanwhile";
            case IDLE -> isShorter(backend) ? "idle" + since : "idle";
        };
    }

    /// Whether it has been idle for clearly less long than it holds the lock.
    private boolean isShorter(Backend backend) {
        return Case.stateAge(backend).plusSeconds(2).compareTo(given.held(worst().holder())) < 0;
    }

    private static String transaction(Backend backend) {
        return Boolean.FALSE.equals(backend.inTransaction()) ? "in no transaction" : "in a transaction";
    }

    private boolean looksLikeMigration(Backend backend) {
        return given.isMigration()
                || Statements.changesSchema(backend.query())
                || !backend.strongLocks().isEmpty() && backend.writes();
    }

    static String waiting(Case given) {
        int waiters = given.lock().waiters().size();
        Duration longest = given.longestWait();
        boolean known = longest.toSeconds() >= 1;
        return switch (waiters) {
            case 0 -> "";
            case 1 -> "one session waits" + (known ? " for " + Span.text(longest) : "");
            default -> waiters + " sessions wait" + (known ? ", the longest for " + Span.text(longest) : "");
        };
    }

    private static String polling(Case given) {
        return counted(given.pollers().size(), given.lock().isContended() ? " polls" : " session polls", " poll");
    }

    private static String suffering(Case given) {
        return counted(given.victims().size(), " other is held up", " others are held up");
    }

    private static String counted(int count, String one, String more) {
        return count == 0 ? "" : count == 1 ? "one" + one : count + more;
    }

    private String people(List<Integer> pids) {
        return pids.isEmpty()
                ? "others"
                : pids.stream()
                        .map(pid -> pid == 0
                                ? "a prepared transaction"
                                : given.board().backend(pid).map(Case::who).orElse("pid " + pid))
                        .collect(Collectors.joining(" and "));
    }

    private String meaning() {
        return switch (diagnosis) {
            case NORMAL, HIDDEN, POOL_LEAK, BACKGROUND, LEASE -> "";
            case WORKING -> "It is working: wait.";
            case SECOND_DEPLOY -> "Another of the same program waits for the first to finish: that is normal.";
            case IDLE_HOLDER ->
                worst().severity() == Severity.NORMAL ? "" : "It does nothing: stop its program, or end its session.";
            case SUPERSEDED -> "Its own successor wants the lock.";
            case BLOCKED_BY_OTHER -> roots();
            case APP_LEVEL_DEADLOCK -> circle();
            case SHARED_HOLDERS -> "All " + weighed.size() + " must end; ending one frees nobody.";
            case PREPARED_TRANSACTION -> "No session holds it: it ends by COMMIT PREPARED or ROLLBACK PREPARED only.";
            case CLIENT_GONE -> "Nobody is left to release it.";
            case CLIENT_NOT_READING -> "It cannot go on until its client reads.";
            case OWN_SESSION -> "Release it there.";
        };
    }

    private String roots() {
        return given.roots().stream()
                .map(pid -> given.board()
                        .backend(pid)
                        .map(root -> "At the root: " + Case.who(root) + ", " + state(root) + ".")
                        .orElse(pid == 0 ? "At the root: a prepared transaction." : "At the root: pid " + pid + "."))
                .collect(Collectors.joining(" "));
    }

    private String circle() {
        String waiters = Diagnosing.inTheWay(given).stream().map(Case::who).collect(Collectors.joining(" and "));
        return "The holder’s own program waits for " + waiters + ", which waits for this lock: a circle that the"
                + " server cannot see. Cancel the waiter, not the holder.";
    }

    /// What a session does, in its own words where they are not hidden.
    static String state(Backend backend) {
        String state = backend.state();
        if (backend.masked() || state == null) {
            return "details hidden, " + transaction(backend);
        }
        String since = backend.stateAge() == null ? "" : " for " + Span.text(backend.stateAge());
        return ("active".equals(state) ? "working" : state) + since;
    }

    /// What the verdict rests on.
    List<String> evidence() {
        List<String> evidence = new ArrayList<>();
        weighed.forEach(one -> {
            switch (one.holder()) {
                case Holder.Prepared prepared -> {
                    evidence.add("Transaction level, proven: a prepared transaction holds it. It survives a restart.");
                    owner(prepared).ifPresent(evidence::add);
                }
                case Holder.Session session -> holder(session, one.state(), evidence);
            }
        });
        roots(evidence);
        around(evidence);
        return evidence;
    }

    private Optional<String> owner(Holder.Prepared prepared) {
        return Optional.ofNullable(given.capabilities().roles().get(prepared.owner()))
                .map(role -> role.name() + " prepared it: that role or a superuser can end it, in the database "
                        + given.capabilities().databaseName(prepared.database()) + ".");
    }

    private void holder(Holder.Session session, State state, List<String> evidence) {
        Backend backend = session.backend();
        String pid = "pid " + backend.pid();
        level(session, evidence);
        if (Case.isIdle(backend)) {
            evidence.add(pid + " took it before it became idle, " + Span.text(Case.stateAge(backend)) + " ago.");
        }
        if (backend.waitsFor() != null) {
            evidence.add(pid + " waits for " + backend.waitsFor() + ".");
        }
        if (state == State.CLIENT_GONE) {
            evidence.add("The client’s end of the connection of " + pid + " is closed: seen on this computer in two"
                    + " looks, two seconds apart.");
        }
        if (state == State.POOL_LEAK) {
            evidence.add(pid + " has run other statements since it was first seen with the lock.");
        }
        if (backend.writes()) {
            evidence.add(pid + " has written in its transaction.");
        }
        int tables = backend.strongLocks().size();
        if (tables > 0) {
            evidence.add(pid + " keeps others from writing to, or changing, "
                    + (tables == 1 ? "one relation." : tables + " relations."));
        }
        if (session.locks() > 1) {
            evidence.add(
                    pid + " holds " + String.format(Locale.ROOT, "%,d", session.locks()) + " advisory locks in all.");
        }
        given.capabilities().mayEnd(backend).ifPresent(refusal -> evidence.add(Refusals.sentence(refusal)));
        if (Case.isStudio(backend) && !given.isOwn(backend)) {
            evidence.add(pid + " is a Mana Schema Studio on another computer.");
        }
    }

    private void level(Holder.Session session, List<String> evidence) {
        String pid = "pid " + session.backend().pid();
        if (session.level() == Level.SESSION) {
            evidence.add("Session level, proven: " + pid + " is in no transaction.");
        } else if (given.samples().isSessionLevel(given.lock().id(), session.backend())) {
            evidence.add("Session level, unless it was taken again: " + pid + " had it before its transaction began.");
        }
    }

    private void roots(List<String> evidence) {
        if (diagnosis != Diagnosis.BLOCKED_BY_OTHER) {
            return;
        }
        given.roots().stream()
                .flatMap(pid -> given.board().backend(pid).stream())
                .forEach(root -> {
                    evidence.add(Case.who(root) + " waits for nothing, and the others wait for it; it is " + state(root)
                            + ".");
                    given.capabilities().mayEnd(root).map(Refusals::sentence).ifPresent(evidence::add);
                });
    }

    private void around(List<String> evidence) {
        for (int pid : given.pollers()) {
            evidence.add("pid " + pid + " asked for "
                    + (given.polling().isCertain(pid) ? "this key" : "a key")
                    + " by pg_try_advisory_lock within the last minute: no view of locks shows that, its last"
                    + " statement does.");
        }
        if (diagnosis == Diagnosis.SUPERSEDED && worst().holder() instanceof Holder.Session session) {
            given.wanting()
                    .filter(other -> Diagnosing.isSuccessor(other, session.backend()))
                    .forEach(other -> evidence.add(
                            Case.who(other) + " is of the same application and user and began after the holder."));
        }
        given.lock().waiters().stream()
                .filter(waiter -> given.samples().isClientGone(waiter.backend()))
                .forEach(waiter -> evidence.add(
                        "The client of waiter pid " + waiter.backend().pid()
                                + " is gone: when its turn comes it takes the lock and keeps it, idle."));
    }

    /// What is not known.
    List<String> unknown() {
        List<String> unknown = new ArrayList<>();
        given.lock().sessions().forEach(session -> unknown(session, unknown));
        given.pollers().stream()
                .filter(pid -> !given.polling().isCertain(pid))
                .forEach(pid -> unknown.add(
                        "Whether pid " + pid + " polls for this very key: its statement has it as a" + " parameter."));
        if (given.roots().contains(0) && diagnosis == Diagnosis.BLOCKED_BY_OTHER) {
            unknown.add("Which prepared transaction is in the way: pg_prepared_xacts lists them.");
        }
        return unknown;
    }

    private void unknown(Holder.Session session, List<String> unknown) {
        Backend backend = session.backend();
        String pid = "pid " + backend.pid();
        boolean ofSession = given.samples().isSessionLevel(given.lock().id(), backend);
        if (session.level() == Level.UNKNOWN && !ofSession) {
            unknown.add("Session or transaction level: " + pid + " is in a transaction, which may be either.");
        }
        if (backend.masked()) {
            unknown.add("What " + pid + " does: that needs pg_read_all_stats or pg_monitor.");
        }
        if (ofSession || session.level() == Level.SESSION) {
            unknown.add("How often " + pid + " took it: the server shows one lock however often.");
        }
        boolean gone = given.samples().isClientGone(backend);
        if (worst().severity() != Severity.NORMAL && !gone && !given.samples().isLocal(backend) && !backend.masked()) {
            unknown.add("Whether the client of " + pid + " still lives: that cannot be seen from this computer.");
        }
    }
}
