package mana.studio.locks.verdict;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.Waiter;

/// What the holders, the waiters and those around them are, taken together.
final class Diagnosing {
    private Diagnosing() {}

    static Diagnosis of(Case given, Weighing worst) {
        if (given.lock().sessions().stream().anyMatch(holder -> given.isOwn(holder.backend()))) {
            return Diagnosis.OWN_SESSION;
        }
        if (!inTheWay(given).isEmpty()) {
            return Diagnosis.APP_LEVEL_DEADLOCK;
        }
        boolean several = given.lock().holders().size() > 1;
        return switch (worst.state()) {
            case PREPARED -> Diagnosis.PREPARED_TRANSACTION;
            case BLOCKED -> Diagnosis.BLOCKED_BY_OTHER;
            case HIDDEN -> several ? Diagnosis.SHARED_HOLDERS : Diagnosis.HIDDEN;
            case BACKGROUND -> several ? Diagnosis.SHARED_HOLDERS : Diagnosis.BACKGROUND;
            case CLIENT_GONE -> several ? Diagnosis.SHARED_HOLDERS : Diagnosis.CLIENT_GONE;
            case CLIENT_NOT_READING -> several ? Diagnosis.SHARED_HOLDERS : Diagnosis.CLIENT_NOT_READING;
            case ACTIVE -> several ? Diagnosis.SHARED_HOLDERS : working(given, worst.holder());
            case LEASE -> Diagnosis.LEASE;
            case POOL_LEAK -> several ? Diagnosis.SHARED_HOLDERS : Diagnosis.POOL_LEAK;
            case IDLE, IDLE_IN_TRANSACTION, IDLE_IN_TRANSACTION_ABORTED ->
                several ? Diagnosis.SHARED_HOLDERS : idle(given, worst);
        };
    }

    private static Diagnosis working(Case given, Holder holder) {
        return isSecondDeploy(given, holder) ? Diagnosis.SECOND_DEPLOY : Diagnosis.WORKING;
    }

    private static Diagnosis idle(Case given, Weighing worst) {
        if (isSuperseded(given, worst.holder())) {
            return Diagnosis.SUPERSEDED;
        }
        boolean young = worst.severity() == Severity.NORMAL && !given.isWanted();
        return young ? Diagnosis.NORMAL : Diagnosis.IDLE_HOLDER;
    }

    /// Another session of the holder's application wants the lock.
    static boolean isSecondDeploy(Case given, Holder holder) {
        return holder instanceof Holder.Session(Backend backend, var _, var _, int _)
                && !backend.application().isEmpty()
                && given.wanting().anyMatch(other -> other.application().equals(backend.application()));
    }

    /// A session of the holder's application and user that began after it wants the lock.
    static boolean isSuperseded(Case given, Holder holder) {
        return holder instanceof Holder.Session session
                && given.wanting().anyMatch(other -> isSuccessor(other, session.backend()));
    }

    static boolean isSuccessor(Backend other, Backend holder) {
        Duration age = other.age();
        return !holder.application().isEmpty()
                && holder.application().equals(other.application())
                && holder.user().equals(other.user())
                && age != null
                && holder.age() != null
                && age.compareTo(holder.age()) < 0;
    }

    /// Waiters that someone waits for whose program holds the lock by an idle session: it will not let go before the
    /// waiter does, and the server cannot see that.
    static List<Backend> inTheWay(Case given) {
        return given.lock().waiters().stream()
                .map(Waiter::backend)
                .filter(waiter -> given.victims().stream()
                        .flatMap(pid -> given.board().backend(pid).stream())
                        .anyMatch(victim -> victim.blockedBy().contains(waiter.pid()) && isTwinOfHolder(given, victim)))
                .toList();
    }

    private static boolean isTwinOfHolder(Case given, Backend victim) {
        return given.lock().sessions().stream()
                .map(Holder.Session::backend)
                .anyMatch(holder -> "idle".equals(holder.state())
                        && holder.user().equals(victim.user())
                        && holder.application().equals(victim.application())
                        && Objects.equals(address(holder), address(victim)));
    }

    private static String address(Backend backend) {
        return backend.client() == null || backend.client().address() == null
                ? ""
                : backend.client().address();
    }
}
