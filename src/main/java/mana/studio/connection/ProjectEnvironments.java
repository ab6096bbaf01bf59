package mana.studio.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The databases a project's `.env` and `.env.*` files speak of.
///
/// @param found    each database once, in the order of the files
/// @param problems sentences about what could not be read or understood
public record ProjectEnvironments(List<Found> found, List<String> problems) {
    private static final int DEPTH = 6;
    private static final long LARGEST = 256 * 1024;
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "dist", "build", "out", "target", "vendor", "coverage", "venv", "__pycache__");

    public ProjectEnvironments {
        found = List.copyOf(found);
        problems = List.copyOf(problems);
    }

    /// A database, and everywhere it is named.
    ///
    /// @param secret the first password that stands with it; null for none
    public record Found(Target target, @Nullable Secret secret, List<Place> places) {
        public Found {
            places = List.copyOf(places);
        }
    }

    /// @param service  the folder the file lies in, relative to the project; the project's own name at its top
    /// @param file     relative to the project
    /// @param variable the name in the file
    public record Place(String service, Path file, String variable) {
        /// For people: `services/mana-auth/.env · DATABASE_URL`.
        @Override
        public String toString() {
            return file.toString().replace('\\', '/') + " · " + variable;
        }
    }

    /// Looks through a folder and what lies in it, six levels deep; `node_modules`, hidden folders and build output
    /// are left out.
    ///
    /// @throws IOException where the folder itself cannot be read
    public static ProjectEnvironments scan(Path folder) throws IOException {
        Map<Target, Found> found = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(folder, problems)) {
            try {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                DotEnv.read(text, System.getenv()).forEach((variable, value) -> {
                    if (ConnectionString.isUrl(value)) {
                        take(place(folder, file, variable), value, found, problems);
                    }
                });
            } catch (IOException refused) {
                problems.add(folder.relativize(file) + " cannot be read.");
            }
        }
        return new ProjectEnvironments(List.copyOf(found.values()), problems);
    }

    private static void take(Place place, String value, Map<Target, Found> found, List<String> problems) {
        try {
            ConnectionString connection = ConnectionString.parse(value);
            found.merge(
                    connection.target(),
                    new Found(connection.target(), connection.secret(), List.of(place)),
                    ProjectEnvironments::together);
        } catch (MalformedConnectionString malformed) {
            problems.add(place + ": " + malformed.getMessage());
        }
    }

    private static Found together(Found first, Found again) {
        List<Place> places = new ArrayList<>(first.places());
        places.addAll(again.places());
        return new Found(first.target(), first.secret() == null ? again.secret() : first.secret(), places);
    }

    private static Place place(Path folder, Path file, String variable) {
        Path relative = folder.relativize(file);
        Path parent = relative.getParent();
        Path name = folder.toAbsolutePath().normalize().getFileName();
        String top = name == null ? "" : name.toString();
        return new Place(parent == null ? top : parent.toString().replace('\\', '/'), relative, variable);
    }

    /// Examples come last: a database that is really used is named first by the file that is really read.
    private static List<Path> files(Path folder, List<String> problems) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                Path name = directory.getFileName();
                boolean skipped = !directory.equals(folder)
                        && name != null
                        && (SKIPPED.contains(name.toString()) || name.toString().startsWith("."));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                boolean env = name.equals(".env") || name.startsWith(".env.");
                if (env && attributes.isRegularFile() && attributes.size() <= LARGEST) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException refused) throws IOException {
                if (file.equals(folder)) {
                    throw refused;
                }
                problems.add(folder.relativize(file) + " cannot be read.");
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(ProjectEnvironments::isExample).thenComparing(Path::toString));
        return files;
    }

    private static boolean isExample(Path file) {
        String name = file.getFileName().toString();
        return name.contains("example") || name.contains("sample") || name.contains("template");
    }
}
