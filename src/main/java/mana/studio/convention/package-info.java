/// The house rules. So far: which service owns which schema. Imports `schema` and `settings`.
@NullMarked
package mana.studio.convention;

import org.jspecify.annotations.NullMarked;
