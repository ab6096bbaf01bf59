/// Releasing a stuck advisory lock by the one thing that does: ending, or cancelling, the one session a person saw, in
/// the same statement that checks it is still that session and still holds that key. Evidence before, proof after, a
/// line in the audit file before and after. Imports `connection`, `locks`, `locks.look`, `locks.watch`, `settings` and
/// `sql`.
///
/// {@snippet :
/// Aim ──find──► Finding.Ready(Evidence) ──a person──► Order ──carryOut──► Report(Outcome(Proof), Aftermath)
///      └──────► Finding.Changed: it is not what was seen
/// }
@NullMarked
package mana.studio.locks.release;

import org.jspecify.annotations.NullMarked;
