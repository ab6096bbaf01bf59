package mana.studio.rows;

import java.util.List;

/// Where rows are: the keys of every so many rows, from which any position is near.
///
/// @param step  rows from one key to the next
/// @param keys  of the rows at 0, step, 2 × step …; without the first, whose place needs no key
/// @param exact the rows are where they were when the keys were read; otherwise the positions are estimated
record Anchors(double step, List<List<Cell>> keys, boolean exact) {
    static final Anchors NONE = new Anchors(1, List.of(), false);

    Anchors {
        keys = List.copyOf(keys);
    }

    /// A row and its position.
    ///
    /// @param key empty for the start
    record Anchor(long position, List<Cell> key) {}

    /// The nearest one that does not come after a position.
    Anchor before(long position) {
        int index = (int) Math.min(Math.floor(position / step), keys.size());
        return index == 0 ? new Anchor(0, List.of()) : new Anchor(Math.round(index * step), keys.get(index - 1));
    }
}
