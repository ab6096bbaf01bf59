/// Looking at the server's advisory locks: what this role may see and do ({@link mana.studio.locks.look.Capabilities}),
/// and one reading of all that hold, await, block and suffer ({@link mana.studio.locks.look.Looker}). It works on a
/// connection of its own that was opened before the bad day. Changes nothing. Imports `locks` and `connection`.
@NullMarked
package mana.studio.locks.look;

import org.jspecify.annotations.NullMarked;
