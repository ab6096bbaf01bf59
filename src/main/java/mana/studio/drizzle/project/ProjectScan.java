package mana.studio.drizzle.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.connection.ProjectEnvironments;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.Project.Question;
import mana.studio.drizzle.project.Service.MigrateScript;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Looks through a folder for services.
public final class ProjectScan {
    /// Names of folders that say nothing of the service they belong to.
    private static final Set<String> COMMON =
            Set.of("api", "app", "apps", "backend", "server", "web", "db", "database", "drizzle", "migrations", "src");

    /// How far above a migrations folder its configuration is looked for.
    private static final int ABOVE = 7;

    private final Path root;
    private final ServiceRegistry registry;
    private final Map<String, Map<String, String>> answers;
    private final List<String> problems = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    private ProjectScan(Path root, ServiceRegistry registry, Map<String, Map<String, String>> answers) {
        this.root = root;
        this.registry = registry;
        this.answers = answers;
    }

    /// @param registry who owns which schemas, where the files leave it open
    /// @param answers  what a person said of configurations that cannot be read, by file and key
    /// @throws IOException where the folder itself cannot be read
    public static Project scan(Path root, ServiceRegistry registry, Map<String, Map<String, String>> answers)
            throws IOException {
        Path folder = root.toAbsolutePath().normalize();
        return new ProjectScan(folder, registry, answers).scan();
    }

    /// A migrations folder alone: with the configuration above it that speaks of it, else without one.
    ///
    /// @param table where its books are; null for what the configuration says, or drizzle's default
    /// @throws IOException where the folders above it cannot be read
    public static Project around(Path migrations, @Nullable MigrationsTable table) throws IOException {
        Path folder = migrations.toAbsolutePath().normalize();
        Service found = null;
        Path above = folder;
        for (int up = 0; up < ABOVE && above != null && found == null; up++, above = above.getParent()) {
            try (Stream<Path> files = Files.list(above)) {
                List<Path> configs = files.filter(Tree::isConfig).sorted().toList();
                ProjectScan scan = new ProjectScan(above, ServiceRegistry.MANA, Map.of());
                for (Path config : configs) {
                    Service service = scan.configured(config, List.of());
                    found = service != null && service.migrations().equals(folder) ? service : found;
                }
            }
        }
        Service service = found == null
                ? new ProjectScan(folder, ServiceRegistry.MANA, Map.of()).unconfigured(folder, List.of())
                : found;
        Service settled = table == null ? service : service.withTable(table);
        return new Project(
                folder,
                List.of(settled),
                List.of(),
                List.of(),
                new ProjectEnvironments(List.of(), List.of()),
                List.of());
    }

    private Project scan() throws IOException {
        Tree tree = Tree.walk(root);
        problems.addAll(tree.problems());
        if (!tree.whole()) {
            problems.add("There are too many files in " + root + "; the rest was not looked at.");
        }
        List<Service> services = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        for (Path file : tree.configs()) {
            Service service = configured(file, tree.scripts());
            if (service != null) {
                services.add(service);
                taken.add(service.migrations());
            }
        }
        for (Path folder : loose(tree)) {
            if (taken.add(folder)) {
                services.add(unconfigured(folder, tree.scripts()));
            }
        }
        List<Service> owned = Ownership.settle(named(services), registry);
        ProjectEnvironments environments = ProjectEnvironments.scan(root);
        problems.addAll(environments.problems());
        return new Project(root, owned, Overlaps.of(owned), questions, environments, problems);
    }

