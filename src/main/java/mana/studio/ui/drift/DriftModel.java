package mana.studio.ui.drift;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Edit;
import mana.studio.drizzle.drift.CodeRepair;
import mana.studio.drizzle.drift.Difference;
import mana.studio.drizzle.drift.DriftReader;
import mana.studio.drizzle.drift.Graft;
import mana.studio.drizzle.drift.Side;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.DrizzleConfig;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.Patch;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.drizzle.typescript.UnreadableTypeScript;
import mana.studio.schema.Database;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The sides of one service of the project, read when asked for: it takes seconds.
final class DriftModel {
    private static final String READING = "Comparing code, snapshot and database";

    private final Session session;
    private final JsonFile<ProjectSettings> file;
    private final Optional<Path> suggested;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Service> service = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DriftReader.@Nullable Read> read = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper homeless = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final Subscription subscription;
    private boolean closed;

    /// @param file      what is remembered of projects
    /// @param suggested the project of a connection that none was chosen for yet
    DriftModel(Session session, JsonFile<ProjectSettings> file, Optional<Path> suggested) {
        this.session = session;
        this.file = file;
        this.suggested = suggested;
        subscription = session.catalog().subscribe(_ -> scan());
    }

    ReadOnlyObjectProperty<@Nullable Project> project() {
        return project.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Service> service() {
        return service.getReadOnlyProperty();
    }

    /// Null until it was read.
    ReadOnlyObjectProperty<DriftReader.@Nullable Read> read() {
        return read.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether there is no project for this connection.
    ReadOnlyBooleanProperty homeless() {
        return homeless.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// What was done last; empty for nothing.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    void choose(Service chosen) {
        if (!chosen.equals(service.get())) {
            service.set(chosen);
            read.set(null);
            notice.set("");
            compare();
        }
    }

    /// Shows a service that was compared already.
    void show(ProjectDriftModel.Line line) {
        if (line.read() == null) {
            choose(line.service());
            return;
        }
        service.set(line.service());
        notice.set("");
        show(line.read());
    }

    /// Compares every service of the project.
    void compareAll(ProjectDriftModel all) {
        Project now = project.get();
        Snapshot catalog = session.catalog().get();
        if (now != null && catalog != null) {
            all.compare(now, catalog.database());
        }
    }

    void open(Path folder) {
        String title = "Opening the project";
        session.background()
                .start(Job.of(title, _ -> {
                            file.save(file.load()
                                    .withFolder(session.workspace().profile().id(), folder));
                            return folder;
                        })
                        .whenDone(_ -> scan())
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    /// Reads the project again, then the service that is looked at.
    void scan() {
        if (closed || session.catalog().get() == null) {
            return;
        }
        String title = "Reading the project";
        ServiceRegistry registry = session.services().get();
        String profile = session.workspace().profile().id();
        session.background()
                .start(Job.of(title, _ -> {
                            ProjectSettings settings = file.load();
                            Path folder =
                                    settings.folder(profile).or(() -> suggested).orElse(null);
                            return folder == null
                                    ? Optional.<Project>empty()
                                    : Optional.of(ProjectScan.scan(folder, registry, settings.answers(folder)));
                        })
                        .superseding(file)
                        .whenDone(found -> found.ifPresentOrElse(this::show, () -> homeless.set(true)))
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    private void show(Project found) {
        homeless.set(false);
        failure.set(null);
        String before = service.get() == null ? "" : service.get().name();
        service.set(found.service(before)
                .or(() -> found.services().stream().findFirst())
                .orElse(null));
        project.set(found);
        compare();
    }

    private void compare() {
        Service now = service.get();
        Snapshot catalog = session.catalog().get();
        if (closed || now == null || catalog == null) {
            return;
        }
        reading.set(true);
        session.background()
                .start(Job.of(
                                READING,
                                progress -> DriftReader.read(asked(now, catalog.database()), progress.cancellation()))
                        .superseding(this)
                        .whenDone(this::show)
                        .whenFailed(error -> {
                            reading.set(false);
                            failure.set(Failure.of(READING, error));
                        })
                        .whenCancelled(() -> reading.set(false)));
    }

    private void show(DriftReader.Read found) {
        reading.set(false);
        failure.set(null);
        read.set(found);
    }

    static DriftReader.Asked asked(Service service, Database live) {
        DrizzleConfig config = service.config();
        List<String> filter = config == null ? null : config.schemaFilter();
        return new DriftReader.Asked(
                service.folder(),
                config == null ? null : config.file(),
                Files.isDirectory(service.migrations()) ? MigrationFolders.read(service.migrations()) : null,
                Set.copyOf(service.owns()),
                filter == null ? Set.of("public") : Set.copyOf(filter),
                live);
    }

    /// Makes the database like a side, as a pending change: nothing is done to it before it is applied.
    void repairDatabase(Difference difference, Side like) {
        DriftReader.Read now = read.get();
        Database source = now == null ? null : now.drift().sides().get(like);
        if (source != null) {
            String label =
                    "Make " + difference.part() + " as the " + (like == Side.CODE ? "code" : "snapshot") + " has it";
            session.designing().edit(Edit.of(label, database -> Graft.of(database, source, difference.part())));
            session.navigator().open(Screen.CHANGES);
        }
    }

    /// What would have to be written in the code, for a person to look at.
    void patchCode(Difference difference, Consumer<Patch> then) {
        DriftReader.Read now = Objects.requireNonNull(read.get());
        Service owner = Objects.requireNonNull(service.get());
        String title = "Looking for the place in the code";
        session.background()
                .start(Job.of(title, _ -> CodeRepair.of(now, difference.part(), files(owner), Options.DEFAULT))
                        .superseding(title)
                        .whenDone(then)
                        .whenFailed(error -> failure.set(
                                error instanceof UnreadableTypeScript unreadable
                                        ? new Failure(
                                                title,
                                                "A schema file cannot be read.",
                                                unreadable.getMessage(),
                                                null,
                                                "Correct it; drizzle-kit cannot read it either.")
                                        : Failure.of(title, error))));
    }

    private static List<TypeScriptFile> files(Service owner) throws IOException {
        List<TypeScriptFile> files = new ArrayList<>();
        for (Path each : owner.schemaFiles()) {
            files.add(new TypeScriptFile(owner.folder().relativize(each).toString(), Files.readString(each)));
        }
        return files;
    }

    /// Writes what a person has looked at, then compares again.
    void write(Patch patch) {
        Service owner = Objects.requireNonNull(service.get());
        String title = "Writing the schema files";
        session.background()
                .start(Job.of(title, _ -> patch.apply(owner.folder()))
                        .whenDone(outcome -> {
                            switch (outcome) {
                                case Patch.Outcome.Written written -> {
                                    notice.set(
                                            written.files().size() == 1
                                                    ? "Changed "
                                                            + written.files()
                                                                    .getFirst()
                                                                    .getFileName() + "."
                                                    : "Changed "
                                                            + written.files().size() + " files.");
                                    scan();
                                }
                                case Patch.Outcome.Changed changed ->
                                    failure.set(new Failure(
                                            title,
                                            changed.file().getFileName() + " was changed meanwhile.",
                                            null,
                                            null,
                                            "Nothing was written. Compare again, then repeat it."));
                            }
                        })
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    void dismiss() {
        failure.set(null);
    }

    void close() {
        closed = true;
        subscription.unsubscribe();
    }
}
