package mana.studio.ui.apply;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import mana.studio.apply.Application;
import mana.studio.apply.Consent;
import mana.studio.apply.Course;
import mana.studio.apply.Ending;
import mana.studio.apply.Journal;
import mana.studio.apply.Line;
import mana.studio.apply.LineState;
import mana.studio.apply.Order;
import mana.studio.apply.Outcome;
import mana.studio.apply.Patience;
import mana.studio.apply.Permission;
import mana.studio.apply.PhasedPlan;
import mana.studio.connection.Cancellation;
import mana.studio.design.Design;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// An order from the asking to its outcome.
///
/// {@snippet :
/// ASKING ──apply──► RUNNING ──its end──► ENDED ──again, show──► ASKING
/// }
final class ApplyModel {
    enum Stage {
        ASKING,
        RUNNING,
        ENDED
    }

    private static final Order NOTHING = new Order(new Course(List.of()), null, null);

    private final Session session;
    private final Journal journal;
    private final Supplier<Optional<Order>> source;
    private final Permission permission;
    private final ReadOnlyObjectWrapper<Order> order = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.ASKING);
    private final ReadOnlyObjectWrapper<@Nullable Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final CourseProgress progress = new CourseProgress();
    private final ObservableSet<Integer> accepted = FXCollections.observableSet();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Patience> patience = new SimpleObjectProperty<>(Patience.STANDARD);
    private final BooleanProperty condition = new SimpleBooleanProperty();
    private final BooleanBinding ready;

    private @Nullable Cancellation cancellation;
    /// Whether what is asked for came from the source, and so goes with it.
    private boolean fromSource;

    /// Where the order comes from, if from the pending changes.
    private @Nullable Forecast foreseen;

    /// @param source what is to be applied now; empty for nothing
    ApplyModel(Session session, Journal journal, Supplier<Optional<Order>> source) {
        this.session = session;
        this.journal = journal;
        this.source = source;
        this.permission = Permission.toApply(session.workspace().profile());
        this.ready = Bindings.createBooleanBinding(this::isReady, order, stage, typed, accepted, condition);
        again();
    }

    /// Asks for whatever is to be applied now: what is next of a plan of several phases, once it was begun.
    void again() {
        PhasedPlan plan = reached().orElse(null);
        if (plan != null && plan.isBegun() && !plan.isDone()) {
            show(plan.order(null));
        } else if (stage.get() != Stage.RUNNING) {
            show(source.get().orElse(NOTHING));
            fromSource = true;
        }
    }

    /// How far a plan of several phases has come; empty where none was run, or it is not known.
    Optional<PhasedPlan> reached() {
        PhasedPlan plan = order.get().plan();
        Outcome known = outcome.get();
        return plan == null || known == null || known.ending() instanceof Ending.Lost
                ? Optional.empty()
                : Optional.of(plan.after(plan.committed() + known.committed()));
    }

    /// Asks for another order; not while one runs.
    void show(Order other) {
        if (stage.get() == Stage.RUNNING) {
            return;
        }
        fromSource = false;
        accepted.clear();
        typed.set("");
        outcome.set(null);
        failure.set(null);
        condition.set(false);
        progress.list(other);
        order.set(other);
        Forecast forecast = session.designing().forecast().get();
        foreseen = forecast != null && forecast.design().database() == other.wanted() ? forecast : null;
        stage.set(Stage.ASKING);
    }

    /// The pending changes are others: what was asked for no longer holds.
    void follow() {
        if (stage.get() == Stage.ASKING
                && fromSource
                && !source.get().orElse(NOTHING).equals(order.get())) {
            again();
        }
    }

    private boolean isReady() {
        boolean named = switch (permission) {
            case Permission.Free _ -> true;
            case Permission.TypeName name -> typed.get().strip().equals(name.database());
            case Permission.Refused _ -> false;
        };
        boolean allAccepted =
                order.get().course().losses().stream().map(Line::number).allMatch(accepted::contains);
        return stage.get() == Stage.ASKING
                && named
                && allAccepted
                && (condition.get() || !asksForCondition())
                && !order.get().course().isEmpty();
    }

    /// Runs it.
    void apply() {
        if (!isReady()) {
            return;
        }
        Order now = order.get();
        Consent consent = Consent.given(session.workspace().profile(), now.course(), typed.get(), Set.copyOf(accepted));
        Cancellation stop = new Cancellation();
        Patience patient = patience.get();
        cancellation = stop;
        cancelling.set(false);
        outcome.set(null);
        failure.set(null);
        progress.list(now);
        stage.set(Stage.RUNNING);
        int statements = now.course().lines().size();
        // A cancelled job brings no outcome, and a person wants to know what stays: it is handed over by hand.
        session.background()
                .start(Job.of("Applying " + Amounts.counted(statements, "statement", "statements"), running -> {
                    try (var _ = running.cancellation().watch(stop::request)) {
                        Outcome reached = new Application(session.workspace(), journal)
                                .run(now, consent, patient, this::heard, stop);
                        Platform.runLater(() -> end(reached));
                    } catch (Exception refused) {
                        Platform.runLater(() -> fail(refused));
                    }
                    return now;
                }));
    }

    private void heard(int number, LineState state) {
        Platform.runLater(() -> progress.set(number, state));
    }

    private void end(Outcome reached) {
        progress.end();
        outcome.set(reached);
        tell(reached);
        stage.set(Stage.ENDED);
        boolean undone = reached.committed() == 0 && order.get().course().isAtomic();
        if (!undone || reached.ending() instanceof Ending.Stale) {
            session.refresh();
        }
    }

    /// The design is to know what of it the database has.
    private void tell(Outcome known) {
        PhasedPlan plan = reached().orElse(null);
        Forecast forecast = foreseen;
        Design design = session.designing().design().get();
        if (plan != null && !plan.isDone()) {
            session.designing().advanced();
        } else if (plan != null && design != null) {
            session.designing().applied(design);
        } else if (forecast != null && known.ending() instanceof Ending.Applied) {
            session.designing().applied(forecast.design());
        }
    }

    private void fail(Exception refused) {
        progress.end();
        failure.set(
                refused instanceof IllegalStateException || refused instanceof IllegalArgumentException
                        ? new Failure("Applying", String.valueOf(refused.getMessage()), null, null, null)
                        : Failure.of("Applying", refused));
        stage.set(Stage.ENDED);
    }

    /// Stops it, on the server too.
    void cancel() {
        Cancellation running = cancellation;
        if (stage.get() != Stage.RUNNING || running == null || cancelling.get()) {
            return;
        }
        cancelling.set(true);
        session.background()
                .start(Job.of("Stopping", _ -> {
                            running.request();
                            return running;
                        })
                        .quietly());
    }

    ReadOnlyObjectProperty<Order> order() {
        return order.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Why nothing could be run; null where something was.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether it was asked to stop and has not yet.
    ReadOnlyBooleanProperty cancelling() {
        return cancelling.getReadOnlyProperty();
    }

    /// How far each line is.
    CourseProgress progress() {
        return progress;
    }

    /// The numbers of the lines whose losses were accepted.
    ObservableSet<Integer> accepted() {
        return accepted;
    }

    StringProperty typed() {
        return typed;
    }

    ObjectProperty<Patience> patience() {
        return patience;
    }

    /// Whether a person has said that the phase may start: see {@link #asksForCondition}.
    BooleanProperty condition() {
        return condition;
    }

    /// Whether it is a phase that waits for the code that runs, which only people see.
    boolean asksForCondition() {
        PhasedPlan plan = order.get().plan();
        return plan != null && plan.number() > 1;
    }

    /// Whether all that is asked for was given.
    BooleanBinding ready() {
        return ready;
    }

    Permission permission() {
        return permission;
    }
}
