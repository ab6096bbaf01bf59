/// Drizzle's TypeScript: an object's tab, the side of the preview that shows what changes in the code, and the patch of
/// a
/// project's schema files. Imports `drizzle`, `design`, `schema`, `settings`, `ui.kit`.
@NullMarked
package mana.studio.ui.typescript;

import org.jspecify.annotations.NullMarked;
