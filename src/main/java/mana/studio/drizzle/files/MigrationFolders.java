package mana.studio.drizzle.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Reads migrations folders.
public final class MigrationFolders {
    private MigrationFolders() {}

    /// What lies in a folder. What is broken is said in its flaws and never thrown; a folder that is not there is an
    /// empty one.
    ///
    /// @throws UncheckedIOException where the folder itself may not be listed
    public static MigrationFolder read(Path root) {
        Path folder = root.toAbsolutePath().normalize();
        if (Files.isRegularFile(journal(folder))) {
            return new JournalFolder(folder).read();
        }
        List<Path> inside = list(folder);
        if (inside.stream().anyMatch(MigrationFolders::holdsMigration)) {
            return new DatedFolders(folder, inside).read();
        }
        List<Path> strays = inside.stream().filter(MigrationFolders::isSql).toList();
        Layout layout = strays.isEmpty() && !Files.isDirectory(folder.resolve("meta")) ? Layout.EMPTY : Layout.JOURNAL;
        Stream<Flaw> stray = strays.stream().map(Flaw.Stray::new);
        return new MigrationFolder(
                folder,
                layout,
                List.of(),
                strays,
                Stream.concat(Stream.of(new Flaw.NoJournal(journal(folder))), stray)
                        .toList());
    }

    static Path journal(Path folder) {
        return folder.resolve("meta").resolve("_journal.json");
    }

    /// By name; nothing where there is no such folder.
    static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    static boolean isSql(Path path) {
        return path.getFileName().toString().endsWith(".sql") && Files.isRegularFile(path);
    }

    static boolean holdsMigration(Path folder) {
        return Files.exists(folder.resolve(DatedFolders.SQL));
    }
}
