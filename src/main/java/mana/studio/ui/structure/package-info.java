/// What an object is: structure, SQL, references, size.
@NullMarked
package mana.studio.ui.structure;

import org.jspecify.annotations.NullMarked;
