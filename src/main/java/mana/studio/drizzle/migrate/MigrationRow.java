package mana.studio.drizzle.migrate;

import org.jspecify.annotations.Nullable;

/// A row of a migrations table.
///
/// @param createdAt the journal's `when`, or a folder's time; null where somebody wrote the row by hand
/// @param name      the folder's, where 1.0 wrote the row or has seen it
public record MigrationRow(
        int id,
        String hash,
        @Nullable Long createdAt,
        @Nullable String name) {}
