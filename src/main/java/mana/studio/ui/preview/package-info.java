/// The SQL of the pending changes beside the form that makes them: statements with their consequences, the safer way,
/// the way back, before and after; and the screen of all pending changes. Imports `design`, `plan`, `safety`, `ddl`,
/// `schema`, `catalog`, `statement` and `ui.kit`.
@NullMarked
package mana.studio.ui.preview;

import org.jspecify.annotations.NullMarked;
