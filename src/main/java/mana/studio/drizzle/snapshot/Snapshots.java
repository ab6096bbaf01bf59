package mana.studio.drizzle.snapshot;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchException;

/// Snapshot files, read and written.
public final class Snapshots {
    private Snapshots() {}

    /// Reads a file of any version but a difference of version 9, which says nothing without its ancestors.
    ///
    /// @throws UnreadableSnapshot where it is not there, is no snapshot of PostgreSQL, or is one that needs others
    public static Snapshot read(Path file) throws UnreadableSnapshot {
        return read(file.toString(), text(file));
    }

    static String text(Path file) throws UnreadableSnapshot {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new UnreadableSnapshot(
                    file.toString(), "", "no such file", "Take it from version control; drizzle-kit compares with it.");
        } catch (CharacterCodingException broken) {
            throw new UnreadableSnapshot(file.toString(), "", "no UTF-8", "Take the file from version control.");
        } catch (IOException refused) {
            throw new UnreadableSnapshot(
                    file.toString(), "", "cannot be read (" + refused.getMessage() + ")", "See who may read the file.");
        }
    }

    /// Reads the text of a file.
    ///
    /// @param file how errors call it
    /// @throws UnreadableSnapshot as {@link #read(Path)}
    public static Snapshot read(String file, String text) throws UnreadableSnapshot {
        JsonPlace root = JsonPlace.root(file, text);
        String version = root.numeral("version");
        String dialect = root.textOr("dialect", "");
        if (!dialect.equals("postgresql") && !dialect.equals("pg") && !dialect.equals("postgres")) {
            throw root.refused(
                    dialect.isEmpty() ? "\"dialect\" is missing" : "a snapshot for " + dialect + ", not for PostgreSQL",
                    "Point the studio to the folder of a PostgreSQL project.");
        }
        return switch (version) {
            case "5", "6", "7" -> Version7Reader.read(root, version);
            case "8" -> Version8.read(root);
            case "9" -> Version9.readBase(root);
            default ->
                throw root.refused(
                        "version " + version + " is not known here",
                        version.length() == 1 && version.compareTo("5") < 0
                                ? "Run drizzle-kit up in the project."
                                : "A newer Mana Schema Studio may read it.");
        };
    }

    /// The state behind a migration, whatever its version: for one of version 9, which says only what changed, read
    /// from
    /// all snapshots before it in the folder.
    ///
    /// @throws UnreadableSnapshot where the migration has no snapshot, or one that it rests upon cannot be read
    public static Snapshot stateOf(MigrationFolder folder, Migration migration) throws UnreadableSnapshot {
        Migration.SnapshotFile file = migration.snapshot();
        if (file == null) {
            throw new UnreadableSnapshot(
                    folder.root().resolve(migration.tag()).toString(),
                    "",
                    "the migration has no snapshot",
                    "Take it from version control; drizzle-kit compares with it.");
        }
        return file.version().equals("9") ? Version9.stateOf(folder, file) : read(file.path());
    }

    /// The text of a snapshot file, as drizzle-kit writes it: version 8 for one that was read so, version 7 for
    /// everything
    /// up to it. No newline at the end.
    ///
    /// @throws IllegalArgumentException for version 9, which is a difference to others and still changes
    public static String write(Snapshot snapshot) {
        if (snapshot.version().equals("9")) {
            throw new IllegalArgumentException("snapshots of version 9 are read only");
        }
        if (snapshot.version().equals("8")) {
            return Json.indented(Version8.write(snapshot));
        }
        return Json.indented(Version7Writer.write(snapshot));
    }

    /// The text of the snapshot beside a custom migration (`generate --custom`), which drizzle-kit writes in another
    /// order of keys.
    public static String writeCopy(Snapshot snapshot) {
        return Json.indented(
                snapshot.version().equals("8")
                        ? CopyOrder.ofVersion8(Version8.write(snapshot))
                        : CopyOrder.of(Version7Writer.write(snapshot)));
    }

    /// What the schema is as a database: made on the scratch server, read back as that server understands it.
    ///
    /// @throws ScratchException where the server refuses a statement, naming it, or does not have an extension
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Database toDatabase(DrizzleSchema schema, Cancellation cancellation) throws ScratchException {
        return SchemaDatabase.of(schema, cancellation);
    }
}
