package mana.studio.drizzle.history;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file before and after a repair.
///
/// @param before null for a file that is made
/// @param after  null for a file that is taken away
public record FileChange(
        Path path, @Nullable String before, @Nullable String after) {}
