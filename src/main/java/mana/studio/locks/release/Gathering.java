package mana.studio.locks.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.LockId;
import mana.studio.locks.Mode;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.release.Outcome.Missed;
import mana.studio.locks.release.Outcome.Why;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts the evidence together, from one look.
///
/// @param seen what the person saw; null for nothing
record Gathering(
        Aim aim,
        Capabilities capabilities,
        Board board,
        @Nullable Board seen,
        Collection<Integer> polling) {
    private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
    private static final String NAMES = """
        SELECT c.oid::bigint, c.oid::regclass::text FROM pg_class c WHERE c.oid = ANY (?::bigint[]::oid[])\
        """;

    /// @param respawns how often a service took the lock again of late
    Finding finding(Connection session, int respawns) {
        Optional<Backend> found = board.backend(aim.session().pid());
        Optional<AdvisoryLock> lock = board.lock(aim.lock());
        Optional<Why> missed = missed(found, lock);
        if (missed.isPresent()) {
            return new Finding.Changed(new Missed(missed.get(), found.orElse(null)), board);
        }
        return new Finding.Ready(evidence(found.orElseThrow(), lock.orElseThrow(), session, respawns));
    }

    private Optional<Why> missed(Optional<Backend> found, Optional<AdvisoryLock> lock) {
        if (found.isEmpty()) {
            return Optional.of(Why.GONE);
        }
        Backend now = found.get();
        if (!aim.isAt(now)) {
            return Optional.of(Why.OTHER_SESSION);
        }
        if (now.self()) {
            return Optional.of(Why.OWN_SESSION);
        }
        if (aim.part() == Aim.Part.ROOT && aim.session().start() == null) {
            return Optional.of(Why.NOT_IDENTIFIED);
        }
        if (lock.isEmpty() || !hasPart(now, lock.get())) {
            return Optional.of(Why.NO_LONGER_HOLDS);
        }
        boolean worked = aim.stateChange() != null && !Objects.equals(aim.stateChange(), now.stateChange());
        return worked ? Optional.of(Why.WORKED_SINCE) : Optional.empty();
    }

    private boolean hasPart(Backend now, AdvisoryLock lock) {
        return switch (aim.part()) {
            case HOLDER ->
                lock.sessions().stream().anyMatch(holder -> holder.backend().pid() == now.pid());
            case WAITER ->
                lock.waiters().stream().anyMatch(waiter -> waiter.backend().pid() == now.pid());
            case ROOT ->
                board.backends().values().stream()
                        .anyMatch(other -> other.blockedBy().contains(now.pid()));
        };
    }

    private Evidence evidence(Backend target, AdvisoryLock lock, Connection session, int respawns) {
        List<LockId> held = held(target);
        int allFreed = allFreed(target, held);
        Map<Long, String> tables = tables(target, session);
        return new Evidence(
                new Aim(aim.lock(), target.id(), aim.stateChange(), aim.part()),
                capabilities,
                board,
                lock,
                target,
                changes(lock),
                capabilities.mayEnd(target),
                next(target, lock),
                held.stream().filter(id -> !id.equals(aim.lock())).toList(),
                allFreed,
                tables,
                LostWork.of(target, allFreed, List.copyOf(new TreeMap<>(tables).values())),
                LostWork.unknown(target, lock),
                acts(target),
                respawns);
    }

    private List<LockId> held(Backend target) {
        return board.locks().stream()
                .filter(lock -> lock.sessions().stream()
                        .anyMatch(holder -> holder.backend().pid() == target.pid()))
                .map(AdvisoryLock::id)
                .toList();
    }

    private int allFreed(Backend target, List<LockId> held) {
        return board.locks().stream()
                .flatMap(lock -> lock.sessions().stream())
                .filter(holder -> holder.backend().pid() == target.pid())
                .mapToInt(Holder.Session::locks)
                .max()
                .orElse(held.size());
    }

    private static Set<Act> acts(Backend target) {
        boolean cancels = "active".equals(target.state()) && !"ClientWrite".equals(target.waitEvent());
        boolean waits = target.masked() && target.waitsFor() != null;
        return cancels || waits ? EnumSet.allOf(Act.class) : EnumSet.of(Act.END);
    }

    private Evidence.Next next(Backend target, AdvisoryLock lock) {
        List<Backend> pollers = board.pollers().stream()
                .filter(polling::contains)
                .flatMap(pid -> board.backend(pid).stream())
                .toList();
        int others = aim.part() == Aim.Part.HOLDER
                ? (int) lock.holders().stream()
                        .filter(holder -> !(holder instanceof Holder.Session other)
                                || other.backend().pid() != target.pid())
                        .count()
                : lock.holders().size();
        List<Waiter> queue = lock.waiters().stream()
                .filter(waiter -> waiter.backend().pid() != target.pid())
                .toList();
        List<Waiter> first = new ArrayList<>();
        for (Waiter waiter : others > 0 ? List.<Waiter>of() : queue) {
            boolean alone = waiter.modes().contains(Mode.EXCLUSIVE);
            if (!first.isEmpty() && alone) {
                break;
            }
            first.add(waiter);
            if (alone) {
                break;
            }
        }
        return new Evidence.Next(first, queue.size() - first.size(), pollers, others);
    }

    /// Names are a comfort: on the bad day there may be none.
    private Map<Long, String> tables(Backend target, Connection session) {
        Map<Long, String> names = new TreeMap<>();
        Long database = target.database();
        String elsewhere = database == null || database == capabilities.databaseId()
                ? ""
                : " in " + capabilities.databaseName(database);
        target.strongLocks().forEach(oid -> names.put(oid, "relation " + oid + elsewhere));
        if (names.isEmpty() || !elsewhere.isEmpty()) {
            return names;
        }
        String oids = names.keySet().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        try (PreparedStatement ask = session.prepareStatement(NAMES)) {
            ask.setString(1, oids);
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    names.put(rows.getLong(1), rows.getString(2));
                }
            }
        } catch (SQLException refused) {
            LOG.info("Relations are not named: {}", refused.getMessage());
        }
        return names;
    }

    private List<String> changes(AdvisoryLock now) {
        AdvisoryLock before = seen == null ? null : seen.lock(aim.lock()).orElse(null);
        if (before == null) {
            return List.of();
        }
        List<String> changes = new ArrayList<>();
        now.waiters().stream()
                .filter(waiter -> before.waiters().stream().noneMatch(old -> same(old.backend(), waiter.backend())))
                .forEach(waiter -> changes.add(named(waiter.backend()) + " waits for it now."));
        before.waiters().stream()
                .filter(waiter -> now.waiters().stream().noneMatch(old -> same(old.backend(), waiter.backend())))
                .forEach(waiter -> changes.add(named(waiter.backend()) + " no longer waits for it."));
        now.sessions().stream()
                .filter(holder -> before.sessions().stream().noneMatch(old -> same(old.backend(), holder.backend())))
                .forEach(holder -> changes.add(named(holder.backend()) + " holds it too now."));
        return changes;
    }

    private static boolean same(Backend one, Backend other) {
        return one.id().same(other.id());
    }

    private static String named(Backend backend) {
        return (backend.application().isEmpty() ? "A session without a name" : backend.application()) + " (pid "
                + backend.pid() + ")";
    }
}
