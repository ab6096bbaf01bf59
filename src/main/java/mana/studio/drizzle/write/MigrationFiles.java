package mana.studio.drizzle.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.write.Recovery.Outcome;
import mana.studio.drizzle.write.Refusal.Reason;
import org.jspecify.annotations.Nullable;

/// Brings the files of new migrations into their folder: all of them or none, also when it is killed (how: see
/// {@link Staging}), one studio at a time.
public final class MigrationFiles {
    private final Path root;
    private final Disk disk;
    private final Staging staging;

    private MigrationFiles(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
        this.staging = new Staging(root, disk);
    }

    /// Reads a migrations folder, after putting right what a write that was killed has left in it.
    ///
    /// @throws UncheckedIOException where the folder may not be listed
    public static MigrationFolder read(Path root) {
        recover(root);
        return MigrationFolders.read(root);
    }

    /// Puts right what a write that was killed has left; empty where there is nothing, or where its writer lives.
    ///
    /// @throws UncheckedIOException where the system does not let us
    public static Optional<Recovery> recover(Path root) {
        return recover(root, Disk.REAL);
    }

    static Optional<Recovery> recover(Path root, Disk disk) {
        MigrationFiles files = new MigrationFiles(root.toAbsolutePath().normalize(), disk);
        if (!files.staging.isThere()) {
            return Optional.empty();
        }
        try (FolderLock _ = FolderLock.take(files.root)) {
            return files.recover();
        } catch (Refusal busy) {
            return Optional.empty();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// Writes all files of a set.
    ///
    /// @throws Refusal where they cannot be written, or the folder is not what it was when the set was made: then
    ///                 nothing is
    public static void write(MigrationSet set) throws Refusal {
        write(set, Disk.REAL);
    }

    static void write(MigrationSet set, Disk disk) throws Refusal {
        MigrationFiles files = new MigrationFiles(set.root().toAbsolutePath().normalize(), disk);
        try {
            List<Path> made = files.makeRoot();
            try (FolderLock _ = FolderLock.take(files.root)) {
                files.recover();
                files.refuseChanged(set);
                files.writeLocked(set);
            } catch (Refusal | IOException refused) {
                files.unmake(made);
                throw refused;
            }
        } catch (IOException refused) {
            throw refusal(refused);
        }
    }

    /// The lock lies in the folder, so the folder comes first. Empty folders say nothing to anybody.
    private List<Path> makeRoot() throws IOException {
        List<Path> missing = new ArrayList<>();
        for (@Nullable Path at = root; at != null && !Files.exists(at); at = at.getParent()) {
            missing.addFirst(at);
        }
        for (Path directory : missing) {
            disk.makeDirectory(directory);
        }
        return missing;
    }

    private void unmake(List<Path> made) throws IOException {
        for (Path directory : made.reversed()) {
            try {
                disk.delete(directory);
            } catch (java.nio.file.DirectoryNotEmptyException used) {
                return;
            }
        }
    }

    private void refuseChanged(MigrationSet set) throws Refusal {
        FolderContents now;
        try {
            now = FolderContents.of(root);
        } catch (UncheckedIOException refused) {
            throw new Refusal(Reason.UNREADABLE, "The folder cannot be read: " + refused.getMessage(), refused);
        }
        if (!now.equals(set.read())) {
            throw new Refusal(
                    Reason.CHANGED,
                    "The folder has changed since it was read" + changed(set.read(), now)
                            + ". Nothing was written: look at the preview again, it is made anew.");
        }
    }

    private static String changed(FolderContents before, FolderContents now) {
        List<String> names = new ArrayList<>(now.names());
        names.removeAll(before.names());
        List<String> gone = new ArrayList<>(before.names());
        gone.removeAll(now.names());
        names.addAll(gone);
        return names.isEmpty() ? " (the journal)" : " (" + String.join(", ", names) + ")";
    }

    private void writeLocked(MigrationSet set) throws IOException {
        try {
            List<Staging.Placement> placements = staging.stage(set);
            List<String> made = set.journal() && !Files.exists(root.resolve("meta")) ? List.of("meta") : List.of();
            Staging.Record record = new Staging.Record(
                    placements, made, set.stamps().stream().map(Stamp::tag).toList());
            staging.record(record);
            staging.place(record);
        } catch (IOException failed) {
            recover();
            throw failed;
        }
        try {
            staging.clean();
        } catch (IOException later) {
            // Everything is in place. Whoever reads the folder next cleans up.
        }
    }

    private Optional<Recovery> recover() throws IOException {
        if (!staging.isThere()) {
            return Optional.empty();
        }
        Staging.Record record = staging.record().orElse(null);
        if (record == null) {
            staging.clean();
            return Optional.of(new Recovery(Outcome.REMOVED, List.of(), List.of()));
        }
        boolean done = staging.isDone(record);
        List<String> taken = done ? List.of() : staging.takeBack(record);
        staging.clean();
        return Optional.of(new Recovery(done ? Outcome.COMPLETED : Outcome.REMOVED, record.tags(), taken));
    }

    private static Refusal refusal(IOException refused) {
        String what = refused instanceof FileSystemException told && told.getReason() != null
                ? told.getReason()
                : refused instanceof AccessDeniedException ? "permission denied" : refused.getMessage();
        String where = refused instanceof FileSystemException told && told.getFile() != null ? told.getFile() : "";
        if (refused instanceof FileAlreadyExistsException) {
            return new Refusal(Reason.TAKEN, "A file is in the way: " + where + ". Nothing was written.", refused);
        }
        return new Refusal(
                Reason.NOT_WRITABLE,
                "The folder cannot be written to (" + what + (where.isEmpty() ? "" : ": " + where)
                        + "). Nothing was written.",
                refused);
    }
}
