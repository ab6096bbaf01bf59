package mana.studio.ui.migrate;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
import javafx.collections.ObservableList;
import mana.studio.apply.Permission;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.migrate.LockIds;
import mana.studio.drizzle.migrate.MigrateEvent;
import mana.studio.drizzle.migrate.MigrateOutcome;
import mana.studio.drizzle.migrate.Migrator;
import mana.studio.drizzle.migrate.Mode;
import mana.studio.drizzle.migrate.Permit;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.drizzle.migrate.RunJournal;
import mana.studio.drizzle.migrate.RunLog;
import mana.studio.drizzle.migrate.Waiting;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The pending migrations of a service from the reading to the outcome.
///
/// {@snippet :
/// READING ──► ASKING ──run──► RUNNING ──its end──► ENDED ──look again──► READING
/// }
final class MigrateModel {
    enum Stage {
        READING,
        ASKING,
        RUNNING,
        ENDED
    }

    /// What was read.
    private record Looked(Proposal proposal, LockIds.LockId lock) {}

    private final Session session;
    private final RunJournal journal;
    private final JsonFile<LockIds> locks;
    private final Waiting patience;
    private final ServiceMigrations migrations;
    private final Permission permission;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.READING);
    private final ReadOnlyObjectWrapper<@Nullable Proposal> proposal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable MigrateOutcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MigrateEvent.@Nullable WaitingForLock> waiting = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper derived = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.ONE_TRANSACTION);
    private final StringProperty lock = new SimpleStringProperty("");
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty lossAccepted = new SimpleBooleanProperty();
    private final RunItems items = new RunItems();
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private final BooleanBinding ready;
    private @Nullable Cancellation cancellation;

    MigrateModel(
            Session session,
            RunJournal journal,
            JsonFile<LockIds> locks,
            Waiting patience,
            ServiceMigrations migrations) {
        this.patience = patience;
        this.session = session;
        this.journal = journal;
        this.locks = locks;
        this.migrations = migrations;
        this.permission = Permission.toApply(session.workspace().profile());
        this.ready = Bindings.createBooleanBinding(this::isReady, stage, proposal, lock, typed, lossAccepted);
        mode.subscribe(_ -> look());
    }

    /// Reads the files and the books again; not while something runs.
    void look() {
        if (stage.get() == Stage.RUNNING) {
            return;
        }
        boolean first = stage.get() == Stage.READING && lock.get().isEmpty();
        stage.set(Stage.READING);
        Mode wanted = mode.get();
        Snapshot catalog = session.catalog().get();
        session.background()
                .start(Job.of(
                                "Reading migrations",
                                progress -> new Looked(
                                        new Migrator(session.workspace(), journal)
                                                .propose(
                                                        migrations.folder(),
                                                        migrations.table(),
                                                        wanted,
                                                        catalog,
                                                        progress.cancellation()),
                                        locks.load().of(migrations.service())))
                        .superseding(this)
                        .whenDone(looked -> show(looked, first))
                        .whenFailed(error -> {
                            failure.set(Failure.of("Reading migrations", error));
                            stage.set(Stage.ENDED);
                        }));
    }

    private void show(Looked looked, boolean first) {
        if (first) {
            lock.set(String.valueOf(looked.lock().id()));
        }
        derived.set(looked.lock().derived());
        lossAccepted.set(false);
        typed.set("");
        outcome.set(null);
        failure.set(null);
        list(looked.proposal());
        proposal.set(looked.proposal());
        stage.set(Stage.ASKING);
    }

    private void list(Proposal shown) {
        Snapshot catalog = session.catalog().get();
        items.show(shown, catalog == null ? Map.of() : catalog.sizes());
    }

    private boolean isReady() {
        Proposal shown = proposal.get();
        boolean named = switch (permission) {
            case Permission.Free _ -> true;
            case Permission.TypeName name -> typed.get().strip().equals(name.database());
            case Permission.Refused _ -> false;
        };
        return stage.get() == Stage.ASKING
                && shown != null
                && shown.obstacle() == null
                && !shown.files().isEmpty()
                && named
                && lockId() != null
                && (shown.losses().isEmpty() || lossAccepted.get());
    }

    /// The number in the field; null where it is none.
    @Nullable
    Long lockId() {
        try {
            return Long.valueOf(lock.get().strip());
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    void run() {
        Proposal seen = proposal.get();
        Long id = lockId();
        if (!isReady() || seen == null || id == null) {
            return;
        }
        Permit permit = Permit.given(session.workspace().profile(), typed.get());
        Migrator.Request request = new Migrator.Request(
                migrations.folder(),
                migrations.table(),
                id,
                seen.mode(),
                seen,
                session.catalog().get());
        Cancellation stop = new Cancellation();
        cancellation = stop;
        cancelling.set(false);
        waiting.set(null);
        log.clear();
        list(seen);
        stage.set(Stage.RUNNING);
        RunLog words = new RunLog(line -> Platform.runLater(() -> note(line)));
        // A cancelled job brings no outcome, and a person wants to know what stays: it is handed over by hand.
        session.background().start(Job.of("Running migrations of " + migrations.service(), progress -> {
            try (var _ = progress.cancellation().watch(stop::request)) {
                remember(id);
                MigrateOutcome reached = new Migrator(session.workspace(), journal)
                        .run(
                                request,
                                permit,
                                patience,
                                event -> {
                                    words.heard(event);
                                    Platform.runLater(() -> heard(event));
                                },
                                stop);
                Platform.runLater(() -> end(reached));
            } catch (Exception refused) {
                Platform.runLater(() -> fail(refused));
            }
            return request;
        }));
    }

    /// A number that a person gave is the service's from now on.
    private void remember(long id) {
        LockIds known = locks.load();
        if (known.of(migrations.service()).id() != id) {
            locks.save(known.with(migrations.service(), id));
        }
    }

    private void note(String line) {
        log.add(LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + "  " + line);
    }

    private void heard(MigrateEvent event) {
        switch (event) {
            case MigrateEvent.WaitingForLock seen -> waiting.set(seen);
            case MigrateEvent.LockTaken _ -> waiting.set(null);
            case MigrateEvent.Decided decided -> decided(decided.proposal());
            case MigrateEvent.PieceChanged changed -> items.changed(changed);
            case MigrateEvent.Committed _,
                    MigrateEvent.Connected _,
                    MigrateEvent.Retrying _,
                    MigrateEvent.Resumed _,
                    MigrateEvent.Cleared _,
                    MigrateEvent.FileDone _,
                    MigrateEvent.RolledBack _,
                    MigrateEvent.LockReleased _ -> {}
        }
    }

    /// While it waited, somebody else may have run some of them.
    private void decided(Proposal now) {
        proposal.set(now);
        list(now);
    }

    /// The time of what runs goes on.
    void tick() {
        items.tick();
    }

    private void end(MigrateOutcome reached) {
        items.stop();
        waiting.set(null);
        note(RunLog.ended(reached));
        outcome.set(reached);
        stage.set(Stage.ENDED);
        boolean unchanged = switch (reached) {
            case MigrateOutcome.NothingToDo _,
                    MigrateOutcome.LockTimeout _,
                    MigrateOutcome.Refused _,
                    MigrateOutcome.Unreachable _ -> true;
            case MigrateOutcome.Failed failed -> failed.isUndone();
            case MigrateOutcome.Applied _, MigrateOutcome.Cancelled _, MigrateOutcome.Lost _ -> false;
        };
        if (!unchanged) {
            session.refresh();
        }
    }

    private void fail(Exception refused) {
        items.stop();
        waiting.set(null);
        failure.set(Failure.of("Running migrations", refused));
        stage.set(Stage.ENDED);
    }

    /// Stops it, on the server too.
    void cancel() {
        Cancellation stop = cancellation;
        if (stage.get() != Stage.RUNNING || stop == null || cancelling.get()) {
            return;
        }
        cancelling.set(true);
        session.background()
                .start(Job.of("Stopping", _ -> {
                            stop.request();
                            return stop;
                        })
                        .quietly());
    }

    ServiceMigrations migrations() {
        return migrations;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Proposal> proposal() {
        return proposal.getReadOnlyProperty();
    }

    /// Why nothing could be read or run; null where something was.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable MigrateOutcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// Who has the advisory lock while it waits; null while it does not.
    ReadOnlyObjectProperty<MigrateEvent.@Nullable WaitingForLock> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether it was asked to stop and has not yet.
    ReadOnlyBooleanProperty cancelling() {
        return cancelling.getReadOnlyProperty();
    }

    /// Whether the lock is one made from the service's name.
    ReadOnlyBooleanProperty derived() {
        return derived.getReadOnlyProperty();
    }

    ObjectProperty<Mode> mode() {
        return mode;
    }

    StringProperty lock() {
        return lock;
    }

    StringProperty typed() {
        return typed;
    }

    BooleanProperty lossAccepted() {
        return lossAccepted;
    }

    ObservableList<MigrateItem> items() {
        return items.list();
    }

    ObservableList<String> log() {
        return log;
    }

    /// Whether all that is asked for was given.
    BooleanBinding ready() {
        return ready;
    }

    Permission permission() {
        return permission;
    }
}
