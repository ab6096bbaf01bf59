/// The command palette: every command of the window in one list that narrows as one types. Knows the kit; which commands
/// there are is told to it.
@NullMarked
package mana.studio.ui.palette;

import org.jspecify.annotations.NullMarked;
