/// The words: what a PostgreSQL database consists of, as immutable records. No I/O, no SQL text, no other package.
///
/// A model is a value: two models are equal when their content is. What an object *is* across a rename is its
/// {@link mana.studio.schema.Identity}, which takes no part in equality.
@NullMarked
package mana.studio.schema;

import org.jspecify.annotations.NullMarked;
