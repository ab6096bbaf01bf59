package mana.studio.drizzle.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The snapshots that the real tools wrote, where the shared data is.
final class SharedSnapshots {
    static final Path DATA =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data");

    private SharedSnapshots() {}

    /// Every file below a folder of the data whose name ends so.
    static List<Path> files(String folder, String... ends) {
        Path root = DATA.resolve(folder);
        Assumptions.assumeTrue(Files.isDirectory(root), root + " is not here");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file ->
                            Stream.of(ends).anyMatch(end -> file.toString().endsWith(end)))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The golden cases for which drizzle-kit made a snapshot: a folder each.
    static List<Path> cases() {
        return files("drizzle-golden", "stable/cur.json").stream()
                .map(file -> file.getParent().getParent())
                .toList();
    }

    /// Whether every recorded case is to be run, not only some: `-Dmana.drizzle.all=true`.
    static boolean all() {
        return Boolean.getBoolean("mana.drizzle.all");
    }

    /// The snapshots of real projects; one in ten unless all are to be run.
    static List<Path> real() {
        List<Path> files = files("migrations/repos", "_snapshot.json");
        return IntStream.range(0, files.size())
                .filter(place -> all() || place % 10 == 0)
                .mapToObj(files::get)
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
