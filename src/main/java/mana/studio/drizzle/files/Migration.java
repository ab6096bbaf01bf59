package mana.studio.drizzle.files;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A migration that the folder's journal names, or, in the layout of 1.0, a folder.
///
/// @param position    its place in the order in which the migrator takes them, from 0
/// @param index       the journal's `idx`; null in the layout of 1.0
/// @param tag         the file's name without `.sql`, or the folder's name
/// @param when        the journal's `when`, or the folder's time: milliseconds since 1970
/// @param breakpoints the journal's `breakpoints`; the migrator does not ask for it
/// @param file        null where the file is missing
/// @param snapshot    null where it is missing
public record Migration(
        int position,
        @Nullable Integer index,
        String tag,
        long when,
        boolean breakpoints,
        @Nullable MigrationFile file,
        @Nullable SnapshotFile snapshot) {

    /// Where a snapshot lies and how it is chained to the others.
    ///
    /// @param version   "7", "8", "9" …
    /// @param parents   `prevId` or `prevIds`
    public record SnapshotFile(Path path, String version, String id, java.util.List<String> parents) {}
}
