/// The rows of a table: grid, filters, viewers, copy, export.
@NullMarked
package mana.studio.ui.data;

import org.jspecify.annotations.NullMarked;
