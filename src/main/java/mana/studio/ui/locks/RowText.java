package mana.studio.ui.locks;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.verdict.Assessment;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.locks.Row.Subject;
import org.jspecify.annotations.Nullable;

/// What stands in the cells of a row.
final class RowText {
    private RowText() {}

    /// What the row is, in its first column.
    static String title(Row row) {
        return switch (row.subject()) {
            case Subject.Lock lock -> LockWords.title(lock.assessment());
            case Subject.Gone gone -> LockWords.title(gone.assessment());
            case Subject.Session session -> "pid " + session.backend().pid();
            case Subject.Prepared prepared ->
                prepared.holder().gid().isEmpty()
                        ? "a prepared transaction"
                        : prepared.holder().gid();
            case Subject.Bulk bulk ->
                (bulk.backend().application().isEmpty()
                                ? "pid " + bulk.backend().pid()
                                : bulk.backend().application())
                        + ": " + Amounts.exact(bulk.keys()) + " keys (" + bulk.contended() + " contended)";
            case Subject.Key key -> key.lock().key().shown();
            case Subject.More more ->
                "Show " + Math.min(more.left(), Folding.PAGE) + " more of " + Amounts.exact(more.left()) + " "
                        + more.noun() + (more.left() == 1 ? "" : "s");
        };
    }

    /// What is said beside the title.
    static String aside(Row row) {
        return switch (row.subject()) {
            case Subject.Session session ->
                switch (session.part()) {
                    case HOLDER -> join("holds it", session.edge());
                    case WAITER -> join("waits", session.edge());
                    case BLOCKER -> join("in the way", session.edge());
                    case VICTIM -> join("suffers", session.edge());
                    case POLLER -> join("polls", session.edge());
                };
            case Subject.Prepared _ -> "holds it, a prepared transaction";
            case Subject.Gone _ -> "gone";
            case Subject.Lock _, Subject.Bulk _, Subject.Key _, Subject.More _ -> "";
        };
    }

    private static String join(String part, String edge) {
        return edge.isEmpty() ? part : part + ", " + edge;
    }

    static String key(Row row) {
        return lockId(row).map(id -> id.key().shown()).orElse("");
    }

    /// The lock a row stands for; sessions below a lock do not repeat it.
    static Optional<LockId> lockId(Row row) {
        return switch (row.subject()) {
            case Subject.Lock lock -> Optional.of(lock.assessment().lock().id());
            case Subject.Gone gone -> Optional.of(gone.assessment().lock().id());
            case Subject.Key key -> Optional.of(key.lock());
            case Subject.Session _, Subject.Prepared _, Subject.Bulk _, Subject.More _ -> Optional.empty();
        };
    }

    static String state(Row row) {
        return switch (row.subject()) {
            case Subject.Lock lock -> LockWords.word(lock.assessment().state());
            case Subject.Session session -> LockWords.state(session.backend());
            case Subject.Bulk bulk -> LockWords.state(bulk.backend());
            case Subject.Prepared _ -> "prepared";
            case Subject.Gone _ -> "gone";
            case Subject.Key _, Subject.More _ -> "";
        };
    }

    /// For how long it is held, at least; of a waiter how long it has waited; of others since when they do what they
    /// do.
    ///
    /// @param grown since it was read
    static String duration(Row row, Duration grown) {
        return switch (row.subject()) {
            case Subject.Lock lock ->
                lock.assessment().held().isZero()
                        ? ""
                        : "≥ " + Ages.later(lock.assessment().held(), grown);
            case Subject.Session session ->
                session.waiter()
                        .map(waiter -> Ages.later(waiter.waiting(), grown))
                        .orElseGet(() -> Ages.later(session.backend().stateAge(), grown));
            case Subject.Bulk bulk -> Ages.later(bulk.backend().stateAge(), grown);
            case Subject.Prepared _, Subject.Key _, Subject.More _, Subject.Gone _ -> "";
        };
    }

