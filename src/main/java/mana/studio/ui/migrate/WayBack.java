package mana.studio.ui.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Target;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.migrate.MigrateOutcome;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// What it takes to go back behind a migration; drizzle itself knows no way back.
///
/// @param tag    of the migration; empty where none is applied
/// @param backup the command that saves the database first
/// @param down   its down script; null where none lies beside it
/// @param script where it is, or would be
/// @param row    the statement that takes its row out of the books
record WayBack(String tag, String backup, @Nullable String down, String script, String row) {
    /// Behind the newest that is applied.
    static WayBack of(Proposal proposal, @Nullable MigrateOutcome outcome, MigrationsTable table, Target target) {
        Set<String> ran = outcome instanceof MigrateOutcome.Applied applied ? Set.copyOf(applied.tags()) : Set.of();
        Set<String> pending = proposal.files().stream()
                .map(file -> file.migration().tag())
                .filter(tag -> !ran.contains(tag))
                .collect(Collectors.toSet());
        List<Migration> applied = proposal.folder().migrations().stream()
                .filter(migration -> !pending.contains(migration.tag()))
                .toList();
        String url = ConnectionString.print(target);
        if (applied.isEmpty() || !(applied.getLast().file() instanceof MigrationFile file)) {
            return new WayBack("", backup("migrations", url), null, "", "");
        }
        String tag = applied.getLast().tag();
        Path script = file.path().resolveSibling(tag + ".down.sql");
        return new WayBack(
                tag,
                backup(tag, url),
                read(script),
                script.getFileName().toString(),
                "DELETE FROM " + table.sql() + " WHERE hash = " + Literal.quote(file.hash()) + ";");
    }

    private static String backup(String tag, String url) {
        return "pg_dump --format=custom --file=before-" + tag + "-back.dump \"" + url + "\"";
    }

    private static @Nullable String read(Path script) {
        try {
            return Files.exists(script) ? Files.readString(script) : null;
        } catch (IOException unreadable) {
            return null;
        }
    }

    /// All of it in one transaction, for psql.
    String sql() {
        return down == null ? row : "BEGIN;\n" + down.strip() + "\n" + row + "\nCOMMIT;";
    }
}
