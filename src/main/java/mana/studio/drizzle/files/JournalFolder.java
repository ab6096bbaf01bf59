package mana.studio.drizzle.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.drizzle.files.Migration.SnapshotFile;
import org.jspecify.annotations.Nullable;

/// A folder of the stable line: what counts is what the journal says, in its order.
final class JournalFolder {
    private static final String SNAPSHOT = "_snapshot.json";
    /// What lies beside a migration for a person to run: the way back, and what cannot run in a transaction.
    private static final List<String> BESIDE = List.of(".down.sql", ".before.sql");

    private final Path root;
    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, SnapshotFile> snapshots = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<String> inFolders = new ArrayList<>();

    JournalFolder(Path root) {
        this.root = root;
    }

    MigrationFolder read() {
        JournalEntries journal = JournalEntries.read(MigrationFolders.journal(root));
        flaws.addAll(journal.unreadable());
        List<String> unread = readSnapshots();
        List<Migration> migrations = new ArrayList<>();
        for (JournalEntries.Line line : journal.lines()) {
            migrations.add(migration(migrations.size(), line, unread));
        }
        if (!inFolders.isEmpty()) {
            flaws.addFirst(new Flaw.Hybrid(List.copyOf(inFolders)));
        }
        List<Path> strays = strays(migrations);
        strays.forEach(stray -> flaws.add(new Flaw.Stray(stray)));
        flaws.addAll(Numbers.duplicates(migrations, strays));
        flaws.addAll(Numbers.outOfOrder(migrations));
        flaws.addAll(new Chain(migrations, snapshots.values()).flaws());
        return new MigrationFolder(
                root, inFolders.isEmpty() ? Layout.JOURNAL : Layout.HYBRID, migrations, strays, flaws);
    }

    /// All of `meta`, as drizzle-kit looks at all of it.
    ///
    /// @return the names of those that are no snapshots
    private List<String> readSnapshots() {
        List<String> unread = new ArrayList<>();
        for (Path path : MigrationFolders.list(root.resolve("meta"))) {
            String name = path.getFileName().toString();
            if (name.endsWith(SNAPSHOT)) {
                SnapshotFile snapshot = SnapshotHeader.read(path, flaws);
                if (snapshot == null) {
                    unread.add(name);
                } else {
                    snapshots.put(name, snapshot);
                }
            }
        }
        return unread;
    }

    private Migration migration(int position, JournalEntries.Line line, List<String> unread) {
        String prefix = prefix(line.tag());
        Path expected = expected(line.tag());
        MigrationFile file = expected == null ? null : sql(expected);
        SnapshotFile snapshot = snapshot(prefix);
        boolean hybrid = expected != null && !Files.exists(expected) && isFolder(line.tag());
        if (hybrid) {
            inFolders.add(line.tag());
            Path folder = root.resolve(line.tag());
            file = sql(folder.resolve(DatedFolders.SQL));
            if (snapshot == null && Files.exists(folder.resolve(DatedFolders.SNAPSHOT))) {
                snapshot = SnapshotHeader.read(folder.resolve(DatedFolders.SNAPSHOT), flaws);
            }
        }
        Migration migration =
                new Migration(position, line.index(), line.tag(), line.when(), line.breakpoints(), file, snapshot);
        if (expected != null && !hybrid && !Files.exists(expected)) {
            flaws.add(new Flaw.MissingFile(migration, expected));
        }
        if (snapshot == null && !unread.contains(prefix + SNAPSHOT)) {
            flaws.add(new Flaw.MissingSnapshot(migration));
        }
        return migration;
    }

    /// What stands before the first underscore: drizzle-kit names the snapshot by it.
    static String prefix(String tag) {
        int end = tag.indexOf('_');
        return end < 0 ? tag : tag.substring(0, end);
    }

    /// Of two migrations with one number the second may have its snapshot under a name bent by hand, `0002b`.
    private @Nullable SnapshotFile snapshot(String prefix) {
        if (taken.add(prefix)) {
            return snapshots.get(prefix + SNAPSHOT);
        }
        return snapshots.entrySet().stream()
                .filter(other -> isBent(prefix, other.getKey()) && taken.add(prefix(other.getKey())))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> snapshots.get(prefix + SNAPSHOT));
    }

    private static boolean isBent(String prefix, String name) {
        return name.startsWith(prefix)
                && !name.equals(prefix + SNAPSHOT)
                && !Character.isDigit(name.charAt(prefix.length()));
    }

    private boolean isFolder(String tag) {
        return MigrationFolders.holdsMigration(root.resolve(tag));
    }

    private @Nullable Path expected(String tag) {
        try {
            return Path.of(root + "/" + tag + ".sql");
        } catch (InvalidPathException impossible) {
            flaws.add(new Flaw.Unreadable(
                    MigrationFolders.journal(root), "The tag “" + tag + "” cannot be the name of a file."));
            return null;
        }
    }

    private @Nullable MigrationFile sql(Path path) {
        return sql(path, flaws);
    }

    /// Null where it is not there, or cannot be read: then with a flaw the more.
    static @Nullable MigrationFile sql(Path path, List<Flaw> flaws) {
        if (!Files.exists(path)) {
            return null;
        }
        try {
            return new MigrationFile(path, NodeText.of(Files.readAllBytes(path)));
        } catch (IOException refused) {
            flaws.add(new Flaw.Unreadable(path, "It cannot be read: " + refused.getMessage()));
            return null;
        }
    }

    /// A script beside a migration is no migration that somebody forgot.
    private List<Path> strays(List<Migration> migrations) {
        Set<String> known = new HashSet<>();
        for (Migration migration : migrations) {
            known.add(migration.tag() + ".sql");
            BESIDE.forEach(end -> known.add(migration.tag() + end));
        }
        List<Path> strays = new ArrayList<>();
        for (Path path : MigrationFolders.list(root)) {
            if (MigrationFolders.isSql(path)
                    && !known.contains(path.getFileName().toString())) {
                strays.add(path);
            } else if (MigrationFolders.holdsMigration(path)
                    && !inFolders.contains(path.getFileName().toString())) {
                strays.add(path.resolve(DatedFolders.SQL));
            }
        }
        return strays;
    }
}
