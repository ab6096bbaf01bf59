package mana.studio.ui.locks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mana.studio.connection.Environment;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.LockName;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Aim;
import mana.studio.locks.release.Evidence;
import mana.studio.locks.release.Finding;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.Outcome.Proof;
import mana.studio.locks.release.Release;
import mana.studio.locks.release.Report;
import mana.studio.locks.release.Step;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.watch.Sight;
import mana.studio.locks.verdict.Refusals;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// One release from the fresh look to the proof. Nothing is done before a person has read what the fresh look found and
/// has given all that is asked for.
///
/// {@snippet :
/// LOOKING ──► SHEET ──act──► RUNNING ──► ENDED ──look again──► LOOKING
///    └──► CHANGED, FAILED
/// }
final class ReleaseModel {
    /// How far it is.
    sealed interface Phase {
        record Looking() implements Phase {}

        /// What a person must read before they decide; of a prepared transaction nothing more than the plan.
        record Sheet(List<Evidence> evidence) implements Phase {
            public Sheet {
                evidence = List.copyOf(evidence);
            }
        }

        /// It is no longer what was seen.
        record Changed(Outcome.Missed missed) implements Phase {}

        record Failed(Sight.Trouble trouble) implements Phase {}

        record Running(Step step) implements Phase {}

        /// @param followed what became of a session that had not ended in time; null while that is not known
        record Ended(List<Report> reports, @Nullable Proof followed) implements Phase {
            public Ended {
                reports = List.copyOf(reports);
            }
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Session session;
    private final Release release;
    private final Plan plan;
    private final ReleaseListener listener;
    private volatile List<Aim> aims;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(new Phase.Looking());
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty tellsServer = new SimpleBooleanProperty(true);
    private final BooleanProperty stopped = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Boolean> commits = new SimpleObjectProperty<>();
    private final BooleanBinding ready;

    /// Hears of what is done.
    interface ReleaseListener {
        void began();

        void ended(List<Report> reports);
    }

    /// @param seen what the person saw; null for nothing
    ReleaseModel(Session session, Release release, Plan plan, @Nullable Board seen, ReleaseListener listener) {
        this.session = session;
        this.release = release;
        this.plan = plan;
        this.listener = listener;
        this.aims = plan instanceof Plan.OfSessions sessions ? sessions.aims() : List.of();
        this.ready = Bindings.createBooleanBinding(this::isReady, phase, typed, stopped, commits);
        look(seen);
    }

    /// Looks once more at the server.
    void look() {
        aimAnew();
        look(null);
    }

    private void look(@Nullable Board before) {
        typed.set("");
        stopped.set(false);
        switch (plan) {
            case Plan.OfPrepared _ -> phase.set(new Phase.Sheet(List.of()));
            case Plan.OfSessions sessions -> {
                phase.set(new Phase.Looking());
                session.background()
                        .start(Job.of("Looking once more", _ -> find(sessions, before))
                                .superseding(this)
                                .whenDone(phase::set)
                                .whenFailed(error -> phase.set(new Phase.Failed(unexpected(error)))));
            }
        }
    }

    /// Who has worked since is aimed at anew, as they are now; who is another session now is not.
    private void aimAnew() {
        switch (phase.get()) {
            case Phase.Changed(Outcome.Missed missed) -> aimAnew(missed);
            case Phase.Ended(List<Report> reports, Proof _) ->
                reports.forEach(report -> {
                    if (report.outcome() instanceof Outcome.Missed missed) {
                        aimAnew(missed);
                    }
                });
            case Phase.Looking _, Phase.Sheet _, Phase.Failed _, Phase.Running _ -> {}
        }
    }

    private void aimAnew(Outcome.Missed missed) {
        Backend now = missed.now();
        if (now != null) {
            aims = aims.stream()
                    .map(aim -> aim.session().same(now.id())
                            ? new Aim(aim.lock(), aim.session(), now.stateChange(), aim.part())
                            : aim)
                    .toList();
        }
    }

    private Phase find(Plan.OfSessions sessions, @Nullable Board before) {
        Assessment assessment = sessions.assessment();
        List<Integer> pollers = assessment == null ? List.of() : assessment.pollers();
        List<Evidence> found = new ArrayList<>();
        Phase otherwise = new Phase.Looking();
        for (Aim aim : aims) {
            switch (release.find(aim, before, pollers)) {
                case Finding.Ready(Evidence evidence) -> found.add(evidence);
                case Finding.Changed(Outcome.Missed missed, Board _) -> otherwise = new Phase.Changed(missed);
                case Finding.Failed(Sight.Trouble trouble) -> {
                    return new Phase.Failed(trouble);
                }
            }
        }
        return found.isEmpty() ? otherwise : new Phase.Sheet(found);
    }

    private static Sight.Trouble unexpected(Exception error) {
        return new Sight.Trouble(Sight.Kind.REFUSED, "That did not work.", "", error.toString(), null);
    }

    /// Why what was found may not be done, a sentence; empty where it may.
    String obstacle() {
        if (!(phase.get() instanceof Phase.Sheet(List<Evidence> evidence))
                || !(plan instanceof Plan.OfSessions sessions)) {
            return "";
        }
        Optional<Capabilities.Refusal> refusal =
                evidence.stream().flatMap(each -> each.refusal().stream()).findFirst();
        if (refusal.isPresent()) {
            return Refusals.sentence(refusal.get());
        }
        boolean works = evidence.stream().allMatch(each -> each.acts().contains(sessions.act()));
        return works || sessions.act() == Act.END
                ? ""
                : "It runs nothing now that could be cancelled: cancelling would do nothing.";
    }

