/// Where the studio keeps its files, and how it writes them: a JSON value, saved a moment after it changed, through a
/// temporary file. Imports no other package.
@NullMarked
package mana.studio.settings;

import org.jspecify.annotations.NullMarked;
