package mana.studio.drizzle.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.drizzle.files.MigrationFolder;
import org.jspecify.annotations.Nullable;

/// The names in a migrations folder, and the journal as it stands: what must be the same again when files are added.
///
/// @param names     of the folder and of `meta`, in the order of the names; what is ours to write with is left out
/// @param journal   the text's hash; null where there is no journal
public record FolderContents(List<String> names, @Nullable String journal) {
    static final String JOURNAL = "meta/_journal.json";
    private static final String SNAPSHOT = "_snapshot.json";

    public FolderContents {
        names = List.copyOf(names);
    }

    static FolderContents of(MigrationFolder folder) {
        return of(folder.root());
    }

    static FolderContents of(Path root) {
        List<String> names = Stream.concat(list(root, ""), list(root.resolve("meta"), "meta/"))
                .filter(name -> !name.startsWith(Staging.MARK))
                .sorted()
                .toList();
        Path journal = root.resolve(JOURNAL);
        try {
            return new FolderContents(
                    names, Files.exists(journal) ? Fingerprint.of(Files.readAllBytes(journal)) : null);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Stream<String> list(Path folder, String before) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> before + path.getFileName()).toList().stream();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// The SQL files of the folder itself.
    List<String> sqlFiles() {
        return names.stream()
                .filter(name -> name.endsWith(".sql") && !name.contains("/"))
                .toList();
    }

    /// The snapshots in `meta` that drizzle-kit sees.
    List<String> snapshots() {
        return names.stream()
                .filter(name -> name.startsWith("meta/") && !name.startsWith("meta/_"))
                .map(name -> name.substring("meta/".length()))
                .sorted()
                .toList();
    }

    /// What drizzle-kit compares the schema with; null where it compares with nothing.
    @Nullable
    String newestSnapshot() {
        List<String> all = snapshots();
        return all.isEmpty() ? null : all.getLast();
    }

    @Nullable
    String newestSnapshotPrefix() {
        String newest = newestSnapshot();
        return newest != null && newest.endsWith(SNAPSHOT)
                ? newest.substring(0, newest.length() - SNAPSHOT.length())
                : null;
    }
}
