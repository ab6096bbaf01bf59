/// Releasing a stuck advisory lock by the one thing that does: ending, or cancelling, the one session a person saw, in
/// the same statement that checks it is still that session and still holds that key. Evidence before, proof after, a
/// line in the audit file before and after. Imports `connection`, `locks`, `locks.look`, `locks.verdict`,
/// `locks.watch`,
/// `settings` and `sql`.
@NullMarked
package mana.studio.locks.release;

import org.jspecify.annotations.NullMarked;
