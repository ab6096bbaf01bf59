package mana.studio.ui.drift;

import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.drift.DriftReader;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.Service;
import mana.studio.schema.Database;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;

/// The drift of every service of a project, one after the other: each takes seconds.
final class ProjectDriftModel {
    private static final String TITLE = "Comparing all services";

    private final Background background;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private Background.@Nullable Running job;
    private int newest;

    ProjectDriftModel(Background background) {
        this.background = background;
    }

    /// A service and what is known of it.
    ///
    /// @param read   null until it was compared
    /// @param failed why it could not be; null where it could, or was not tried yet
    record Line(
            Service service,
            DriftReader.@Nullable Read read,
            @Nullable String failed) {
        /// Whether two sides or three could be put side by side.
        boolean isCompared() {
            return read != null && read.drift().sides().size() > 1;
        }

        boolean isKnown() {
            return read != null || failed != null;
        }
    }

    ObservableList<Line> lines() {
        return lines;
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Compares every service anew.
    void compare(Project project, Database live) {
        cancel();
        int number = ++newest;
        List<Service> services = project.services();
        lines.setAll(
                services.stream().map(service -> new Line(service, null, null)).toList());
        running.set(true);
        job = background.start(Job.of(TITLE, progress -> {
                    for (int at = 0; at < services.size(); at++) {
                        Service service = services.get(at);
                        progress.say(service.name());
                        progress.fraction((double) at / services.size());
                        progress.cancellation().check();
                        Line line = line(service, live, progress.cancellation());
                        int place = at;
                        Platform.runLater(() -> show(number, place, line));
                    }
                    return services;
                })
                .superseding(this)
                .whenDone(_ -> end(number))
                .whenFailed(_ -> end(number))
                .whenCancelled(() -> end(number)));
    }

    /// One that cannot be compared keeps none of the others from it.
    private static Line line(Service service, Database live, Cancellation cancellation) {
        try {
            return new Line(service, DriftReader.read(DriftModel.asked(service, live), cancellation), null);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException broken) {
            return new Line(service, null, String.valueOf(broken.getMessage()));
        }
    }

    private void show(int number, int place, Line line) {
        if (number == newest) {
            lines.set(place, line);
        }
    }

    private void end(int number) {
        if (number == newest) {
            running.set(false);
            job = null;
        }
    }

    /// What was compared stays.
    void cancel() {
        Background.Running now = job;
        if (now != null) {
            now.cancel();
        }
    }
}
