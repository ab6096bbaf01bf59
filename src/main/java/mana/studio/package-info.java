@NullMarked
package mana.studio;

import org.jspecify.annotations.NullMarked;
