/// Reads table data: pages by key, filters, jumps, counts, exports. Imports `connection`, `schema`, `sql`.
@NullMarked
package mana.studio.rows;

import org.jspecify.annotations.NullMarked;
