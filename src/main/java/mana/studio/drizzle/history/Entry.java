package mana.studio.drizzle.history;

import java.util.List;
import mana.studio.drizzle.files.Flaw;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import org.jspecify.annotations.Nullable;

/// A line of the history: a migration, a file or a row.
///
/// @param tag       of the migration or the file; of a row alone its name or its hash's beginning
/// @param migration null for a file or a row alone
/// @param file      null where there is none
/// @param flaws     what is wrong with its files
/// @param last      whether it is the last migration of the folder
public record Entry(
        String tag,
        @Nullable Migration migration,
        @Nullable MigrationFile file,
        State state,
        List<Flaw> flaws,
        boolean last) {
    public Entry {
        flaws = List.copyOf(flaws);
    }

    /// Whether a person should look at it. Of a snapshot that is missing something comes only at the end.
    public boolean needsAttention() {
        return state.isWrong() || flaws.stream().anyMatch(flaw -> last || !(flaw instanceof Flaw.MissingSnapshot));
    }

    /// The `when` of the journal or the folder, or the row's; null where neither is known.
    public @Nullable Long when() {
        BooksRow row = state.ran();
        return migration != null ? Long.valueOf(migration.when()) : row == null ? null : row.createdAt();
    }

    /// The SQL of its file; empty where there is none.
    public String text() {
        return file == null ? "" : file.text();
    }
}
