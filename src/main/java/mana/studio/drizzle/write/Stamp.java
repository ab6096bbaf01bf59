package mana.studio.drizzle.write;

import org.jspecify.annotations.Nullable;

/// The place of a new migration behind the others.
///
/// @param index  the journal's `idx`; also counted where there is no journal
/// @param prefix what stands before the first underscore; names the snapshot too
/// @param tag    the name of the SQL file without `.sql`, or of the folder
/// @param when   milliseconds since 1970
/// @param bent   why `when` is not the time of day, as a sentence; null where it is
public record Stamp(
        int index,
        String prefix,
        String tag,
        long when,
        @Nullable String bent) {}
