package mana.studio.locks.release;

import mana.studio.locks.Board;
import mana.studio.locks.watch.Sight;

/// What the fresh look before an act found.
public sealed interface Finding {
    /// It is there: this is what a person should know.
    record Ready(Evidence evidence) implements Finding {}

    /// It is not what was seen any more: nothing is to be done, look again.
    record Changed(Outcome.Missed missed, Board board) implements Finding {}

    /// The server could not be looked at.
    record Failed(Sight.Trouble trouble) implements Finding {}
}
