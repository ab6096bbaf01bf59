/// Code, newest snapshot and database side by side, and what `drizzle-kit push` would destroy. Each side is made on the
/// scratch server and read back, so that what means the same is written the same; only what Drizzle has words for is
/// compared. Imports `connection`, `ddl`, `drizzle.files`, `drizzle.model`, `drizzle.snapshot`, `schema`, `scratch`.
@NullMarked
package mana.studio.drizzle.drift;

import org.jspecify.annotations.NullMarked;
