/// The form of a table: its head, its columns, its keys, rules and options, as the design has them. Imports `design`,
/// `convention`, its own parts `columns`, `field` and `state`, and the kit.
@NullMarked
package mana.studio.ui.design;

import org.jspecify.annotations.NullMarked;