    private @Nullable Service configured(Path file, List<Path> scripts) {
        String place = place(file);
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            problems.add(place + " cannot be read.");
            return null;
        }
        DrizzleConfig config = ConfigReader.read(file, text, answers.getOrDefault(place, Map.of()));
        if (config.dialect() != null && !config.dialect().equals("postgresql")) {
            problems.add(place + " is for " + config.dialect() + ", not PostgreSQL.");
            return null;
        }
        Path folder = config.folder();
        String name = name(folder);
        config.unread().forEach(unread -> questions.add(new Question(name, place, unread.key(), unread.source())));
        SchemaFiles.Found schema = SchemaFiles.read(config);
        return new Service(
                name,
                folder,
                config,
                folder.resolve(config.out()).normalize(),
                config.table(),
                script(folder, scripts),
                schema.declarations(),
                schema.files(),
                List.of(),
                drizzleOrm(folder));
    }

    /// Migrations without a configuration belong to the package they lie in.
    private Service unconfigured(Path migrations, List<Path> scripts) {
        Path folder = migrations;
        while (folder.startsWith(root) && !folder.equals(root) && !Files.exists(folder.resolve("package.json"))) {
            folder = folder.resolveSibling("");
        }
        if (folder.equals(root) && !Files.exists(root.resolve("package.json")) && !migrations.equals(root)) {
            folder = migrations;
        }
        MigrateScript script = script(folder, scripts);
        return new Service(
                name(folder),
                folder,
                null,
                migrations,
                script == null ? MigrationsTable.DEFAULT : script.table(),
                script,
                Declarations.NONE,
                List.of(),
                List.of(),
                drizzleOrm(folder));
    }

    private static List<Path> loose(Tree tree) {
        Set<Path> folders = new LinkedHashSet<>();
        tree.journals()
                .forEach(journal -> folders.add(journal.resolveSibling("").resolveSibling("")));
        tree.dated().forEach(sql -> folders.add(sql.resolveSibling("").resolveSibling("")));
        return List.copyOf(folders);
    }

    private String place(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private String name(Path folder) {
        if (folder.equals(root)) {
            return String.valueOf(folder.getFileName());
        }
        String name = folder.getFileName().toString();
        return COMMON.contains(name) ? place(folder) : name;
    }

    /// Services of one name are told apart by the way to them.
    private List<Service> named(List<Service> services) {
        Set<String> once = new HashSet<>();
        Set<String> twice = new HashSet<>();
        services.forEach(service -> (once.add(service.name()) ? once : twice).add(service.name()));
        return services.stream()
                .map(service ->
                        twice.contains(service.name()) ? service.withName(place(service.migrations())) : service)
                .sorted(Comparator.comparing(Service::name))
                .toList();
    }

    private @Nullable MigrateScript script(Path folder, List<Path> scripts) {
        for (Path script : scripts) {
            if (script.startsWith(folder)) {
                MigrationsTable table = tableIn(script);
                if (table != null) {
                    return new MigrateScript(script, table);
                }
            }
        }
        return null;
    }

    /// Where the call `migrate(db, {…})` of a script keeps its books; null where there is none.
    private static @Nullable MigrationsTable tableIn(Path script) {
        try {
            String text = Files.readString(script);
            if (!text.contains("drizzle-orm/") || !text.contains("migrator")) {
                return null;
            }
            SettingReader reader = new SettingReader(text);
            for (int i = 0; i + 3 < reader.tokens().size(); i++) {
                if (reader.isAt(i, "migrate", "(") && reader.tokens().get(i + 3).is(",")) {
                    return table(reader.value(i + 4));
                }
            }
            return null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    private static @Nullable MigrationsTable table(Setting options) {
        if (!(options instanceof Setting.Fields(Map<String, Setting> all))) {
            return null;
        }
        String schema = text(all.get("migrationsSchema"), MigrationsTable.DEFAULT.schema());
        String table = text(all.get("migrationsTable"), MigrationsTable.DEFAULT.table());
        return schema == null || table == null ? null : new MigrationsTable(schema, table);
    }

    private static @Nullable String text(@Nullable Setting setting, String absent) {
        return switch (setting) {
            case null -> absent;
            case Setting.Text(String value) -> value;
            case Setting.Word _, Setting.Items _, Setting.Fields _, Setting.Variable _, Setting.Unread _ -> null;
        };
    }

    private @Nullable String drizzleOrm(Path folder) {
        for (Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
            Path file = at.resolve("package.json");
            if (Files.isRegularFile(file)) {
                try {
                    JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
                    for (String group : List.of("dependencies", "devDependencies")) {
                        String version = json.path(group).path("drizzle-orm").asString("");
                        if (!version.isEmpty()) {
                            return version;
                        }
                    }
                } catch (IOException | JacksonException broken) {
                    problems.add(place(file) + " cannot be read.");
                }
            }
        }
        return null;
    }

    /// What lies in the migrations folder of each service, by the service's name.
    public static Map<String, MigrationFolder> folders(Project project) {
        Map<String, MigrationFolder> folders = new java.util.LinkedHashMap<>();
        project.services().forEach(service -> folders.put(service.name(), MigrationFolders.read(service.migrations())));
        return folders;
    }
}
