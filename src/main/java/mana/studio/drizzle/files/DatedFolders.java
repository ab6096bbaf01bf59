package mana.studio.drizzle.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import mana.studio.drizzle.files.Migration.SnapshotFile;
import org.jspecify.annotations.Nullable;

/// A folder of 1.0: a migration is a folder named by its time, and there is no journal.
final class DatedFolders {
    static final String SQL = "migration.sql";
    static final String SNAPSHOT = "snapshot.json";

    private final Path root;
    private final List<Path> inside;
    private final List<Flaw> flaws = new ArrayList<>();

    DatedFolders(Path root, List<Path> inside) {
        this.root = root;
        this.inside = inside;
    }

    MigrationFolder read() {
        List<Migration> migrations = new ArrayList<>();
        List<Path> folders = inside.stream()
                .filter(MigrationFolders::holdsMigration)
                .sorted(Comparator.comparing(DatedFolders::name, FolderTime::compare))
                .toList();
        for (Path folder : folders) {
            Migration migration = migration(migrations.size(), folder);
            if (migration != null) {
                migrations.add(migration);
            }
        }
        inside.stream()
                .filter(path -> !folders.contains(path) && Files.exists(path.resolve(SNAPSHOT)))
                .forEach(path -> flaws.add(new Flaw.Unreadable(
                        path, "It has a snapshot and no migration.sql: the migrator passes it by.")));
        List<Path> strays = inside.stream().filter(MigrationFolders::isSql).toList();
        strays.forEach(stray -> flaws.add(new Flaw.Stray(stray)));
        List<SnapshotFile> snapshots = migrations.stream()
                .map(Migration::snapshot)
                .filter(Objects::nonNull)
                .toList();
        flaws.addAll(new Chain(migrations, snapshots).flaws());
        return new MigrationFolder(root, Layout.FOLDERS, migrations, strays, flaws);
    }

    /// Null for a folder whose name is no time.
    private @Nullable Migration migration(int position, Path folder) {
        OptionalLong time = FolderTime.of(name(folder));
        if (time.isEmpty()) {
            flaws.add(new Flaw.Unreadable(
                    folder, "Its name does not begin with a time of 14 digits: the migrator stops at it (NaN)."));
            return null;
        }
        MigrationFile file = JournalFolder.sql(folder.resolve(SQL), flaws);
        Path path = folder.resolve(SNAPSHOT);
        SnapshotFile snapshot = Files.exists(path) ? SnapshotHeader.read(path, flaws) : null;
        Migration migration = new Migration(position, null, name(folder), time.getAsLong(), true, file, snapshot);
        if (!Files.exists(path)) {
            flaws.add(new Flaw.MissingSnapshot(migration));
        }
        return migration;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }
}
