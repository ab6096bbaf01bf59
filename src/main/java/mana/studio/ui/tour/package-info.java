/// The tour: the studio visits its own screens on the demo database and takes a picture of each, in both themes. What a
/// machine without a display gets, and what makes the screenshots of the README. Above `shell`; nothing imports it but
/// the application.
@NullMarked
package mana.studio.ui.tour;

import org.jspecify.annotations.NullMarked;
