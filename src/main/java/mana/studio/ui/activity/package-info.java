/// The sessions of the server: who does what, for how long, who waits for whom, and ending one of them. Imports
/// `ui.kit`, `connection`, `locks` and what is below it and `settings`.
@NullMarked
package mana.studio.ui.activity;

import org.jspecify.annotations.NullMarked;
