/// Looking again and again: a pace that backs off by itself and never piles up, on sessions that were opened before the
/// bad day; the last good look kept with its age when the server does not answer; each trouble with its own words and
/// its own way out. {@link mana.studio.locks.watch.Watching} starts one thread. Imports `connection`, `locks`,
/// `locks.look` and `locks.verdict`.
@NullMarked
package mana.studio.locks.watch;

import org.jspecify.annotations.NullMarked;
