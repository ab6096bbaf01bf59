/// The history: per service of a project what became of its migrations in the open database, what the next migrate will
/// do, and the ways out. Imports `drizzle`, `safety`, `plan`, `ddl`, `ui.kit`.
@NullMarked
package mana.studio.ui.history;

import org.jspecify.annotations.NullMarked;
