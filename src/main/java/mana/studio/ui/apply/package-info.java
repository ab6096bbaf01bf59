/// Trying and applying the pending changes, and what was left unfinished. {@link mana.studio.ui.apply.ApplyScreens}
/// makes the views. Imports `apply`, `connection`, `ddl`, `plan`, `safety`, `schema`, `scratch`, `settings`, `ui.kit`.
@NullMarked
package mana.studio.ui.apply;

import org.jspecify.annotations.NullMarked;
