package mana.studio.locks.look;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.Level;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.Mode;
import mana.studio.locks.Waiter;
import org.jspecify.annotations.Nullable;

/// Puts a board together from the rows of {@link Looker}.
final class BoardRows {
    private final Map<LockId, List<Holder>> holders = new LinkedHashMap<>();
    private final Map<LockId, List<Waiter>> waiters = new HashMap<>();
    private final Map<Integer, Backend> backends = new HashMap<>();
    private final Set<Integer> blockers = new HashSet<>();
    private final Set<Integer> victims = new HashSet<>();
    private final Set<Integer> pollers = new HashSet<>();
    private Instant now = Instant.EPOCH;
    private boolean inRecovery;
    private int lockRows;
    private int granted;
    private int awaited;

    void add(ResultSet row) throws SQLException {
        now = row.getObject("server_now", OffsetDateTime.class).toInstant();
        inRecovery = row.getBoolean("in_recovery");
        lockRows = row.getInt("lock_rows");
        granted = row.getInt("granted");
        awaited = row.getInt("awaited");
        String part = row.getString("part");
        if (part == null) {
            // The one row of a server without any advisory lock.
            return;
        }
        switch (part) {
            case "holder" -> of(row, holders).add(holder(row));
            case "waiter" -> of(row, waiters).add(waiter(row));
            case "blocker" -> blockers.add(backend(row).pid());
            case "victim" -> victims.add(backend(row).pid());
            case "poller" -> pollers.add(backend(row).pid());
            default -> throw new IllegalStateException(part);
        }
    }

    private <T> List<T> of(ResultSet row, Map<LockId, List<T>> map) throws SQLException {
        LockKey key = new LockKey(row.getLong("classid"), row.getLong("objid"), row.getInt("objsubid"));
        LockId id = new LockId(row.getLong("lock_database"), key);
        holders.computeIfAbsent(id, _ -> new ArrayList<>());
        return map.computeIfAbsent(id, _ -> new ArrayList<>());
    }

    private Holder holder(ResultSet row) throws SQLException {
        if (integer(row, "pid") == null) {
            return new Holder.Prepared(
                    SessionRow.text(row, "gid"),
                    row.getLong("prepared_owner"),
                    row.getLong("prepared_database"),
                    SessionRow.text(row, "prepared"),
                    modes(row));
        }
        Backend backend = backend(row);
        Level level = Boolean.FALSE.equals(backend.inTransaction()) ? Level.SESSION : Level.UNKNOWN;
        return new Holder.Session(backend, modes(row), level, row.getInt("of_session"));
    }

    private Waiter waiter(ResultSet row) throws SQLException {
        return new Waiter(backend(row), modes(row), row.getInt("place"), SessionRow.seconds(row, "waiting"));
    }

    private static Set<Mode> modes(ResultSet row) throws SQLException {
        Set<Mode> modes = EnumSet.noneOf(Mode.class);
        if (row.getBoolean("exclusive")) {
            modes.add(Mode.EXCLUSIVE);
        }
        if (row.getBoolean("shared")) {
            modes.add(Mode.SHARED);
        }
        return modes;
    }

    private Backend backend(ResultSet row) throws SQLException {
        int pid = row.getInt("pid");
        Backend known = backends.get(pid);
        if (known == null) {
            known = read(pid, row);
            backends.put(pid, known);
        }
        return known;
    }

    private static Backend read(int pid, ResultSet row) throws SQLException {
        // "17/0": the slot of the process, and the number of its transaction, 0 where it is in none.
        String virtual = row.getString("virtualtransaction");
        int slash = virtual == null ? -1 : virtual.indexOf('/');
        String slot = slash < 0 ? null : Objects.requireNonNull(virtual).substring(0, slash);
        Boolean inTransaction =
                slash < 0 ? null : !Objects.requireNonNull(virtual).endsWith("/0");
        Backend session = SessionRow.read(row);
        return session.placed(
                new BackendId(pid, session.id().start(), session.id().role(), slot),
                inTransaction,
                row.getString("waits_for"),
                List.of(array(row, "blocked_by", new Integer[0])),
                Set.of(array(row, "strong", new Long[0])));
    }

    private static <T> T[] array(ResultSet row, String column, T[] like) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return like;
        }
        Object[] values = (Object[]) array.getArray();
        return Arrays.copyOf(values, values.length, castClass(like));
    }

    @SuppressWarnings("unchecked")
    private static <T> Class<? extends T[]> castClass(T[] like) {
        return (Class<? extends T[]>) like.getClass();
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    Board board(Duration took) {
        List<AdvisoryLock> locks = holders.entrySet().stream()
                .map(entry -> new AdvisoryLock(
                        entry.getKey(), entry.getValue(), waiters.getOrDefault(entry.getKey(), List.of())))
                .toList();
        return new Board(
                now, took, inRecovery, lockRows, granted, awaited, locks, backends, blockers, victims, pollers);
    }
}
