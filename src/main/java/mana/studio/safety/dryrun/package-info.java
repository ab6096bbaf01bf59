/// The dry run: statements are executed, what they do is looked at, and then they are undone.
@NullMarked
package mana.studio.safety.dryrun;

import org.jspecify.annotations.NullMarked;
