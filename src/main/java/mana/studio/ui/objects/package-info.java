/// Everything in a design that is not the form of a table: creating, renaming, moving, dropping and copying objects,
/// and the templates for new tables; the forms are in `form`. Imports `convention`, `design`, `schema`, `settings`,
/// `sql`, its own part `form`, and the kit.
@NullMarked
package mana.studio.ui.objects;

import org.jspecify.annotations.NullMarked;
