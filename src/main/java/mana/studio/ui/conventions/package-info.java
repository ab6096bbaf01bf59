/// Where the database, as it is designed, breaks the house rules: all findings, what to do about each, and which rules
/// are looked after. Imports `convention`, `design`, `schema`, `sql` and `ui.kit`.
@NullMarked
package mana.studio.ui.conventions;

import org.jspecify.annotations.NullMarked;
