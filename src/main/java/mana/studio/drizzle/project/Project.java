package mana.studio.drizzle.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mana.studio.connection.ProjectEnvironments;

/// A folder with one or more services in it.
///
/// @param services     by name
/// @param overlaps     where they get in each other's way
/// @param questions    what their configurations do not say in a way that can be read
/// @param environments the databases that its `.env` files speak of
/// @param problems     sentences about what could not be read
public record Project(
        Path root,
        List<Service> services,
        List<Overlap> overlaps,
        List<Question> questions,
        ProjectEnvironments environments,
        List<String> problems) {
    public Project {
        services = List.copyOf(services);
        overlaps = List.copyOf(overlaps);
        questions = List.copyOf(questions);
        problems = List.copyOf(problems);
    }

    /// Something to ask a person once.
    ///
    /// @param place  the configuration file, relative to the project: what an answer is kept under
    /// @param key    `out`, `migrations.table`
    /// @param source as it stands in the file
    public record Question(String service, String place, String key, String source) {}

    public Optional<Service> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }
}
