/// What is known of a statement in the words of people, the same in the window and on the command line. Imports
/// `catalog`, `plan`, `safety`, `schema`, `sql`.
@NullMarked
package mana.studio.safety.words;

import org.jspecify.annotations.NullMarked;
