package mana.studio.ui.data;

import mana.studio.ui.kit.Amounts;

/// Numbers of things, for people.
final class Counts {
    private Counts() {}

    /// `1 row`, `20,000 rows`.
    static String of(long count, String thing) {
        return Amounts.exact(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
