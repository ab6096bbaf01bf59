/// The columns of the form: the grid that is edited in place, and what else a column has below it. Imports `design`,
/// `ui.design.field`, `ui.design.state` and the kit.
@NullMarked
package mana.studio.ui.design.columns;

import org.jspecify.annotations.NullMarked;
