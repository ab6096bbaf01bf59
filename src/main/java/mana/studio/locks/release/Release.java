package mana.studio.locks.release;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import mana.studio.connection.Incident;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockId;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.watch.Sight.Trouble;
import mana.studio.locks.watch.Troubles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Releases a lock the only way there is: by ending, or cancelling, the one session a person saw. Look, evidence, one
/// statement that checks and signals, proof. It never unlocks anything itself: only the session that took an advisory
/// lock can, and everybody else is told `false`.
public final class Release {
    private static final Logger LOG = LoggerFactory.getLogger(Release.class);
    private static final Duration WAIT = Duration.ofSeconds(5);
    private static final String NOT_ALLOWED = "42501";
    private static final String TIMED_OUT = "57014";
    private static final String LOCK_TABLE_FULL = "53200";

    private final Incident incident;
    private final Audit audit;
    private final Counting counting;
    private final Duration quiet;
    private volatile @Nullable Capabilities known;

    /// @param incident stays the caller's to close
    /// @param counting what to compare before and after
    public Release(Incident incident, Audit audit, Counting counting) {
        this(incident, audit, counting, Proving.QUIET);
    }

    Release(Incident incident, Audit audit, Counting counting, Duration quiet) {
        this.incident = incident;
        this.audit = audit;
        this.counting = counting;
        this.quiet = quiet;
    }

    /// What a watch found out about this server, for the day on which it cannot be asked any more: with a full lock
    /// table it still shows its locks, and no longer its roles.
    ///
    /// @param capabilities null changes nothing
    public void know(@Nullable Capabilities capabilities) {
        known = capabilities == null ? known : capabilities;
    }

    private Capabilities capabilities(Connection session) throws SQLException {
        try {
            Capabilities now = Capabilities.of(session);
            known = now;
            return now;
        } catch (SQLException refused) {
            Capabilities before = known;
            if (before == null || !LOCK_TABLE_FULL.equals(refused.getSQLState())) {
                throw refused;
            }
            return before;
        }
    }

    /// Looks once more before a person decides. May last seconds.
    ///
    /// @param seen    what the person saw; null for nothing: then nothing has changed
    /// @param pollers pids that seem to poll for this lock, as judged
    public Finding find(Aim aim, @Nullable Board seen, Collection<Integer> pollers) {
        try {
            return incident.act(session -> {
                Capabilities capabilities = capabilities(session);
                Board board = Looker.look(session, List.of(aim.lock().key()));
                int respawns = board.backend(aim.session().pid())
                        .map(target -> Respawns.count(audit, capabilities, aim.lock(), target, board.serverNow()))
                        .orElse(0);
                return new Gathering(aim, capabilities, board, seen, pollers).finding(session, respawns);
            });
        } catch (SQLException refused) {
            return new Finding.Failed(trouble(refused));
        }
    }

    private Trouble trouble(SQLException refused) {
        return Troubles.of(refused, incident.target(), known, null);
    }

    /// Does it: looks again, writes down what is about to be done, checks and signals in one statement, and proves what
    /// became of the lock. Lasts from a fraction of a second to a quarter of a minute. Never throws for what the server
    /// says.
    ///
    /// @param steps hears how far it has come, on the caller's thread
    public Report carryOut(Order order, Consumer<Step> steps) {
        return switch (order) {
            case Order.OfSession session -> ofSession(session, steps);
            case Order.OfPrepared prepared -> ofPrepared(prepared, steps);
        };
    }

    /// Several, one after the other, each on its own: holders that share a lock. What the last one's proof says is true
    /// of the lock.
    public List<Report> carryOut(List<? extends Order> orders, Consumer<Step> steps) {
        return orders.stream().map(order -> carryOut(order, steps)).toList();
    }

    /// Watches on where a session had not ended in time.
    public Proof follow(Report report, Duration atMost) {
        Board before = report.before();
        if (report.order() instanceof Order.OfSession order && before != null) {
            return proving(order, before).prove(quiet, atMost);
        }
        return new Proof.NotSeen("Nothing was done that could be watched.");
    }

    private Proving proving(Order.OfSession order, Board before) {
        Evidence evidence = order.evidence();
        return new Proving(incident, evidence.aim(), order.act(), evidence.target(), before);
    }

    private Report ofSession(Order.OfSession order, Consumer<Step> steps) {
        Instant begun = Instant.now();
        Evidence evidence = order.evidence();
        Signal signal = new Signal(
                evidence.aim(), order.act(), WAIT, evidence.capabilities().version());
        Deed deed = new Deed(order, evidence.capabilities(), signal.sql(), signal.parameters());
        steps.accept(Step.LOOKING);
        Board before;
        try {
            before = look(order.lock());
        } catch (SQLException refused) {
            return new Report(order, begun, null, "", failed(refused), null);
        }
        deed.leftovers.remember();
        steps.accept(Step.RECORDING);
        Optional<Outcome> unrecorded = deed.writeDown();
        if (unrecorded.isPresent()) {
            return new Report(order, begun, before, "", unrecorded.get(), null);
        }
        steps.accept(Step.ENDING);
        String at = null;
        Outcome outcome;
        try {
            Signal.Answer answer = incident.act(signal::send);
            at = answer.at();
            outcome = answered(answer, order, before, steps);
        } catch (SQLException refused) {
            outcome = refused(refused, () -> prove(order, before, steps));
        }
        deed.close(outcome, at);
        return new Report(
                order, begun, before, signal.sql(), outcome, aftermath(outcome, deed, evidence.target(), steps));
    }

