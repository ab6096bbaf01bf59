package mana.studio.locks.verdict;

import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;

/// What earlier looks showed of those that still hold something.
public final class Samples {
    /// Remembers a look. Each is added once, in their order, before it is judged.
    public void add(Board board, Capabilities capabilities) {}
}
