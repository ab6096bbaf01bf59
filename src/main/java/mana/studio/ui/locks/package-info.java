/// The lock board: who holds an advisory lock, who waits for it, what that means, and the one deliberate act that ends
/// it. Its model and its watch live as long as the database is open; the view comes and goes. Imports `connection`,
/// `locks`, `drizzle.migrate`, `drizzle.project`, `settings`, `sql` and `ui.kit`.
@NullMarked
package mana.studio.ui.locks;

import org.jspecify.annotations.NullMarked;
