package mana.studio.locks.verdict;

import java.time.Duration;
import java.util.Comparator;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;

/// State and severity of one holder.
///
/// @param holder who
record Weighing(Holder holder, State state, Severity severity) {
    /// The worst first; of equally bad ones the state that is asked for first.
    static final Comparator<Weighing> WORST = Comparator.<Weighing, Severity>comparing(weighing -> weighing.severity())
            .reversed()
            .thenComparing(weighing -> weighing.state());

    static Weighing of(Holder holder, Case given) {
        State state = switch (holder) {
            case Holder.Prepared _ -> State.PREPARED;
            case Holder.Session session -> state(session, given);
        };
        return new Weighing(holder, state, severity(holder, state, given));
    }

    private static State state(Holder.Session holder, Case given) {
        Backend backend = holder.backend();
        boolean walsender = "walsender".equals(backend.type());
        if (!backend.blockedBy().isEmpty()) {
            return State.BLOCKED;
        }
        if (backend.masked() || backend.type() == null) {
            return State.HIDDEN;
        }
        if (!walsender && !"client backend".equals(backend.type())) {
            return State.BACKGROUND;
        }
        if (given.samples().isClientGone(backend)) {
            return State.CLIENT_GONE;
        }
        // A replication connection streams as long as its service lives; the lock is how it says so.
        if (walsender && !given.isContended()) {
            return State.LEASE;
        }
        return ofClient(holder, given);
    }

    private static State ofClient(Holder.Session holder, Case given) {
        Backend backend = holder.backend();
        return switch (backend.state()) {
            case "active", "fastpath function call" ->
                "ClientWrite".equals(backend.waitEvent()) ? State.CLIENT_NOT_READING : State.ACTIVE;
            case "idle in transaction (aborted)" -> State.IDLE_IN_TRANSACTION_ABORTED;
            case "idle in transaction" -> State.IDLE_IN_TRANSACTION;
            case "idle" -> idle(backend, given);
            // track_activities is off: the server does not know.
            case null, default -> State.HIDDEN;
        };
    }

    private static State idle(Backend backend, Case given) {
        if (given.isLease() && !given.isContended()) {
            return State.LEASE;
        }
        boolean leaks = given.samples().hasOtherWork(given.lock().id(), backend)
                && given.samples().isSessionLevel(given.lock().id(), backend);
        return leaks ? State.POOL_LEAK : State.IDLE;
    }

    private static Severity severity(Holder holder, State state, Case given) {
        Thresholds limits = given.thresholds();
        Duration waiting = given.longestWait();
        return switch (state) {
            case PREPARED -> given.isContended() ? Severity.STUCK : Severity.WARNING;
            case BLOCKED -> limits.waiting().of(longer(waiting, stateAge(holder)));
            case HIDDEN -> hidden(holder, given);
            case BACKGROUND -> limits.waiting().of(waiting);
            case CLIENT_GONE -> Severity.STUCK;
            case CLIENT_NOT_READING -> limits.clientNotReading().of(stateAge(holder));
            case ACTIVE -> active(holder, given);
            case IDLE_IN_TRANSACTION_ABORTED -> limits.aborted().of(stateAge(holder));
            case IDLE_IN_TRANSACTION -> limits.idleInTransaction().of(stateAge(holder));
            case LEASE -> Severity.NORMAL;
            case POOL_LEAK -> limits.poolLeak().of(given.held(holder));
            case IDLE -> idle(holder, given);
        };
    }

    /// Work is never stuck because it is long, nor because others wait for it.
    private static Severity active(Holder holder, Case given) {
        Severity byAge = atMostWarning(given.thresholds().active().of(stateAge(holder)));
        boolean secondDeploy = Diagnosing.isSecondDeploy(given, holder);
        return secondDeploy ? byAge : worse(byAge, waits(given));
    }

    private static Severity idle(Holder holder, Case given) {
        Thresholds limits = given.thresholds();
        Severity byAge = (given.isWanted() ? limits.idleWanted() : limits.idle()).of(stateAge(holder));
        Severity all = worse(byAge, waits(given));
        return all == Severity.WARNING && Diagnosing.isSuperseded(given, holder) ? Severity.STUCK : all;
    }

    private static Severity hidden(Holder holder, Case given) {
        Severity byWait = given.thresholds().waiting().of(given.longestWait());
        return worse(byWait, atMostWarning(given.thresholds().idle().of(given.held(holder))));
    }

    private static Severity waits(Case given) {
        return atMostWarning(given.thresholds().waiting().of(given.longestWait()));
    }

    private static Severity atMostWarning(Severity severity) {
        return severity == Severity.STUCK ? Severity.WARNING : severity;
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration stateAge(Holder holder) {
        return holder instanceof Holder.Session session ? Case.stateAge(session.backend()) : Duration.ZERO;
    }
}
