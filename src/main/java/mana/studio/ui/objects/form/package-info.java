/// The forms of enums, sequences, views and schemas: each shows one thing as the design has it, and every change of it
/// goes into the design. Imports `convention`, `design`, `plan`, `schema`, `scratch`, `sql`, and the kit.
@NullMarked
package mana.studio.ui.objects.form;

import org.jspecify.annotations.NullMarked;
