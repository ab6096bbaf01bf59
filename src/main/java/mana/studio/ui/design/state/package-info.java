/// What the form of a table shows and does, without a window: the table as the design has it beside the one it came
/// from, its parts, typing that can be taken back, and what can be proposed. Imports `design`, `plan`, `schema`, `sql`
/// and the kit.
@NullMarked
package mana.studio.ui.design.state;

import org.jspecify.annotations.NullMarked;
