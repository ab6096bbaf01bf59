package mana.studio.drizzle.project;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A service: its migrations, its books, the PostgreSQL schemas that are its own.
///
/// @param name         the folder's, or the way to it where that says too little
/// @param folder       where its configuration or its package lies
/// @param config       null where migrations lie there without one
/// @param migrations   the migrations folder; it may be missing
/// @param table        where its migrator keeps its books
/// @param script       what its own migrate script says of that; null where no script says anything
/// @param declarations what its schema files declare
/// @param schemaFiles  the files that were read for it
/// @param owns         the schemas that are its own
/// @param drizzleOrm   the version of drizzle-orm that its `package.json` asks for; null for none
public record Service(
        String name,
        Path folder,
        @Nullable DrizzleConfig config,
        Path migrations,
        MigrationsTable table,
        @Nullable MigrateScript script,
        Declarations declarations,
        List<Path> schemaFiles,
        List<String> owns,
        @Nullable String drizzleOrm) {
    public Service {
        schemaFiles = List.copyOf(schemaFiles);
        owns = List.copyOf(owns);
    }

    /// A script that calls drizzle-orm's `migrate()`, and where it says the books are.
    public record MigrateScript(Path file, MigrationsTable table) {}

    public Service withOwns(List<String> schemas) {
        return new Service(
                name, folder, config, migrations, table, script, declarations, schemaFiles, schemas, drizzleOrm);
    }

    public Service withName(String other) {
        return new Service(
                other, folder, config, migrations, table, script, declarations, schemaFiles, owns, drizzleOrm);
    }

    public Service withTable(MigrationsTable other) {
        return new Service(
                name, folder, config, migrations, other, script, declarations, schemaFiles, owns, drizzleOrm);
    }

    /// Whether its drizzle-orm is of the 1.0 line, which reads folders and no journal.
    public boolean isOfV1() {
        return drizzleOrm != null && drizzleOrm.replaceFirst("^[^0-9]*", "").startsWith("1.");
    }
}
