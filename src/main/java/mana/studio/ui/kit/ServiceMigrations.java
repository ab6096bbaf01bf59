package mana.studio.ui.kit;

import java.nio.file.Path;
import mana.studio.drizzle.project.MigrationsTable;

/// The migrations of a service: where they lie, and where its migrator keeps its books.
///
/// @param folder the migrations folder
public record ServiceMigrations(String service, Path folder, MigrationsTable table) {}
