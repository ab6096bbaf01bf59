/// What a console does: which statement a caret stands in, what a statement will do as far as its words tell, running
/// it
/// on a session of the console's own, what came of it, and what is kept of it. Imports `connection`, `schema`,
/// `settings`, `sql`, `statement`.
@NullMarked
package mana.studio.console;

import org.jspecify.annotations.NullMarked;
