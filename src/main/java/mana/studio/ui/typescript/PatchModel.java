package mana.studio.ui.typescript;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.typescript.Patch.Outcome;
import mana.studio.drizzle.typescript.ServicePatch;
import mana.studio.drizzle.typescript.UnreadableTypeScript;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The patch of the project's schema files for what is pending.
final class PatchModel {
    private final Session session;
    private final JsonFile<ProjectSettings> settings;
    private final Optional<Path> suggested;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Reading());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private @Nullable Forecast shown;

    /// What is known of the patch.
    sealed interface State {
        record Reading() implements State {}

        /// No project belongs to the connection.
        record Homeless() implements State {}

        /// No service of the project declares what changes.
        ///
        /// @param project its folder
        record Strangers(Path project) implements State {}

        record Ready(List<ServicePatch> patches) implements State {
            public Ready {
                patches = List.copyOf(patches);
            }
        }

        record Failed(Failure failure) implements State {}
    }

    PatchModel(Session session, JsonFile<ProjectSettings> settings, Optional<Path> suggested) {
        this.session = session;
        this.settings = settings;
        this.suggested = suggested;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What was done last; empty for nothing.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    void show(Forecast forecast) {
        shown = forecast;
        read();
    }

    private void read() {
        Forecast forecast = shown;
        if (forecast == null) {
            return;
        }
        String title = "Comparing the schema files with the design";
        String profile = session.workspace().profile().id();
        ServiceRegistry registry = session.services().get();
        session.background()
                .start(Job.of(title, _ -> read(forecast, profile, registry))
                        .quietly()
                        .superseding(this)
                        .whenDone(state::set)
                        .whenFailed(error -> state.set(new State.Failed(Failure.of(title, error)))));
    }

    private State read(Forecast forecast, String profile, ServiceRegistry registry)
            throws IOException, UnreadableTypeScript {
        ProjectSettings kept = settings.load();
        Optional<Path> folder = kept.folder(profile).or(() -> suggested);
        if (folder.isEmpty()) {
            return new State.Homeless();
        }
        Project project = ProjectScan.scan(folder.get(), registry, kept.answers(folder.get()));
        List<ServicePatch> patches = new ArrayList<>();
        for (Service service : project.services()) {
            ServicePatch.of(service, forecast.design().base(), forecast.design().database())
                    .ifPresent(patches::add);
        }
        return patches.isEmpty() ? new State.Strangers(folder.get()) : new State.Ready(patches);
    }

    /// Writes the files of a patch.
    void apply(ServicePatch patch) {
        String title = "Writing the schema files of " + patch.service().name();
        session.background()
                .start(Job.of(title, _ -> patch.patch().apply(patch.folder()))
                        .whenDone(outcome -> done(patch, outcome))
                        .whenFailed(error -> state.set(new State.Failed(Failure.of(title, error)))));
    }

    private void done(ServicePatch patch, Outcome outcome) {
        notice.set(
                switch (outcome) {
                    case Outcome.Written(List<Path> files) ->
                        files.size() == 1
                                ? "Written: " + files.getFirst().getFileName()
                                : "Written: " + files.size() + " files of "
                                        + patch.service().name();
                    case Outcome.Changed(Path file) ->
                        file.getFileName() + " changed since it was read: nothing was written. It was read again.";
                });
        read();
    }
}
