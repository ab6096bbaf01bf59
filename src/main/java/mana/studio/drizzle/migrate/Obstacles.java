package mana.studio.drizzle.migrate;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import org.jspecify.annotations.Nullable;

/// What stops the migrator before its first statement.
final class Obstacles {
    private Obstacles() {}

    static @Nullable Obstacle of(MigrationFolder folder, Books books) {
        for (Flaw flaw : folder.flaws()) {
            Obstacle obstacle = of(folder, flaw);
            if (obstacle != null) {
                return obstacle;
            }
        }
        if (folder.migrations().stream().anyMatch(migration -> migration.file() == null)) {
            return new Obstacle("The file of a migration cannot be read.", "The history says which.");
        }
        return folder.layout() == Layout.FOLDERS ? ofUpgrade(Upgrade.of(folder, books)) : null;
    }

    private static @Nullable Obstacle of(MigrationFolder folder, Flaw flaw) {
        return switch (flaw) {
            case Flaw.Hybrid hybrid ->
                new Obstacle(
                        "The journal names migrations that lie in folders: neither line of drizzle reads that.",
                        "Keep one layout: files beside the journal, or folders without one.");
            case Flaw.MissingFile missing ->
                new Obstacle(
                        "There is no file " + missing.expected().getFileName() + ", which the journal names: the"
                                + " migrator stops before it runs anything, even where that migration was applied.",
                        "Restore the file, or take its entry out of the journal.");
            case Flaw.Unreadable unreadable ->
                isNeeded(folder, unreadable)
                        ? new Obstacle(
                                folder.root().relativize(unreadable.file()) + ": " + unreadable.reason(),
                                "Repair it; the history shows the file.")
                        : null;
            case Flaw.Stray _,
                    Flaw.MissingSnapshot _,
                    Flaw.DuplicateNumber _,
                    Flaw.Collision _,
                    Flaw.BrokenChain _,
                    Flaw.OutOfOrder _,
                    Flaw.NoJournal _ -> null;
        };
    }

    /// The migrator reads the journal, the SQL and the names of folders, and no snapshots.
    private static boolean isNeeded(MigrationFolder folder, Flaw.Unreadable unreadable) {
        String name = unreadable.file().getFileName().toString();
        boolean folderOfIts = folder.layout() == Layout.FOLDERS
                && Files.exists(unreadable.file().resolve("migration.sql"));
        return name.equals("_journal.json") || name.endsWith(".sql") || folderOfIts;
    }

    private static @Nullable Obstacle ofUpgrade(Upgrade upgrade) {
        List<Long> unmatched = upgrade.unmatched();
        return unmatched.isEmpty()
                ? null
                : new Obstacle(
                        "The migrations table is one of the stable line, and "
                                + (unmatched.size() == 1 ? "row " : "rows ")
                                + unmatched.stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + " of it match no folder: 1.0 refuses to take it over.",
                        "A table that several services share cannot be taken over. Give the service one of its own.");
    }

    /// What cannot go on where an earlier run stopped.
    static @Nullable Obstacle ofHalf(Pending pending, @Nullable HalfDone half) {
        for (Migration migration : pending.run()) {
            if (migration.file() instanceof MigrationFile file) {
                if (half != null
                        && half.tag().equals(migration.tag())
                        && !half.hash().equals(file.hash())) {
                    return new Obstacle(
                            "The file of " + half.tag() + " was changed since a part of it was committed.",
                            "Put it back as it was (its hash was " + half.hash().substring(0, 12)
                                    + "…), or bring the database to what the new file expects by hand.");
                }
                if (rollsBack(file)) {
                    return new Obstacle(
                            migration.tag() + " says ROLLBACK itself: its commits cannot be arranged.",
                            "Run it in one transaction, or take the ROLLBACK out.");
                }
            }
        }
        return null;
    }

    private static boolean rollsBack(MigrationFile file) {
        return Pieces.of(file, Pieces.How.STATEMENTS).stream()
                .flatMap(cut -> cut.statements().stream())
                .flatMap(statement -> Pieces.tree(statement).stream())
                .map(tree -> tree.is("TransactionStmt") ? tree.text("kind") : "")
                .anyMatch(kind -> kind.equals("TRANS_STMT_ROLLBACK") || kind.equals("TRANS_STMT_PREPARE"));
    }
}
