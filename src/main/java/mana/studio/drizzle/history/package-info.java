/// The truth about a service's migrations: its files, its journal and the rows of the database side by side, by the
/// rule
/// that drizzle's migrator really follows, which is not the one that people expect. What will run, what will be passed
/// over without a word, and why; repairs, always as a change to look at first; what happens if several services are
/// migrated one after the other. Imports `connection`, `ddl`, `drizzle.files`, `drizzle.project`, `drizzle.snapshot`,
/// `schema`, `scratch`, `sql`, `statement`.
@NullMarked
package mana.studio.drizzle.history;

import org.jspecify.annotations.NullMarked;