    private Outcome answered(Signal.Answer answer, Order.OfSession order, Board before, Consumer<Step> steps) {
        Optional<Outcome.Why> why = answer.why();
        if (why.isPresent()) {
            return new Outcome.Missed(why.get(), answer.now());
        }
        return Boolean.TRUE.equals(answer.acted())
                ? new Outcome.Done(prove(order, before, steps))
                : new Outcome.NotEndedInTime(WAIT);
    }

    private Proof prove(Order.OfSession order, Board before, Consumer<Step> steps) {
        steps.accept(Step.PROVING);
        return proving(order, before).prove(quiet, Proving.USUAL);
    }

    private interface Proves {
        Proof prove();
    }

    /// What a refusal in the middle of the act means: had the server not even begun, it would have said so.
    private Outcome refused(SQLException refused, Proves proves) {
        String answer = Objects.requireNonNullElse(refused.getMessage(), "");
        String state = Objects.requireNonNullElse(refused.getSQLState(), "");
        if (state.equals(NOT_ALLOWED)) {
            return new Outcome.NotPermitted(answer);
        }
        boolean mayHaveActed = state.equals(TIMED_OUT) || state.startsWith("08") || state.startsWith("57P");
        return mayHaveActed ? new Outcome.Unknown(answer, proves.prove()) : failed(refused);
    }

    private static Outcome failed(SQLException refused) {
        return new Outcome.Failed(Objects.requireNonNullElse(refused.getMessage(), ""), refused.getSQLState());
    }

    private Report ofPrepared(Order.OfPrepared order, Consumer<Step> steps) {
        Instant begun = Instant.now();
        if (!order.typed().equals(order.prepared().gid())) {
            Outcome mistyped = new Outcome.Failed("The name was not typed as it is.", null);
            return new Report(order, begun, null, "", mistyped, null);
        }
        PreparedEnding ending = new PreparedEnding(order);
        steps.accept(Step.LOOKING);
        Board before;
        Capabilities capabilities;
        try {
            capabilities = incident.act(this::capabilities);
            before = look(order.lock());
        } catch (SQLException refused) {
            return new Report(order, begun, null, "", failed(refused), null);
        }
        Deed deed = new Deed(order, capabilities, ending.sql(), List.of());
        deed.leftovers.remember();
        steps.accept(Step.RECORDING);
        Optional<Outcome> unrecorded = deed.writeDown();
        if (unrecorded.isPresent()) {
            return new Report(order, begun, before, "", unrecorded.get(), null);
        }
        steps.accept(Step.ENDING);
        PreparedProving proving = new PreparedProving(incident, order, before);
        Outcome outcome;
        try {
            outcome = ending.send(incident)
                    ? new Outcome.Done(proving.prove(quiet, steps))
                    : new Outcome.Missed(Outcome.Why.GONE, null);
        } catch (SQLException refused) {
            outcome = refused(refused, () -> proving.prove(quiet, steps));
        }
        deed.close(outcome, null);
        return new Report(order, begun, before, ending.sql(), outcome, aftermath(outcome, deed, null, steps));
    }

    private static @Nullable Aftermath aftermath(
            Outcome outcome, Deed deed, @Nullable Backend target, Consumer<Step> steps) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.NotEndedInTime _, Outcome.Unknown _ -> {
                steps.accept(Step.CHECKING);
                yield deed.leftovers.compare(target);
            }
            case Outcome.Missed _, Outcome.NotPermitted _, Outcome.NotRecorded _, Outcome.Failed _ -> null;
        };
    }

    private Board look(LockId lock) throws SQLException {
        return incident.act(session -> Looker.look(session, List.of(lock.key())));
    }

    /// One act as it is written down, and what it is compared with.
    private final class Deed {
        private final Order order;
        private final AuditEntry entry;
        private final Leftovers leftovers;

        Deed(Order order, Capabilities capabilities, String sql, List<?> parameters) {
            this.order = order;
            this.entry = AuditEntry.of(incident.target(), capabilities, order, sql, parameters);
            long database = order.lock().database();
            this.leftovers = new Leftovers(
                    incident,
                    database == capabilities.databaseId() ? null : capabilities.databaseName(database),
                    counting);
        }

        /// @return what came of it, where it could not be written down
        Optional<Outcome> writeDown() {
            try {
                audit.append(entry.intent());
            } catch (IOException refused) {
                LOG.error("{} cannot be written", audit.file(), refused);
                return Optional.of(new Outcome.NotRecorded(audit.file() + ": " + refused.getMessage()));
            }
            if (order.tellsServer()) {
                ServerLog.tell(incident, entry.sentence());
            }
            return Optional.empty();
        }

        void close(Outcome outcome, @Nullable String at) {
            try {
                audit.append(entry.outcome(outcome, at));
            } catch (IOException refused) {
                LOG.error("What came of an act could not be written to {}: {}", audit.file(), outcome, refused);
            }
        }
    }
}
