/// The pending changes of the open database: the design that every screen works on, how it is kept, and the list of
/// what
/// is in it.
@NullMarked
package mana.studio.ui.pending;

import org.jspecify.annotations.NullMarked;
