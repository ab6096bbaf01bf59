package mana.studio.drizzle.project;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The files of a project that tell of its services, found in one walk.
///
/// @param configs  `drizzle.config.*`
/// @param journals `meta/_journal.json`
/// @param dated    `<folder>/migration.sql`
/// @param scripts  scripts named after migrating
/// @param whole    false where the walk was broken off because there is too much
record Tree(
        List<Path> configs,
        List<Path> journals,
        List<Path> dated,
        List<Path> scripts,
        List<String> problems,
        boolean whole) {
    private static final int DEPTH = 9;
    private static final int MOST = 200_000;
    private static final Set<String> SKIPPED =
            Set.of("node_modules", "dist", "build", "target", "vendor", "coverage", "venv", "__pycache__");

    /// @throws IOException where the folder itself cannot be read
    static Tree walk(Path root) throws IOException {
        Walk walk = new Walk(root);
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, walk);
        return new Tree(
                sorted(walk.configs),
                sorted(walk.journals),
                sorted(walk.dated),
                sorted(walk.scripts),
                walk.problems,
                walk.seen < MOST);
    }

    static boolean isConfig(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().matches("drizzle\\.config\\.([mc]?[jt]s|json)");
    }

    private static List<Path> sorted(List<Path> paths) {
        return paths.stream().sorted().toList();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final List<Path> configs = new ArrayList<>();
        private final List<Path> journals = new ArrayList<>();
        private final List<Path> dated = new ArrayList<>();
        private final List<Path> scripts = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int seen;

        Walk(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.equals(root) ? "" : folder.getFileName().toString();
            return SKIPPED.contains(name) || name.startsWith(".")
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (isConfig(file)) {
                configs.add(file);
            } else if (file.endsWith("meta/_journal.json")) {
                journals.add(file);
            } else if (name.equals("migration.sql")) {
                dated.add(file);
            } else if (name.matches("(?i).*migrat.*\\.[mc]?[jt]s")) {
                scripts.add(file);
            }
            return ++seen < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException refused) throws IOException {
            if (file.equals(root)) {
                throw refused;
            }
            problems.add(root.relativize(file) + " cannot be read.");
            return FileVisitResult.CONTINUE;
        }
    }
}
