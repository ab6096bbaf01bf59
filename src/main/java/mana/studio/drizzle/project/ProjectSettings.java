package mana.studio.drizzle.project;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;

/// What is remembered of projects: the folder that belongs to a connection, what a person answered about
/// configurations that cannot be read, and the order in which services are deployed.
///
/// @param folders by the connection's id
/// @param answers by project folder, then by configuration file, then by key
/// @param orders  by project folder: names of services
public record ProjectSettings(
        Map<String, String> folders,
        Map<String, Map<String, Map<String, String>>> answers,
        Map<String, List<String>> orders) {
    public static final ProjectSettings NONE = new ProjectSettings(Map.of(), Map.of(), Map.of());

    /// Where it is kept.
    public static JsonFile<ProjectSettings> file(Places places) {
        return new JsonFile<>(places.config().resolve("projects.json"), ProjectSettings.class, NONE);
    }

    public ProjectSettings {
        folders = folders == null ? Map.of() : Map.copyOf(folders);
        answers = answers == null ? Map.of() : Map.copyOf(answers);
        orders = orders == null ? Map.of() : Map.copyOf(orders);
    }

    public Optional<Path> folder(String connection) {
        return Optional.ofNullable(folders.get(connection)).map(Path::of);
    }

    public ProjectSettings withFolder(String connection, Path folder) {
        Map<String, String> more = new HashMap<>(folders);
        more.put(connection, folder.toAbsolutePath().normalize().toString());
        return new ProjectSettings(more, answers, orders);
    }

    /// The answers about a project, by configuration file and key.
    public Map<String, Map<String, String>> answers(Path root) {
        return answers.getOrDefault(key(root), Map.of());
    }

    public ProjectSettings withAnswer(Path root, Project.Question question, String answer) {
        Map<String, Map<String, String>> ofProject = new HashMap<>(answers(root));
        Map<String, String> ofFile = new HashMap<>(ofProject.getOrDefault(question.place(), Map.of()));
        ofFile.put(question.key(), answer);
        ofProject.put(question.place(), ofFile);
        Map<String, Map<String, Map<String, String>>> more = new HashMap<>(answers);
        more.put(key(root), ofProject);
        return new ProjectSettings(folders, more, orders);
    }

    /// The order in which services are deployed; those it does not know come last.
    public List<String> order(Path root) {
        return orders.getOrDefault(key(root), List.of());
    }

    public ProjectSettings withOrder(Path root, List<String> services) {
        Map<String, List<String>> more = new HashMap<>(orders);
        more.put(key(root), List.copyOf(services));
        return new ProjectSettings(folders, answers, more);
    }

    private static String key(Path root) {
        return root.toAbsolutePath().normalize().toString();
    }
}