    /// How many wait, and how long the longest has.
    static String waiting(Row row, Duration grown) {
        if (!(row.subject() instanceof Subject.Lock(Assessment assessment))) {
            return "";
        }
        AdvisoryLock lock = assessment.lock();
        String waits = lock.waiters().isEmpty()
                ? ""
                : lock.waiters().size() + " wait" + (lock.waiters().size() == 1 ? "s" : "")
                        + longest(lock)
                                .map(longest -> ", " + Ages.later(longest, grown))
                                .orElse("");
        int polls = assessment.pollers().size();
        String asks = polls == 0 ? "" : polls + (polls == 1 ? " polls" : " poll");
        return waits.isEmpty() || asks.isEmpty() ? waits + asks : waits + "; " + asks;
    }

    static Optional<Duration> longest(AdvisoryLock lock) {
        return lock.waiters().stream()
                .map(Waiter::waiting)
                .filter(waiting -> waiting != null)
                .max(Duration::compareTo);
    }

    static String modes(Row row) {
        return switch (row.subject()) {
            case Subject.Lock lock ->
                LockWords.modes(lock.assessment().lock().holders().stream()
                        .flatMap(holder -> holder.modes().stream())
                        .collect(Collectors.toSet()));
            case Subject.Session session ->
                session.waiter().map(waiter -> LockWords.modes(waiter.modes())).orElseGet(() -> own(session));
            case Subject.Prepared prepared -> LockWords.modes(prepared.holder().modes());
            case Subject.Bulk _, Subject.Key _, Subject.More _, Subject.Gone _ -> "";
        };
    }

    private static String own(Subject.Session session) {
        return session.assessment().lock().sessions().stream()
                .filter(holder -> holder.backend().id().same(session.backend().id()))
                .findFirst()
                .map(holder -> LockWords.modes(holder.modes()))
                .orElse("");
    }

    static String level(Row row) {
        return switch (row.subject()) {
            case Subject.Lock lock -> LockWords.word(LockWords.level(lock.assessment()));
            case Subject.Session session
            when session.part() == Row.Part.HOLDER ->
                session.assessment().lock().holders().stream()
                        .filter(holder -> holder instanceof Holder.Session held
                                && held.backend().id().same(session.backend().id()))
                        .findFirst()
                        .map(holder -> LockWords.word(holder.level()))
                        .orElse("");
            case Subject.Prepared _ -> "transaction";
            case Subject.Session _, Subject.Bulk _, Subject.Key _, Subject.More _, Subject.Gone _ -> "";
        };
    }

    static String application(Row row) {
        return of(row, Backend::application);
    }

    static String user(Row row) {
        return of(row, Backend::user);
    }

    static String client(Row row) {
        return of(row, LockWords::client);
    }

    static String statement(Row row) {
        return of(
                row,
                backend -> backend.masked() ? "hidden" : backend.query().strip().replaceAll("\\s+", " "));
    }

    private static String of(Row row, Function<Backend, String> what) {
        if (row.subject() instanceof Subject.Lock(Assessment assessment)
                && assessment.lock().holders().size() > 1) {
            return assessment.lock().holders().size() + " holders";
        }
        return row.backend().map(what).orElse("");
    }

    static String database(Row row, @Nullable Capabilities capabilities) {
        return lockId(row)
                .map(id -> capabilities == null ? "" : capabilities.databaseName(id.database()))
                .orElse("");
    }

    /// Who stands at the root, where that is not the holder.
    static String root(Row row) {
        if (!(row.subject() instanceof Subject.Lock(Assessment assessment))) {
            return "";
        }
        return assessment.roots().stream()
                .filter(pid -> assessment.lock().sessions().stream()
                        .noneMatch(holder -> holder.backend().pid() == pid))
                .map(pid -> pid == 0 ? "prepared transaction" : "pid " + pid)
                .collect(Collectors.joining(", "));
    }
}
