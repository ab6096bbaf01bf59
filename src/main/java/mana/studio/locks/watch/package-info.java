/// Looking again and again: two connections of its own beside the pool, opened before the bad day; a pace that backs
/// off
/// by itself and never piles up; the last good look kept with its age when the server does not answer. Imports
/// `connection`, `locks`, `locks.look`, `locks.names` and `locks.verdict`.
@NullMarked
package mana.studio.locks.watch;

import org.jspecify.annotations.NullMarked;
