/// What the studio writes about itself: one log file in the user's state folder, with passwords masked. The other
/// packages know SLF4J only. Imports `settings`.
@NullMarked
package mana.studio.logging;

import org.jspecify.annotations.NullMarked;
