package mana.studio.locks.release;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mana.studio.connection.Incident;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.Waiter;
import mana.studio.locks.look.SessionRow;
import mana.studio.locks.release.Outcome.Proof;

/// Watches what a key does after an act, without ever taking it. "Free" is said only after a quiet time: a service that
/// starts again takes the lock a moment later.
final class Proving {
    static final Duration USUAL = Duration.ofSeconds(10);
    static final Duration QUIET = Duration.ofSeconds(2);

    private static final Duration CANCELLED = Duration.ofMillis(500);
    private static final List<Integer> FIRST_PAUSES = List.of(100, 150);
    private static final int PAUSE = 250;

    private final Incident incident;
    private final Aim aim;
    private final Act act;
    private final Backend target;
    private final List<Backend> otherHolders;
    private final List<Backend> waiters;
    private final List<Backend> pollers;
    private final boolean wasPrepared;

    /// @param target as it was before
    /// @param before the look just before the act: who held it, waited and polled then
    Proving(Incident incident, Aim aim, Act act, Backend target, Board before) {
        this.incident = incident;
        this.aim = aim;
        this.act = act;
        this.target = target;
        Optional<AdvisoryLock> lock = before.lock(aim.lock());
        List<Holder> holders = lock.map(AdvisoryLock::holders).orElse(List.of());
        this.otherHolders = lock.map(AdvisoryLock::sessions).orElse(List.of()).stream()
                .map(Holder.Session::backend)
                .filter(holder -> !holder.id().same(aim.session()))
                .toList();
        this.waiters = new ArrayList<>(lock.map(AdvisoryLock::waiters).orElse(List.of()).stream()
                .map(Waiter::backend)
                .toList());
        this.pollers = before.pollers().stream()
                .flatMap(pid -> before.backend(pid).stream())
                .toList();
        this.wasPrepared = holders.stream().anyMatch(Holder.Prepared.class::isInstance);
    }

    /// @param quiet  for how long nobody may hold it before it is called free
    /// @param atMost how long to watch where the session does not go away
    Proof prove(Duration quiet, Duration atMost) {
        long begun = System.nanoTime();
        long freeSince = 0;
        for (int sample = 0; ; sample++) {
            try {
                Duration since = Duration.ofNanos(System.nanoTime() - begun);
                switch (sample(since)) {
                    case Seen.Clear(Proof proof) -> {
                        return proof;
                    }
                    case Seen.Nobody _ -> {
                        freeSince = freeSince == 0 ? System.nanoTime() : freeSince;
                        if (System.nanoTime() - freeSince >= quiet.toNanos()) {
                            return new Proof.Free();
                        }
                    }
                    case Seen.Still(int holders) -> {
                        freeSince = 0;
                        if (since.compareTo(atMost) > 0) {
                            return new Proof.StillHeld(holders);
                        }
                    }
                }
                Thread.sleep(sample < FIRST_PAUSES.size() ? FIRST_PAUSES.get(sample) : PAUSE);
            } catch (SQLException refused) {
                return new Proof.NotSeen(Objects.requireNonNullElse(refused.getMessage(), ""));
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return new Proof.NotSeen("Watching was broken off.");
            }
        }
    }

    /// What one look showed.
    private sealed interface Seen {
        record Clear(Proof proof) implements Seen {}

        record Nobody() implements Seen {}

        /// The session is where it was.
        record Still(int holders) implements Seen {}
    }

    private Seen sample(Duration since) throws SQLException {
        if (aim.part() == Aim.Part.ROOT) {
            return incident.act(session -> KeyLook.isInTheWay(session, aim))
                    ? new Seen.Still(otherHolders.size())
                    : new Seen.Clear(new Proof.OutOfTheWay());
        }
        KeyLook look = incident.act(session -> KeyLook.of(session, aim.lock()));
        int held = look.holders().size() + look.prepared();
        if (aim.part() == Aim.Part.WAITER) {
            boolean there = isAmong(look.waiters(), target) || isAmong(look.holders(), target);
            return there ? new Seen.Still(held) : new Seen.Clear(new Proof.OutOfTheWay());
        }
        Optional<Backend> still =
                look.holders().stream().filter(holder -> same(holder, target)).findFirst();
        if (still.isPresent()) {
            waiters.addAll(look.waiters());
            boolean kept = act == Act.CANCEL
                    && since.compareTo(CANCELLED) > 0
                    && !"active".equals(still.get().state());
            return kept ? new Seen.Clear(new Proof.StillHeld(held)) : new Seen.Still(held);
        }
        return withoutTarget(look, held, since);
    }

    private Seen withoutTarget(KeyLook look, int held, Duration since) {
        boolean shared = wasPrepared && look.prepared() > 0
                || look.holders().stream().anyMatch(holder -> isAmong(otherHolders, holder));
        if (shared) {
            return new Seen.Clear(new Proof.StillHeld(held));
        }
        if (look.holders().isEmpty()) {
            return look.prepared() > 0 ? new Seen.Still(held) : new Seen.Nobody();
        }
        return new Seen.Clear(taken(look.holders().getFirst(), since));
    }

    private Proof taken(Backend by, Duration since) {
        if (isAmong(waiters, by)) {
            return new Proof.HandedOver(by);
        }
        if (isAmong(pollers, by)) {
            return new Proof.TakenByPoller(by);
        }
        return SessionRow.isOfOneProgram(by, target)
                ? new Proof.TakenAgain(by, since)
                : new Proof.TakenByOther(by, since);
    }

    private static boolean isAmong(Collection<Backend> backends, Backend one) {
        return backends.stream().anyMatch(backend -> same(backend, one));
    }

    private static boolean same(Backend one, Backend other) {
        return one.id().same(other.id());
    }
}
