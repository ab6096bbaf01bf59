package mana.studio.drizzle.project;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value in a configuration file, as far as it can be told without running it.
sealed interface Setting {
    record Text(String value) implements Setting {}

    /// `true`, `false`, a number.
    record Word(String value) implements Setting {}

    record Items(List<Setting> all) implements Setting {}

    record Fields(Map<String, Setting> all) implements Setting {}

    /// `process.env.NAME`, with what stands in its place where it is not set.
    record Variable(String name, @Nullable String otherwise) implements Setting {}

    /// What only running the file would tell.
    record Unread(String source) implements Setting {}
}
