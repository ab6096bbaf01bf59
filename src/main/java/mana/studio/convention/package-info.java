/// The house rules: what one is, what breaks it, where it is switched off or granted, and which service owns which
/// schema.
/// The rules themselves are in {@link mana.studio.convention.rule}. Imports `design`, `schema`, `settings`.
@NullMarked
package mana.studio.convention;

import org.jspecify.annotations.NullMarked;
