/// New migrations: from a pending design to the files that the real migrators take.
///
/// {@link mana.studio.drizzle.write.Composer} turns the way from one database to another into the statements of one
/// or more migrations, {@link mana.studio.drizzle.write.Numbering} gives them their place behind the others,
/// {@link mana.studio.drizzle.write.Proof} replays the whole chain with them on the scratch server, and
/// {@link mana.studio.drizzle.write.MigrationFiles} brings all files of a {@link
/// mana.studio.drizzle.write.MigrationSet}
/// into the folder, or none. Imports `drizzle.files`, `drizzle.snapshot`, `drizzle.model`, `plan`, `safety`, `scratch`,
/// `design`, `schema`, `ddl`, `sql`, `statement` and `connection` (for being cancelled).
@NullMarked
package mana.studio.drizzle.write;

import org.jspecify.annotations.NullMarked;
