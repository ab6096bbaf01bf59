/// Reads pg_catalog into a {@link mana.studio.schema.Database}; writes nothing. Imports `connection`, `schema`,
/// `settings`,
/// `sql`.
@NullMarked
package mana.studio.catalog;

import org.jspecify.annotations.NullMarked;
