/// All sessions of a server: what each does, for how long, whom it keeps waiting; and ending or cancelling one of them
/// with the care that a release takes. Imports `connection`, `locks`, `locks.look` and `locks.release`.
@NullMarked
package mana.studio.locks.activity;

import org.jspecify.annotations.NullMarked;
