/// The JSON of a snapshot, read and written in the versions 7 and 8, read in 5, 6 and 9, and the way between a snapshot
/// and a database: what drizzle-kit would serialise for a database, and what a snapshot would be as a database.
/// Imports `drizzle.model`, `drizzle.files`, and `schema`, `sql`, `plan` (for renames), `scratch` and `connection` (for
/// being cancelled).
@NullMarked
package mana.studio.drizzle.snapshot;

import org.jspecify.annotations.NullMarked;
