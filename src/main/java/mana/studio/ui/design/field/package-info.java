/// The fields of the form: each shows one value of the design and changes it, keeps caret and focus while the design
/// changes around it, and says below itself what is wrong and what it was. Imports `design`, `ui.design.state` and the
/// kit.
@NullMarked
package mana.studio.ui.design.field;

import org.jspecify.annotations.NullMarked;
