/// What every feature of the interface uses: background work, navigation, dialogs, icons, messages, text panes.
@NullMarked
package mana.studio.ui.kit;

import org.jspecify.annotations.NullMarked;
