/// Reads table data: pages by key, filters, jumps, counts, single values, copies and exports. Imports `connection`,
/// `schema`, `sql`.
///
/// A {@link mana.studio.rows.RowQuery} says which rows in which order; a {@link mana.studio.rows.RowReader} pages
/// through them, an {@link mana.studio.rows.Export} writes them all. Values travel as the text PostgreSQL prints, and
/// as parameters; only identifiers and the one raw condition a person may type become text of a statement.
@NullMarked
package mana.studio.rows;

import org.jspecify.annotations.NullMarked;
