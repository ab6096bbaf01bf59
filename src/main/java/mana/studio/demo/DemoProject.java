package mana.studio.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.settings.Places;

/// The demo's Drizzle project on disk: a monorepo of services as a team has it. The file that {@link #isWhole} looks
/// for is written last.
///
/// @param source where it lies among the studio's resources
record DemoProject(Path folder, String source) {
    private static final String LAST = "package.json";

    /// The monorepo of the demo database.
    static DemoProject of(Places places) {
        return new DemoProject(places.data().resolve("demo-project"), "project");
    }

    /// The one service of the incident.
    static DemoProject ofIncident(Places places) {
        return new DemoProject(places.data().resolve("demo-incident"), "incident");
    }

    boolean isWhole() {
        return Files.isRegularFile(folder.resolve(LAST));
    }

    /// Lays the project down; what is there of it is overwritten, other files stay.
    void write() throws IOException {
        List<String> files = DemoResource.text(source + "/files.txt").lines().toList();
        for (String file :
                files.stream().sorted(Comparator.comparing(LAST::equals)).toList()) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.write(target, DemoResource.bytes(source + "/" + file));
        }
    }

    /// Removes the project with everything that came to lie in its services, and lays it down anew.
    void reset() throws IOException {
        Files.deleteIfExists(folder.resolve(LAST));
        Path services = folder.resolve("services");
        if (Files.exists(services)) {
            try (Stream<Path> inside = Files.walk(services)) {
                for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        write();
    }
}
