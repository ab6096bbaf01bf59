/// Drizzle: its projects, its migration files, its bookkeeping in the database, its TypeScript.
///
/// Everything here follows what drizzle-kit 0.31 and drizzle-orm 0.45 (the stable line: snapshot version 7) and the 1.0
/// pre-releases (versions 8 and 9) really do. The packages, from the ground up:
/// {@link mana.studio.drizzle.model} Drizzle's own words for a schema; `files` what lies in a migrations folder;
/// `snapshot` the JSON of a snapshot, read and written, and the way between it and a database's schema; `project` a
/// monorepo's services; `history` files against the rows of the database; `migrate` the runner; `write` new
/// migrations; `typescript` the schema as code; `drift` code, snapshot and database side by side.
@NullMarked
package mana.studio.drizzle;

import org.jspecify.annotations.NullMarked;
