package mana.studio.ui.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
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
import mana.studio.connection.Cancellation;
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
    private final ReadOnlyIntegerWrapper looked = new ReadOnlyIntegerWrapper(-1);
    private final ObservableList<CourseItem> items = FXCollections.observableArrayList();
    private final ObservableSet<Integer> accepted = FXCollections.observableSet();
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Patience> patience = new SimpleObjectProperty<>(Patience.STANDARD);
    private final BooleanBinding ready;
    /// Where each line stands among the items.
    private final Map<Integer, Integer> places = new HashMap<>();

    private @Nullable Cancellation cancellation;
    /// Whether what is asked for came from the source, and so goes with it.
    private boolean fromSource;

    /// Where the order comes from, if from the pending changes.
    private @Nullable Forecast foreseen;

    private int runningLine;
    private long runningSince;

    /// @param source what is to be applied now; empty for nothing
    ApplyModel(Session session, Journal journal, Supplier<Optional<Order>> source) {
        this.session = session;
        this.journal = journal;
        this.source = source;
        this.permission = Permission.toApply(session.workspace().profile());
        this.ready = Bindings.createBooleanBinding(this::isReady, order, stage, typed, accepted);
        again();
    }

    /// Asks for whatever is to be applied now.
    void again() {
        if (stage.get() != Stage.RUNNING) {
            show(source.get().orElse(NOTHING));
            fromSource = true;
        }
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
        list(other);
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

    private void list(Order other) {
        looked.set(-1);
        items.setAll(CourseItems.of(other.course()));
        places.clear();
        for (int at = 0; at < items.size(); at++) {
            if (items.get(at) instanceof CourseItem.Statement statement) {
                places.put(statement.line().number(), at);
            }
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
        list(now);
        stage.set(Stage.RUNNING);
        int statements = now.course().lines().size();
        // A cancelled job brings no outcome, and a person wants to know what stays: it is handed over by hand.
        session.background()
                .start(Job.of("Applying " + Amounts.counted(statements, "statement", "statements"), progress -> {
                    try (var _ = progress.cancellation().watch(stop::request)) {
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
        Platform.runLater(() -> set(number, state));
    }

    private void set(int number, LineState state) {
        Integer at = places.get(number);
        if (at == null || !(items.get(at) instanceof CourseItem.Statement statement)) {
            return;
        }
        boolean runs = state.isRunning();
        if (runs && runningLine != number) {
            runningLine = number;
            runningSince = System.nanoTime();
        } else if (!runs && runningLine == number) {
            runningLine = 0;
        }
        items.set(at, new CourseItem.Statement(statement.line(), state, runs ? runningMillis() : -1));
        if (runs || state instanceof LineState.Failed) {
            looked.set(at);
        }
    }

    private long runningMillis() {
        return (System.nanoTime() - runningSince) / 1_000_000;
    }

    /// The time of the line that runs goes on.
    void tick() {
        Integer at = places.get(runningLine);
        if (at != null && items.get(at) instanceof CourseItem.Statement statement) {
            items.set(at, new CourseItem.Statement(statement.line(), statement.state(), runningMillis()));
        }
    }

    private void end(Outcome reached) {
        Forecast forecast = foreseen;
        if (forecast != null && reached.ending() instanceof Ending.Applied) {
            session.designing().applied(forecast.design());
        }
        runningLine = 0;
        outcome.set(reached);
        stage.set(Stage.ENDED);
        boolean undone = reached.committed() == 0 && order.get().course().isAtomic();
        if (!undone || reached.ending() instanceof Ending.Stale) {
            session.refresh();
        }
    }

    private void fail(Exception refused) {
        runningLine = 0;
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

    /// Which item a person wants to see: the one that runs, or that failed; negative for none.
    ReadOnlyIntegerProperty looked() {
        return looked.getReadOnlyProperty();
    }

    ObservableList<CourseItem> items() {
        return items;
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

    /// Whether all that is asked for was given.
    BooleanBinding ready() {
        return ready;
    }

    Permission permission() {
        return permission;
    }
}
