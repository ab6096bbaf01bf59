/// Questions to a real database before a change runs: will it fail, what will it lose. Nothing is written.
@NullMarked
package mana.studio.safety.preflight;

import org.jspecify.annotations.NullMarked;
