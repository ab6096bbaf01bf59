package mana.studio.locks.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.Level;
import mana.studio.locks.LockId;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.Capabilities;
import org.jspecify.annotations.Nullable;

/// What earlier looks showed of those that still hold something: since when at least, whether the session has worked
/// meanwhile, and what it ran. Forgets a hold as soon as a look does not show it. For one thread at a time.
public final class Samples {
    /// A client counts as gone when two looks so far apart found it gone.
    private static final Duration CERTAIN = Duration.ofSeconds(2);

    private static final int ENOUGH = 8;

    private final Supplier<Optional<Sockets>> sockets;
    private Map<Hold, Memory> holds = new HashMap<>();
    private Map<BackendId, Instant> gone = new HashMap<>();
    private Set<BackendId> local = Set.of();
    private Instant now = Instant.EPOCH;

    public Samples() {
        this(Sockets::now);
    }

    Samples(Supplier<Optional<Sockets>> sockets) {
        this.sockets = sockets;
    }

    private record Hold(LockId lock, BackendId session) {}

    /// What is remembered of one hold.
    private static final class Memory {
        private final Instant first;
        private final Set<String> stateChanges = new HashSet<>();
        private final Set<String> statements = new HashSet<>();
        private boolean level;

        private Memory(Instant first) {
            this.first = first;
        }

        private void add(Backend backend) {
            if (backend.stateChange() != null && stateChanges.size() < ENOUGH) {
                stateChanges.add(backend.stateChange());
            }
            if (!backend.masked() && statements.size() < ENOUGH && !Statements.isHeartbeat(backend.query())) {
                statements.add(backend.query());
            }
        }
    }

    /// Remembers a look. Each is added once, in their order, before it is judged.
    public void add(Board board, Capabilities capabilities) {
        now = board.serverNow();
        Map<Hold, Memory> seen = new HashMap<>();
        for (AdvisoryLock lock : board.locks()) {
            for (Holder.Session holder : lock.sessions()) {
                Hold hold = new Hold(lock.id(), holder.backend().id());
                Memory memory = holds.getOrDefault(hold, new Memory(now));
                memory.add(holder.backend());
                memory.level |= holder.level() == Level.SESSION || beganAfter(holder.backend(), memory.first);
                seen.put(hold, memory);
            }
        }
        holds = seen;
        lookForClients(board, capabilities);
    }

    /// A lock that was seen before the transaction began is not the transaction's.
    private boolean beganAfter(Backend backend, Instant first) {
        return backend.transactionAge() != null
                && now.minus(backend.transactionAge()).isAfter(first.plusMillis(100));
    }

    private void lookForClients(Board board, Capabilities capabilities) {
        Map<BackendId, Instant> seen = new HashMap<>();
        Set<BackendId> here = new HashSet<>();
        boolean any = participants(board).anyMatch(backend -> backend.client() != null);
        Optional<Sockets> table = any ? sockets.get() : Optional.empty();
        table.ifPresent(known -> participants(board).distinct().forEach(backend -> {
            if (known.isHere(backend.client(), capabilities)) {
                here.add(backend.id());
            }
            if (known.isGone(backend.client(), capabilities)) {
                seen.put(backend.id(), gone.getOrDefault(backend.id(), now));
            }
        }));
        gone = seen;
        local = here;
    }

    private static Stream<Backend> participants(Board board) {
        return board.locks().stream()
                .flatMap(lock -> Stream.concat(
                        lock.sessions().stream().map(Holder.Session::backend),
                        lock.waiters().stream().map(Waiter::backend)));
    }

    /// Whether a client looks gone, and only another look, two seconds later, can prove it.
    public boolean hasSuspects() {
        return gone.values().stream().anyMatch(first -> !isCertain(first));
    }

    private boolean isCertain(Instant first) {
        return Duration.between(first, now).compareTo(CERTAIN) >= 0;
    }

    boolean isClientGone(Backend backend) {
        Instant first = gone.get(backend.id());
        return first != null && isCertain(first);
    }

    /// Whether its client's end of the connection is on this computer.
    boolean isLocal(Backend backend) {
        return backend.client() != null && backend.client().address() == null || local.contains(backend.id());
    }

    /// Since our first sight of it.
    Duration since(LockId lock, Backend backend) {
        Memory memory = memory(lock, backend);
        return memory == null ? Duration.ZERO : Duration.between(memory.first, now);
    }

    /// Whether it is of the session: proven now, or it was seen before the present transaction began.
    boolean isSessionLevel(LockId lock, Backend backend) {
        Memory memory = memory(lock, backend);
        return memory != null && memory.level;
    }

    /// Whether the session has run something else while it held the lock.
    boolean hasOtherWork(LockId lock, Backend backend) {
        Memory memory = memory(lock, backend);
        return memory != null
                && memory.stateChanges.size() > 1
                && (memory.statements.size() > 1
                        || memory.statements.stream().anyMatch(statement -> !Statements.isLockCall(statement)))
                && memory.statements.stream().noneMatch(Statements::changesSchema);
    }

    private @Nullable Memory memory(LockId lock, Backend backend) {
        return holds.get(new Hold(lock, backend.id()));
    }
}
