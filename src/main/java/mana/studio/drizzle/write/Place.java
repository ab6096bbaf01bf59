package mana.studio.drizzle.write;

import java.time.Instant;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.MigrationFolder;
import org.jspecify.annotations.Nullable;

/// Where new migrations go.
///
/// @param ifEmpty     the layout where the folder holds nothing yet
/// @param breakpoints `breakpoints` of drizzle.config
/// @param newestRow   the newest `created_at` that the migrator will find; null where none is known
/// @param table       where the migrator keeps its books, as SQL names it
public record Place(
        MigrationFolder folder,
        Layout ifEmpty,
        Prefix prefix,
        boolean breakpoints,
        @Nullable Long newestRow,
        String table,
        Instant now) {}
