package mana.studio.ui.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.LibpqDefaults;
import mana.studio.connection.MalformedConnectionString;
import mana.studio.connection.Profile;
import mana.studio.connection.Profiles;
import mana.studio.connection.ProjectEnvironments;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;

/// The connections one may choose from: saved ones, the demo, what the environment names, what a project names.
final class ConnectListModel {
    private final Background background;
    private final Profiles profiles;
    private final LibpqDefaults defaults;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<ConnectEntry>> entries = new ReadOnlyObjectWrapper<>(List.of());
    private List<Profile> saved = List.of();
    private String project = "";
    private List<ProjectEnvironments.Found> found = List.of();

    ConnectListModel(Background background, Profiles profiles, LibpqDefaults defaults) {
        this.background = background;
        this.profiles = profiles;
        this.defaults = defaults;
        filter.subscribe(_ -> show());
        reload();
    }

    StringProperty filter() {
        return filter;
    }

    /// What went wrong with the list or the project folder; empty for nothing.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The lines that pass the filter, under their headings.
    ReadOnlyObjectProperty<List<ConnectEntry>> entries() {
        return entries.getReadOnlyProperty();
    }

    void reload() {
        change("Reading the saved connections", () -> {});
    }

    void save(Profile profile) {
        change("Saving the connection", () -> profiles.save(profile));
    }

    void delete(Profile profile) {
        change("Deleting the connection", () -> profiles.delete(profile.id()));
    }

    private void change(String title, Runnable change) {
        background.start(Job.of(title, _ -> {
                    change.run();
                    return profiles.all();
                })
                .quietly()
                .whenDone(this::showSaved)
                .whenFailed(refused -> problem.set(title + " failed: " + refused.getMessage())));
    }

    private void showSaved(List<Profile> all) {
        saved = all;
        problem.set("");
        show();
    }

    /// Looks through a project's folder.
    void scan(Path folder) {
        background.start(Job.of("Looking for .env files in " + folder, _ -> ProjectEnvironments.scan(folder))
                .superseding("connect.scan")
                .whenDone(environments -> showFound(folder, environments))
                .whenFailed(refused -> problem.set(folder + " cannot be read: " + refused.getMessage())));
    }

    private void showFound(Path folder, ProjectEnvironments environments) {
        Path name = folder.getFileName();
        project = name == null ? folder.toString() : name.toString();
        found = environments.found();
        List<String> said = new ArrayList<>(environments.problems());
        if (found.isEmpty() && said.isEmpty()) {
            said.add("No .env file in " + project + " names a PostgreSQL database.");
        }
        problem.set(String.join("\n", said));
        show();
    }

    private void show() {
        List<ConnectEntry> lines = new ArrayList<>();
        group("Saved", saved.stream().<ConnectEntry>map(ConnectEntry.Saved::new).toList(), lines::add);
        group("From the environment", variables(), lines::add);
        group("In " + project, found.stream().<ConnectEntry>map(ConnectEntry.Found::new).toList(), lines::add);
        group("To try things out", List.of(new ConnectEntry.Demo()), lines::add);
        entries.set(List.copyOf(lines));
    }

    private void group(String heading, List<ConnectEntry> group, Consumer<ConnectEntry> lines) {
        List<ConnectEntry> passing = group.stream().filter(entry -> entry.matches(filter.get())).toList();
        if (!passing.isEmpty()) {
            lines.accept(new ConnectEntry.Heading(heading));
            passing.forEach(lines);
        }
    }

    private List<ConnectEntry> variables() {
        List<ConnectEntry> variables = new ArrayList<>();
        Map<String, String> environment = defaults.variables();
        try {
            String url = environment.getOrDefault("DATABASE_URL", "");
            if (!url.isBlank()) {
                variables.add(new ConnectEntry.Variable("DATABASE_URL", ConnectionString.parse(url, defaults)));
            }
            if (defaults.sayWhere()) {
                variables.add(new ConnectEntry.Variable("PG* variables", ConnectionString.ofEnvironment(defaults)));
            }
        } catch (MalformedConnectionString malformed) {
            problem.set("The environment's connection cannot be read. " + malformed.getMessage());
        }
        return variables;
    }
}
