/// The words as SQL: an object of the schema model as the statements that create it. Imports `schema` and `sql`.
///
/// Apart from `plan`, which orders changes, so that what an object looks like in SQL is said in one place for both.
@NullMarked
package mana.studio.ddl;

import org.jspecify.annotations.NullMarked;
