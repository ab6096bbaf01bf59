/// Code, newest snapshot and database side by side, and what `drizzle-kit push` would destroy. Each side is made on the
/// scratch server and read back, so that what means the same is written the same; only what Drizzle has words for is
/// compared. Imports `connection`, `ddl`, `design`, `drizzle.files`, `drizzle.model`,
/// `drizzle.snapshot`, `drizzle.typescript`, `schema`, `scratch`, `sql`.
@NullMarked
package mana.studio.drizzle.drift;

import org.jspecify.annotations.NullMarked;
