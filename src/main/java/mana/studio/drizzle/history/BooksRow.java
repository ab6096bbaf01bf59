package mana.studio.drizzle.history;

import org.jspecify.annotations.Nullable;

/// A row of a migrator's books.
///
/// @param id        null where the table has no such column
/// @param hash      of the file that ran
/// @param createdAt the `when` that the migration had, in milliseconds since 1970
/// @param name      the folder's name; only 1.0 writes it
/// @param appliedAt when it ran, as the server writes it; only 1.0 writes it
public record BooksRow(
        @Nullable Long id,
        @Nullable String hash,
        @Nullable Long createdAt,
        @Nullable String name,
        @Nullable String appliedAt) {
    /// For people: `row 3`.
    public String shown() {
        return id == null ? "a row" : "row " + id;
    }
}
