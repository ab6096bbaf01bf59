/// Running what is pending, as the house's own production script does: an advisory lock on a session of its own, one
/// transaction for all, the migrator's books written as drizzle writes them. What that transaction cannot run is
/// foreseen and said before ({@link mana.studio.drizzle.migrate.Foreseen}); a second mode commits between. Imports
/// `files`, `history` and `project` of `drizzle`, and `apply`, `catalog`, `connection`, `safety`, `settings`, `sql`,
/// `statement`.
///
/// {@snippet :
/// MigrationFolder, Books ──► Pending ──► Proposal ──Permit──► Migrator ──► MigrateOutcome
///                                            │                     └► MigrateListener   while it runs
///                                         Foreseen
/// }
@NullMarked
package mana.studio.drizzle.migrate;

import org.jspecify.annotations.NullMarked;
