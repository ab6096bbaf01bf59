package mana.studio.drizzle.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writes changes of files that a person has looked at: all of them or none. What changed since they were looked at
/// refuses them. Each file is whole at every moment; where one of several cannot be moved into its place, those before
/// it are put back.
public final class FileChanges {
    private static final String ENDING = ".mana-new";

    private FileChanges() {}

    /// @throws IOException where a file is not what it was, or the disk refuses; then nothing has changed
    public static void apply(List<FileChange> changes) throws IOException {
        for (FileChange change : changes) {
            check(change);
        }
        Map<FileChange, Path> prepared = new LinkedHashMap<>();
        try {
            for (FileChange change : changes) {
                if (change.after() != null) {
                    prepared.put(change, prepare(change.path(), change.after()));
                }
            }
            replace(changes, prepared);
        } finally {
            for (Path left : prepared.values()) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static void check(FileChange change) throws IOException {
        String now = read(change.path());
        if (change.before() == null && now != null) {
            throw new FileAlreadyExistsException(change.path().toString(), null, "it was made meanwhile");
        }
        if (change.before() != null && !change.before().equals(now)) {
            throw new IOException(change.path().getFileName() + " was changed meanwhile. Nothing was written.");
        }
    }

    private static @org.jspecify.annotations.Nullable String read(Path path) throws IOException {
        try {
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            return null;
        }
    }

    private static Path prepare(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Path prepared = path.resolveSibling(path.getFileName() + ENDING);
        try (FileChannel channel = FileChannel.open(
                prepared, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        return prepared;
    }

    private static void replace(List<FileChange> changes, Map<FileChange, Path> prepared) throws IOException {
        List<FileChange> done = new ArrayList<>();
        try {
            for (FileChange change : changes) {
                Path ready = prepared.get(change);
                if (ready == null) {
                    Files.delete(change.path());
                } else {
                    Files.move(
                            ready, change.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                }
                done.add(change);
            }
        } catch (IOException refused) {
            for (FileChange change : done.reversed()) {
                putBack(change, refused);
            }
            throw refused;
        }
    }

    private static void putBack(FileChange change, IOException reason) {
        try {
            if (change.before() == null) {
                Files.delete(change.path());
            } else {
                Files.writeString(change.path(), change.before());
            }
        } catch (IOException alsoRefused) {
            reason.addSuppressed(alsoRefused);
        }
    }
}
