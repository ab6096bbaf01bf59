package mana.studio.drizzle.files;

import java.nio.file.Path;
import java.util.List;

/// A migrations folder as it was found.
///
/// @param root       the folder (`out` in drizzle.config)
/// @param migrations in the order in which the migrator takes them: the journal's, or the folders' by name
/// @param strays     SQL files that the journal does not name
/// @param flaws      what is wrong with the files themselves
public record MigrationFolder(
        Path root, Layout layout, List<Migration> migrations, List<Path> strays, List<Flaw> flaws) {
    public MigrationFolder {
        migrations = List.copyOf(migrations);
        strays = List.copyOf(strays);
        flaws = List.copyOf(flaws);
    }
}
