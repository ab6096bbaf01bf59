package mana.studio.drizzle.project;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a `drizzle.config` says, as far as it can be read without running it.
///
/// @param dialect      null where it is not said
/// @param schema       files, globs or folders of the schema, as written
/// @param out          the migrations folder, as written; drizzle-kit's default is `./drizzle`
/// @param schemaFilter null where none is set
/// @param tablesFilter patterns; empty where none is set
/// @param table        where the migrator keeps its books
/// @param prefix       `index`, `timestamp`, `supabase`, `unix`, `none`
/// @param breakpoints whether statements are parted by a marker in a migration; only `false` says no
/// @param casing       `snake_case`, `camelCase`; null where none is set
/// @param environment  the variables that hold the credentials
/// @param unread       what is set by something that cannot be read: `out: path.join(…)`
public record DrizzleConfig(
        Path file,
        @Nullable String dialect,
        List<String> schema,
        String out,
        @Nullable List<String> schemaFilter,
        List<String> tablesFilter,
        MigrationsTable table,
        String prefix,
        boolean breakpoints,
        @Nullable String casing,
        List<String> environment,
        List<Unread> unread) {
    public DrizzleConfig {
        schema = List.copyOf(schema);
        schemaFilter = schemaFilter == null ? null : List.copyOf(schemaFilter);
        tablesFilter = List.copyOf(tablesFilter);
        environment = List.copyOf(environment);
        unread = List.copyOf(unread);
    }

    /// @param key    `out`, `migrations.table`
    /// @param source as it stands in the file
    public record Unread(String key, String source) {}

    /// The folder that its paths start from.
    public Path folder() {
        return file.toAbsolutePath().resolveSibling("");
    }
}
