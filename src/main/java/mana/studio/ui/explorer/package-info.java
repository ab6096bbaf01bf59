/// Finding an object: the tree, its filter, quick open.
@NullMarked
package mana.studio.ui.explorer;

import org.jspecify.annotations.NullMarked;
