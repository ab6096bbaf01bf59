package mana.studio.drizzle.files;

import java.nio.file.Path;
import java.util.List;

/// Something that is wrong with the files of a migrations folder, whatever a database says.
public sealed interface Flaw {
    /// The journal names a file that is not there: the migrator stops before it runs anything.
    record MissingFile(Migration migration, Path expected) implements Flaw {}

    /// An SQL file that the journal does not name: never run.
    record Stray(Path file) implements Flaw {}

    /// No snapshot: drizzle-kit's next `generate` compares with an older one.
    record MissingSnapshot(Migration migration) implements Flaw {}

    /// Two files with one number.
    record DuplicateNumber(String number, List<String> tags) implements Flaw {}

    /// Two snapshots that name the same parent: two branches were merged.
    record Collision(String parent, List<Migration> children) implements Flaw {}

    /// A snapshot whose parent is none of the folder's.
    record BrokenChain(Migration migration, String missingParent) implements Flaw {}

    /// A `when` that is not after the one before it: skipped where that one was applied first.
    record OutOfOrder(Migration migration, Migration before) implements Flaw {}

    /// A file that cannot be read as what it should be.
    record Unreadable(Path file, String reason) implements Flaw {}

    /// A journal together with migrations in folders: neither line of drizzle reads it.
    record Hybrid(List<String> folders) implements Flaw {}

    /// No journal: nothing to do for the production script, an error for drizzle's own migrator.
    record NoJournal(Path expected) implements Flaw {}
}