    private boolean isReady() {
        if (!(phase.get() instanceof Phase.Sheet sheet) || !obstacle().isEmpty()) {
            return false;
        }
        boolean named = !asksForKey() || isTyped();
        boolean still = sheet.evidence().stream().noneMatch(Evidence::isRespawning) || stopped.get();
        boolean decided = switch (plan) {
            case Plan.OfPrepared prepared ->
                commits.get() != null && typed.get().equals(prepared.holder().gid());
            case Plan.OfSessions _ -> named;
        };
        return still && decided;
    }

    private boolean isTyped() {
        LockKey key = plan.lock().key();
        return LockKey.parse(typed.get()).filter(key::equals).isPresent()
                || typed.get().strip().equals(key.text());
    }

    /// Whether the key must be typed: on production, and for what is held for a long time by design.
    boolean asksForKey() {
        if (!(plan instanceof Plan.OfSessions sessions)) {
            return false;
        }
        Assessment assessment = sessions.assessment();
        boolean red = assessment != null
                && assessment.name().map(LockName::category).stream()
                        .anyMatch(category ->
                                category == LockName.Category.BACKUP || category == LockName.Category.LEADER);
        return red || isProduction();
    }

    boolean isProduction() {
        return session.workspace().profile().environment() == Environment.PRODUCTION;
    }

    /// Does it.
    void act() {
        if (ready.get() && phase.get() instanceof Phase.Sheet(List<Evidence> evidence)) {
            carryOut(orders(evidence));
        }
    }

    private List<Order> orders(List<Evidence> evidence) {
        return switch (plan) {
            case Plan.OfPrepared prepared ->
                List.of(new Order.OfPrepared(
                        prepared.lock(),
                        prepared.holder(),
                        prepared.database(),
                        Boolean.TRUE.equals(commits.get()),
                        typed.get(),
                        reason.get().strip(),
                        tellsServer.get()));
            case Plan.OfSessions sessions ->
                evidence.stream()
                        .<Order>map(each -> new Order.OfSession(
                                each, sessions.act(), reason.get().strip(), tellsServer.get(), false))
                        .toList();
        };
    }

    /// Ends a session that has worked since, which the first attempt refused.
    void actAlthoughBusy() {
        if (phase.get() instanceof Phase.Ended(List<Report> reports, Proof _)) {
            carryOut(reports.stream()
                    .filter(report -> workedSince(report.outcome()))
                    .map(Report::order)
                    .filter(Order.OfSession.class::isInstance)
                    .map(Order.OfSession.class::cast)
                    .<Order>map(order -> new Order.OfSession(
                            order.evidence().evenIfBusy(),
                            order.act(),
                            order.reason(),
                            order.tellsServer(),
                            order.masked()))
                    .toList());
        }
    }

    private static boolean workedSince(Outcome outcome) {
        return outcome instanceof Outcome.Missed missed && missed.why() == Outcome.Why.WORKED_SINCE;
    }

    /// A pool's connection that works again and again could never be met idle.
    boolean mayActAlthoughBusy() {
        return phase.get() instanceof Phase.Ended(List<Report> reports, Proof _)
                && reports.stream().anyMatch(report -> workedSince(report.outcome()));
    }

    private void carryOut(List<Order> orders) {
        phase.set(new Phase.Running(Step.LOOKING));
        listener.began();
        session.background()
                .start(Job.of(title(), _ -> release.carryOut(orders, step -> Platform.runLater(() -> heard(step))))
                        .whenDone(this::ended)
                        .whenFailed(error -> phase.set(new Phase.Failed(unexpected(error)))));
    }

    private void heard(Step step) {
        if (phase.get() instanceof Phase.Running) {
            phase.set(new Phase.Running(step));
        }
    }

    private void ended(List<Report> reports) {
        phase.set(new Phase.Ended(reports, null));
        listener.ended(reports);
        reports.stream()
                .filter(report -> report.outcome() instanceof Outcome.NotEndedInTime)
                .findFirst()
                .ifPresent(this::follow);
    }

    /// It was told to end, and has not: it may any moment.
    private void follow(Report report) {
        session.background()
                .start(Job.of("Watching a session that is to end", _ -> release.follow(report, PATIENCE))
                        .quietly()
                        .whenDone(proof -> {
                            if (phase.get() instanceof Phase.Ended(List<Report> reports, Proof _)) {
                                phase.set(new Phase.Ended(reports, proof));
                            }
                        }));
    }

    /// "End session 15419", the button's and the job's words.
    String title() {
        return switch (plan) {
            case Plan.OfPrepared prepared ->
                "End prepared transaction " + prepared.holder().gid();
            case Plan.OfSessions sessions -> {
                int count = sessions.aims().size();
                String pid = String.valueOf(sessions.aims().getFirst().session().pid());
                yield switch (sessions.act()) {
                    case END -> count == 1 ? "End session " + pid : "End " + count + " sessions";
                    case CANCEL ->
                        count == 1
                                ? "Cancel the statement of " + pid
                                : "Cancel the statements of " + count + " sessions";
                };
            }
        };
    }

    Plan plan() {
        return plan;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    StringProperty reason() {
        return reason;
    }

    StringProperty typed() {
        return typed;
    }

    BooleanProperty tellsServer() {
        return tellsServer;
    }

    /// Whether the person says that the service which takes the lock again and again is stopped.
    BooleanProperty stopped() {
        return stopped;
    }

    /// Whether a prepared transaction is committed, or rolled back; null until that was decided.
    ObjectProperty<@Nullable Boolean> commits() {
        return commits;
    }

    /// Whether all that is asked for was given.
    BooleanBinding ready() {
        return ready;
    }
}
