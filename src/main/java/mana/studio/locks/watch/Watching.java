package mana.studio.locks.watch;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import mana.studio.connection.Incident;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.look.SlotUse;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.watch.Sight.Pace;
import mana.studio.locks.watch.Sight.Trouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at the locks again and again, one look at a time, and tells its listeners what it sees. The last good board
/// stays where a look fails. A look that began before the newest demand ({@link #lookNow}) is not shown, unless the one
/// before it was dropped for that too.
///
/// {@snippet :
/// try (Watching watching = new Watching(workspace.incident(), judge)) {
///     watching.onSight(sight -> …);
///     watching.start(Pace.BADGE);
/// }
/// }
public final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final Duration CLOSELY = Duration.ofSeconds(10);
    private static final Duration CAPABLE = Duration.ofMinutes(5);
    private static final Duration SLOTS = Duration.ofSeconds(10);
    private static final long FOREVER = Duration.ofHours(1).toNanos();
    private static final Sight NOTHING = new Sight(null, null, List.of(), null, null, Pace.PAUSED, List.of());

    private final Incident incident;
    private final Judging judging;
    private final List<Consumer<Sight>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;

    private volatile Sight sight = NOTHING;
    private volatile Set<LockKey> pins = Set.of();
    private Pace wanted = Pace.PAUSED;
    private long closeUntil = System.nanoTime();
    private long demands;
    private long met;
    private boolean dropped;
    private boolean rightsAgain;
    private boolean closed;

    // What follows belongs to the thread that looks.
    private Duration took = Duration.ZERO;
    private int failures;
    private @Nullable Capabilities capabilities;
    private long capableSince;
    private @Nullable Connection warm;
    private boolean actingIsCold;
    private @Nullable SlotUse slots;
    private long slotsSince;

    /// @param incident stays the caller's to close
    public Watching(Incident incident, Judging judging) {
        this.incident = incident;
        this.judging = judging;
        this.thread = Thread.ofVirtual().name("lock watching").unstarted(this::live);
    }

    /// Begins: opens the sessions, asks what this role may, and looks for the first time.
    public void start(Pace pace) {
        pace(pace);
        lookNow();
        thread.start();
    }

    /// What is known now.
    public Sight sight() {
        return sight;
    }

    /// Hears of every sight, on the watch's thread.
    ///
    /// @return ends the listening
    public Runnable onSight(Consumer<Sight> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// From now on looks that often. {@link Pace#CLOSE} lasts ten seconds.
    public synchronized void pace(Pace pace) {
        if (pace == Pace.CLOSE) {
            closeUntil = System.nanoTime() + CLOSELY.toNanos();
        } else {
            wanted = pace;
        }
        notifyAll();
    }

    /// Looks at once, whatever the pace.
    public synchronized void lookNow() {
        demands++;
        notifyAll();
    }

    /// Keys that are shown however many others their session holds.
    public void pin(Collection<LockKey> keys) {
        Set<LockKey> now = Set.copyOf(keys);
        if (!now.equals(pins)) {
            pins = now;
            lookNow();
        }
    }

    /// Comes in by the replication door from now on ({@link Incident#useDoor}), at once.
    public void useDoor() {
        incident.useDoor();
        lookNow();
    }

    /// What this role may is asked again with the next look, which is at once: something was refused, or granted.
    public synchronized void askRightsAgain() {
        rightsAgain = true;
        lookNow();
    }

    private void live() {
        try {
            do {
                long demand = demand();
                Sight seen = look();
                if (!isStale(demand)) {
                    tell(seen);
                }
            } while (await());
        } catch (InterruptedException ended) {
            LOG.debug("Watching the locks of {} ends", incident.target());
        }
    }

    private synchronized long demand() {
        met = demands;
        return demands;
    }

    /// Whether a newer demand came while the look was under way: it is met next. Twice in a row nothing is dropped, or
    /// a person who keeps asking sees nothing at all.
    private synchronized boolean isStale(long demand) {
        dropped = demand != demands && !dropped;
        return dropped;
    }

    private Sight look() {
        try {
            Board board = incident.look(session -> {
                prepare(session);
                return Looker.look(session, pins);
            });
            SlotUse slots = slots();
            Capabilities known = Objects.requireNonNull(capabilities);
            failures = 0;
            took = board.took();
            List<Assessment> assessments = judging.judge(known, board);
            return new Sight(
                    known, board, assessments, Instant.now(), null, pace(), Notes.of(incident, known, board, slots));
        } catch (SQLException refused) {
            return failed(refused);
        }
    }

    private Sight failed(SQLException refused) {
        LOG.info("The locks of {} cannot be looked at: {}", incident.target(), refused.getMessage());
        failures++;
        Sight last = sight;
        Trouble trouble = Troubles.of(refused, incident.target(), capabilities, last.board());
        if (trouble.kind() == Sight.Kind.NO_RIGHT) {
            capabilities = null;
        }
        // Slow answers are not asked for again and again.
        took = trouble.kind() == Sight.Kind.TIMED_OUT ? Rhythm.TOO_SLOW.plusMillis(1) : Duration.ZERO;
        return new Sight(
                last.capabilities(), last.board(), last.assessments(), last.readAt(), trouble, pace(), last.notes());
    }

    /// Asks what this role may, and fills the session's caches, where that was long ago or never.
    private void prepare(Connection session) throws SQLException {
        boolean again;
        synchronized (this) {
            again = rightsAgain;
            rightsAgain = false;
        }
        long now = System.nanoTime();
        if (capabilities == null || again || session != warm || now - capableSince > CAPABLE.toNanos()) {
            capabilities = Capabilities.of(session);
            capableSince = now;
            warm = session;
            slots = null;
            actingIsCold = true;
        }
    }

    /// The session that acts must have looked once too, or it cannot when the lock table is full.
    private SlotUse slots() throws SQLException {
        if (actingIsCold) {
            warmActing();
            actingIsCold = false;
        }
        long now = System.nanoTime();
        SlotUse last = slots;
        if (last == null || now - slotsSince > SLOTS.toNanos()) {
            last = incident.look(SlotUse::of);
            slots = last;
            slotsSince = now;
        }
        return last;
    }

    private void warmActing() {
        try {
            incident.act(session -> {
                Capabilities.of(session);
                return Looker.look(session, List.of());
            });
        } catch (SQLException refused) {
            LOG.warn("No session to act with: {}", refused.getMessage());
        }
    }

    private void tell(Sight seen) {
        sight = seen;
        for (Consumer<Sight> listener : listeners) {
            try {
                listener.accept(seen);
            } catch (RuntimeException thrown) {
                LOG.error("A listener of the locks failed", thrown);
            }
        }
    }

    private synchronized Pace pace() {
        return rhythm().pace();
    }

    private Rhythm rhythm() {
        boolean closely = closeUntil - System.nanoTime() > 0;
        return new Rhythm(closely ? Pace.CLOSE : wanted, took, failures);
    }

    /// @return whether to look again; false at the end
    private synchronized boolean await() throws InterruptedException {
        long ended = System.nanoTime();
        while (!closed && demands == met) {
            // Asked again at each turn: the pace may have changed meanwhile.
            long left = rhythm().pause()
                    .map(pause -> ended + pause.toNanos() - System.nanoTime())
                    .orElse(FOREVER);
            if (left <= 0) {
                return true;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return !closed;
    }

    /// Ends after the look that is under way; listeners hear nothing more then.
    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        notifyAll();
    }
}
