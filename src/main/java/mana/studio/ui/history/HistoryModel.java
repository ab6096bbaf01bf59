package mana.studio.ui.history;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.FileChanges;
import mana.studio.drizzle.history.Histories;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Repair;
import mana.studio.drizzle.history.RowRepairRunner;
import mana.studio.drizzle.history.Simulation;
import mana.studio.drizzle.history.SnapshotRepair;
import mana.studio.drizzle.project.FolderWatch;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.write.MigrationFiles;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A project and its histories in the open database, kept current.
final class HistoryModel {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryModel.class);

    private final Session session;
    private final JsonFile<ProjectSettings> file;
    private final Optional<Path> suggested;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Loaded> loaded = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable History> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper homeless = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final BooleanProperty attentionOnly = new SimpleBooleanProperty();
    private final BooleanProperty byTime = new SimpleBooleanProperty();
    private final Subscription subscription;
    private @Nullable FolderWatch watch;
    private boolean closed;

    /// What was read.
    record Loaded(Path folder, ProjectSettings settings, Histories histories) {
        Project project() {
            return histories.project();
        }

        /// The services in the order of deployment that was set last; those it does not know at the end.
        List<String> order() {
            List<String> known = histories.all().stream().map(History::service).toList();
            List<String> order = new ArrayList<>(settings.order(folder));
            order.retainAll(known);
            known.stream().filter(name -> !order.contains(name)).forEach(order::add);
            return order;
        }
    }

    /// @param file      what is remembered of projects
    /// @param suggested the project of a connection that none was chosen for yet
    HistoryModel(Session session, JsonFile<ProjectSettings> file, Optional<Path> suggested, Clock clock) {
        this.session = session;
        this.file = file;
        this.suggested = suggested;
        this.clock = clock;
        subscription = Subscription.combine(
                session.catalog().subscribe(_ -> read()), session.services().subscribe((_, _) -> read()));
    }

    /// Null until it was read, and where no project is open.
    ReadOnlyObjectProperty<@Nullable Loaded> loaded() {
        return loaded.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// The service that is looked at.
    ReadOnlyObjectProperty<@Nullable History> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// Whether there is no project for this connection yet.
    ReadOnlyBooleanProperty homeless() {
        return homeless.getReadOnlyProperty();
    }

    /// What was done last; empty for nothing.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// Whether only what needs a person is shown.
    BooleanProperty attentionOnly() {
        return attentionOnly;
    }

    /// Whether the entries stand in the order of their times, with the rows of other services between them.
    BooleanProperty byTime() {
        return byTime;
    }

    void choose(String service) {
        Loaded now = loaded.get();
        if (now != null) {
            now.histories().of(service).ifPresent(chosen::set);
        }
    }

    /// Opens a project's folder and remembers it for this connection.
    void open(Path folder) {
        remember(settings -> settings.withFolder(profile(), folder));
    }

    /// Keeps what a person said of a configuration that cannot be read.
    void answer(Project.Question question, String answer) {
        Loaded now = loaded.get();
        if (now != null) {
            remember(settings -> settings.withAnswer(now.folder(), question, answer));
        }
    }

    /// Keeps the order in which services are deployed.
    void order(List<String> services) {
        Loaded now = loaded.get();
        if (now != null) {
            ProjectSettings settings = now.settings().withOrder(now.folder(), services);
            loaded.set(new Loaded(now.folder(), settings, now.histories()));
            session.background()
                    .start(Job.of("Keeping the order of deployment", _ -> {
                                file.save(file.load().withOrder(now.folder(), services));
                                return services;
                            })
                            .quietly()
                            .whenFailed(error -> LOG.warn("The order of deployment is not kept", error)));
        }
    }

    Simulation simulate(List<String> order) {
        Loaded now = loaded.get();
        return now == null ? new Simulation(List.of()) : now.histories().simulate(order);
    }

    private interface Changing {
        ProjectSettings of(ProjectSettings settings);
    }

    private void remember(Changing changing) {
        String title = "Opening the project";
        session.background()
                .start(Job.of(title, _ -> {
                            ProjectSettings changed = changing.of(file.load());
                            file.save(changed);
                            return changed;
                        })
                        .whenDone(_ -> read())
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    private String profile() {
        return session.workspace().profile().id();
    }

    /// Reads files and rows again.
    void read() {
        if (closed) {
            return;
        }
        String title = "Reading the project's history";
        ServiceRegistry registry = session.services().get();
        session.background()
                .start(Job.of(title, progress -> {
                            ProjectSettings settings = file.load();
                            Path folder = settings.folder(profile())
                                    .or(() -> suggested)
                                    .orElse(null);
                            if (folder == null) {
                                return Optional.<Loaded>empty();
                            }
                            Project project = ProjectScan.scan(folder, registry, settings.answers(folder));
                            recover(project);
                            Histories histories = Histories.read(
                                    project, session.workspace().source(), clock.instant(), progress.cancellation());
                            return Optional.of(new Loaded(folder, settings, histories));
                        })
                        .superseding(this)
                        .whenDone(found -> found.ifPresentOrElse(this::show, this::showNone))
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    /// Puts right what a write that was killed has left, before it is taken for history.
    private void recover(Project project) {
        for (Service service : project.services()) {
            MigrationFiles.recover(service.migrations())
                    .ifPresent(recovery -> Platform.runLater(() -> notice.set(recovery.words())));
        }
    }

    private void showNone() {
        failure.set(null);
        homeless.set(true);
        loaded.set(null);
        chosen.set(null);
    }

    private void show(Loaded found) {
        Loaded before = loaded.get();
        History wanted = chosen.get();
        failure.set(null);
        homeless.set(false);
        loaded.set(found);
        chosen.set(Optional.ofNullable(wanted)
                .flatMap(history -> found.histories().of(history.service()))
                .or(() -> worst(found.histories()))
                .orElse(null));
        if (before == null || !before.project().equals(found.project())) {
            watch(found.project());
        }
    }

    /// The service to look at first.
    private static Optional<History> worst(Histories histories) {
        return histories.all().stream()
                .filter(history -> history.entries().stream().anyMatch(entry -> entry.needsAttention()))
                .findFirst()
                .or(() -> histories.all().stream().findFirst());
    }

    private void watch(Project project) {
        unwatch();
        session.background()
                .start(Job.of("Watching the project", _ -> FolderWatch.of(project, () -> Platform.runLater(this::read)))
                        .quietly()
                        .superseding(file)
                        .whenDone(this::watched)
                        .whenFailed(error -> LOG.warn("The project is not watched; F5 reads it again", error)));
    }

    private void watched(FolderWatch started) {
        unwatch();
        if (closed) {
            started.close();
        } else {
            watch = started;
        }
    }

    private void unwatch() {
        FolderWatch running = watch;
        if (running != null) {
            watch = null;
            running.close();
        }
    }

    /// Whether rows can be changed on this connection at all.
    boolean isReadOnly() {
        return session.workspace().profile().readOnly();
    }

    /// Does what a person has looked at.
    void apply(Repair.Ready repair) {
        switch (repair) {
            case Repair.OfFiles files -> write(files);
            case Repair.OfRows rows -> run(rows);
        }
    }

    /// Finds what a repair would write.
    ///
    /// @param then is told it, unless a person has cancelled, or it cannot be found
    void find(Repair.OfReplay repair, Consumer<Repair.Ready> then) {
        Loaded now = loaded.get();
        History history = chosen.get();
        if (now == null || history == null) {
            return;
        }
        String title = "Running the migrations on the scratch server";
        List<String> owns =
                now.project().service(history.service()).map(Service::owns).orElse(List.of());
        List<MigrationFolder> others = now.histories().folders().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(history.service()))
                .map(Map.Entry::getValue)
                .toList();
        session.background()
                .start(Job.of(title, progress -> SnapshotRepair.compute(repair, owns, others, progress.cancellation()))
                        .superseding(chosen)
                        .whenDone(then::accept)
                        .whenFailed(error -> failure.set(
                                error instanceof SnapshotRepair.Impossible impossible
                                        ? new Failure(title, impossible.getMessage(), null, null, null)
                                        : Failure.of(title, error))));
    }

    private void write(Repair.OfFiles repair) {
        start(repair, () -> FileChanges.apply(repair.changes()), "Files were changed: " + repair.label() + ".");
    }

    private void run(Repair.OfRows repair) {
        String title = repair.label();
        session.background()
                .start(Job.of(title, progress -> {
                            try (Connection connection = session.workspace().ownSession()) {
                                RowRepairRunner.run(connection, repair, progress.cancellation());
                            }
                            return title;
                        })
                        .whenDone(_ -> done("The database was changed: " + repair.label() + "."))
                        .whenFailed(error -> failed(title, error)));
    }

    private interface Writing {
        void run() throws IOException, SQLException;
    }

    private void start(Repair.Ready repair, Writing writing, String words) {
        session.background()
                .start(Job.of(repair.label(), _ -> {
                            writing.run();
                            return words;
                        })
                        .whenDone(this::done)
                        .whenFailed(error -> failed(repair.label(), error)));
    }

    private void done(String words) {
        notice.set(words);
        session.refresh();
        read();
    }

    private void failed(String title, Exception error) {
        failure.set(Failure.of(title, error));
    }

    /// Takes the failure away; what was shown before stays.
    void dismiss() {
        failure.set(null);
    }

    /// Follows nothing any longer.
    void close() {
        closed = true;
        subscription.unsubscribe();
        unwatch();
    }
}
