/// Choosing, describing and opening a connection.
@NullMarked
package mana.studio.ui.connect;

import org.jspecify.annotations.NullMarked;
