/// The main window: tool bar, explorer, tabs, status bar. The only feature that knows the others.
@NullMarked
package mana.studio.ui.shell;

import org.jspecify.annotations.NullMarked;
