/// Writing pending changes as a Drizzle migration: {@link mana.studio.ui.migration.MigrationView} shows every file
/// before it is written, and what came of replaying it. Imports `drizzle`, `convention`, `design`, `plan`, `schema`,
/// `connection`, `scratch`, `settings`, `ui.kit`.
@NullMarked
package mana.studio.ui.migration;

import org.jspecify.annotations.NullMarked;
