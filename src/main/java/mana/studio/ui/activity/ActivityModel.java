package mana.studio.ui.activity;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.locks.Backend;
import mana.studio.locks.activity.Activity;
import mana.studio.locks.activity.ActivityLooker;
import mana.studio.locks.activity.Ending;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Closely;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Outcome;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The newest look at the server's sessions, which of them are shown, and acting on one. Looks every two seconds while
/// it
/// is on the screen, never before the last look has ended, and the less often the longer that took.
final class ActivityModel {
    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int SHARE = 10;

    private final Session session;
    private final Ending ending;
    private final ReadOnlyObjectWrapper<@Nullable Activity> activity = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Did> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Narrowing> narrowing = new ReadOnlyObjectWrapper<>(Narrowing.NONE);
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final PauseTransition rest = new PauseTransition();
    private @Nullable Capabilities capabilities;
    private @Nullable Instant readAt;
    private boolean shown;
    private boolean looking;

    ActivityModel(Session session, Audit audit) {
        this.session = session;
        this.ending = new Ending(session.workspace().incident(), audit);
        rest.setOnFinished(_ -> look());
    }

    /// What a person had done, and what came of it.
    record Did(Act act, int pid, Outcome outcome) {}

    private record Look(Activity activity, Capabilities capabilities, Duration took) {}

    /// Looks now, unless it looks already.
    void look() {
        if (looking) {
            return;
        }
        looking = true;
        rest.stop();
        Capabilities known = capabilities;
        session.background()
                .start(Job.of("Looking at the sessions", _ -> read(known))
                        .quietly()
                        .whenDone(this::see)
                        .whenFailed(this::fail)
                        .whenCancelled(() -> looking = false));
    }

    private Look read(@Nullable Capabilities known) throws Exception {
        long begun = System.nanoTime();
        return session.workspace().incident().look(connection -> {
            Capabilities able = known == null ? Capabilities.of(connection) : known;
            Activity seen = ActivityLooker.look(connection, able);
            return new Look(seen, able, Duration.ofNanos(System.nanoTime() - begun));
        });
    }

    private void see(Look look) {
        looking = false;
        capabilities = look.capabilities();
        readAt = Instant.now();
        failure.set(null);
        activity.set(look.activity());
        fill();
        again(look.took().multipliedBy(SHARE));
    }

    private void fail(Exception refused) {
        looking = false;
        failure.set(Failure.of("Looking at the sessions", refused));
        again(INTERVAL.multipliedBy(5));
    }

    private void again(Duration pause) {
        if (shown && !paused.get()) {
            Duration longer = pause.compareTo(INTERVAL) > 0 ? pause : INTERVAL;
            rest.setDuration(javafx.util.Duration.millis(longer.toMillis()));
            rest.playFromStart();
        }
    }

    private void fill() {
        Activity now = activity.get();
        List<Line> next = now == null ? List.of() : narrowing.get().of(now);
        if (!next.equals(lines)) {
            lines.setAll(next);
        }
    }

    /// Whether it is on the screen.
    void shown(boolean visible) {
        shown = visible;
        if (visible) {
            look();
        } else {
            rest.stop();
        }
    }

    void pause(boolean stop) {
        paused.set(stop);
        if (stop) {
            rest.stop();
        } else {
            look();
        }
    }

    void narrow(Narrowing other) {
        narrowing.set(other);
        fill();
    }

    /// Why a session may not be ended or cancelled; empty where it may.
    Optional<String> hindrance(Act act, Line line) {
        Capabilities able = capabilities;
        if (able == null || failure.get() != null) {
            return Optional.of("What is shown is not fresh.");
        }
        if (line.session().ours()) {
            return Optional.of("It is this studio's own session.");
        }
        if (act == Act.CANCEL && !"active".equals(line.session().backend().state())) {
            return Optional.of("It runs nothing that could be cancelled.");
        }
        return able.mayEnd(line.session().backend()).map(refusal -> switch (refusal) {
            case Capabilities.Refusal.OfSuperuser of ->
                "It belongs to the superuser " + of.owner() + ": only a superuser can end it.";
            case Capabilities.Refusal.NoRight none ->
                "Role " + none.role() + " may not end sessions of " + none.owner() + ": it needs pg_signal_backend.";
        });
    }

    /// Does what a person has confirmed.
    void act(Act act, Line line, String reason) {
        outcome.set(null);
        Ending.Order order = new Ending.Order(act, line.session().backend(), reason);
        session.background()
                .start(Job.of(
                                (act == Act.END ? "Ending session " : "Cancelling the statement of ") + line.pid(),
                                _ -> ending.carryOut(order))
                        .whenDone(done -> {
                            outcome.set(new Did(act, line.pid(), done));
                            look();
                        })
                        .whenFailed(refused -> failure.set(Failure.of("Ending a session", refused))));
    }

    /// A session with all that is known of it. May block.
    Closely closely(Backend backend) throws SQLException {
        Capabilities able = Objects.requireNonNull(capabilities);
        return session.workspace().incident().look(connection -> Closely.at(connection, able, backend));
    }

    /// How old what is shown is.
    Duration age() {
        Instant read = readAt;
        return read == null ? Duration.ZERO : Duration.between(read, Instant.now());
    }

    /// How many connections the server takes; 0 while unknown.
    int slots() {
        Capabilities able = capabilities;
        return able == null ? 0 : able.slots().all();
    }

    String databaseName(@Nullable Long oid) {
        Capabilities able = capabilities;
        return oid == null || able == null ? "" : able.databaseName(oid);
    }

    Session session() {
        return session;
    }

    /// The same session as it is now; empty where it has ended.
    Optional<Line> now(Line line) {
        return lines.stream().filter(line::same).findFirst();
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyObjectProperty<@Nullable Activity> activity() {
        return activity.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// What became of the last act; null before one, and while one runs.
    ReadOnlyObjectProperty<@Nullable Did> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Narrowing> narrowing() {
        return narrowing.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty paused() {
        return paused.getReadOnlyProperty();
    }

    void close() {
        shown = false;
        rest.stop();
    }

    /// For the table's cells and the dialog.
    static String who(Line line) {
        String application = line.session().backend().application();
        return Objects.requireNonNullElse(
                application.isEmpty() ? null : application,
                line.session().backend().user());
    }
}
