package mana.studio.drizzle.write;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import mana.studio.drizzle.files.Migration.SnapshotFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Snapshot;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.UnreadableSnapshot;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.drizzle.write.NewFile.Purpose;
import mana.studio.drizzle.write.Refusal.Reason;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// Composed migrations as the files that are written: with their numbers, their snapshots and the journal.
public final class Assembly {
    private final Composition composition;
    private final Place place;
    private final MigrationFolder folder;
    private final Words words;
    private final List<NewFile> files = new ArrayList<>();
    /// The database behind the migrations so far.
    private Database described;

    private Assembly(Composition composition, Place place, Words words) {
        this.composition = composition;
        this.place = place;
        this.folder = place.folder();
        this.words = words;
        this.described = composition.wish().base();
    }

    /// What a snapshot says.
    @FunctionalInterface
    public interface Words {
        /// @param part    the migration that the snapshot belongs to
        /// @param last    what the snapshot before says: what is the same keeps its texts
        /// @param before  the database before the migration
        /// @param renames from the one database to the other
        DrizzleSchema of(Part part, DrizzleSchema last, Database before, List<Rename> renames);
    }

    /// @throws Refusal where the folder, a name or a text does not allow it
    public static MigrationSet of(Composition composition, Place place, Words words) throws Refusal {
        return new Assembly(composition, place, words).assemble();
    }

    private MigrationSet assemble() throws Refusal {
        boolean journal = Numbering.isJournal(folder, place.ifEmpty());
        FolderContents contents = FolderContents.of(folder);
        List<String> names = composition.parts().stream().map(Part::name).toList();
        List<Stamp> stamps =
                new Numbering(folder, journal, place.prefix(), place.now(), place.newestRow()).stamps(names);
        @Nullable Snapshot before = journal ? ofJournal(contents) : ofFolders();
        for (int at = 0; at < stamps.size(); at++) {
            Part part = composition.parts().get(at);
            Stamp stamp = stamps.get(at);
            String start = journal ? stamp.tag() : stamp.tag() + "/";
            String sql = part.sql(place.breakpoints());
            files.add(new NewFile(journal ? start + ".sql" : start + "migration.sql", Purpose.SQL, sql));
            beside(start, journal, stamps, at);
            Snapshot snapshot = snapshot(before, part);
            files.add(new NewFile(
                    journal ? "meta/" + stamp.prefix() + "_snapshot.json" : start + "snapshot.json",
                    Purpose.SNAPSHOT,
                    Snapshots.write(snapshot)));
            before = snapshot;
        }
        if (journal) {
            String text = JournalText.with(JournalText.read(folder.root()), stamps, place.breakpoints());
            files.add(new NewFile(FolderContents.JOURNAL, Purpose.JOURNAL, text));
        }
        return new MigrationSet(folder.root(), journal, contents, files, stamps, remarks(stamps));
    }

    private List<String> remarks(List<Stamp> stamps) {
        return Stream.concat(stamps.stream().map(Stamp::bent).filter(Objects::nonNull), composition.remarks().stream())
                .toList();
    }

    /// The scripts that no migrator looks at: by hand before the first, and the way back beside the last.
    private void beside(String start, boolean journal, List<Stamp> stamps, int at) {
        String dot = journal ? "." : "";
        if (at == 0 && composition.before() != null) {
            files.add(new NewFile(start + dot + "before.sql", Purpose.BEFORE, composition.before()));
        }
        if (at == stamps.size() - 1 && !composition.down().isEmpty()) {
            files.add(new NewFile(start + dot + "down.sql", Purpose.DOWN, DownScript.of(composition, stamps, place)));
        }
    }

    private Snapshot snapshot(@Nullable Snapshot last, Part part) {
        Wish wish = composition.wish();
        boolean renames = part.reached() == composition.goal() && described != composition.goal();
        DrizzleSchema schema = words.of(
                part,
                last == null ? DrizzleSchema.EMPTY : last.schema(),
                described,
                renames ? wish.renames() : List.of());
        described = part.reached();
        String id = UUID.randomUUID().toString();
        return last == null ? Snapshot.ofVersion7(id, Snapshot.ORIGIN, schema) : last.next(id, schema);
    }

    /// What drizzle-kit would compare with: the last by name, whether the journal knows it or not.
    private @Nullable Snapshot ofJournal(FolderContents contents) throws Refusal {
        String newest = contents.newestSnapshot();
        if (newest == null) {
            if (!folder.migrations().isEmpty()) {
                throw new Refusal(
                        Reason.UNREADABLE,
                        "The folder has migrations and no snapshot: what comes next cannot be chained to anything. "
                                + "Take the snapshots from version control, or let drizzle-kit pull make them.");
            }
            return null;
        }
        Snapshot snapshot = read(folder.root().resolve("meta").resolve(newest));
        if (!snapshot.version().equals("7")) {
            throw new Refusal(
                    Reason.LAYOUT,
                    "The newest snapshot (" + newest + ") is of version " + snapshot.version()
                            + ": run drizzle-kit up first, then write.");
        }
        return snapshot;
    }

    private @Nullable Snapshot ofFolders() throws Refusal {
        if (folder.migrations().isEmpty()) {
            throw new Refusal(
                    Reason.LAYOUT,
                    "The first migration of a project of 1.0 is left to drizzle-kit generate: it decides which version"
                            + " its snapshots have.");
        }
        SnapshotFile newest = folder.migrations().getLast().snapshot();
        if (newest == null) {
            throw new Refusal(
                    Reason.UNREADABLE,
                    "The newest migration has no snapshot: what comes next cannot be chained to anything.");
        }
        if (!newest.version().equals("8")) {
            throw new Refusal(
                    Reason.LAYOUT,
                    "The newest snapshot is of version " + newest.version()
                            + ", which is read here and not written: its format is still moving. Run drizzle-kit"
                            + " generate, and take the SQL from here with generate --custom.");
        }
        return read(newest.path());
    }

    private static Snapshot read(Path path) throws Refusal {
        try {
            return Snapshots.read(path);
        } catch (UnreadableSnapshot broken) {
            throw new Refusal(Reason.UNREADABLE, String.valueOf(broken.getMessage()), broken);
        }
    }
}
