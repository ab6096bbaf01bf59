/// Running what is pending of a service's migrations: what will run and what is foreseen, then how it goes, then what
/// became of it, and the way back. {@link mana.studio.ui.migrate.MigrateScreens} makes the views. Imports `apply`,
/// `catalog`, `connection`, `drizzle`, `plan`, `safety`, `schema`, `settings`, `sql`, `ui.kit`.
@NullMarked
package mana.studio.ui.migrate;

import org.jspecify.annotations.NullMarked;
