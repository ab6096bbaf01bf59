package mana.studio.ui.data;

/// How many rows a query has.
///
/// @param exact counted, or seen from end to end; otherwise the server's estimate
record Total(long rows, boolean exact) {
    /// For people: `≈ 200,000 rows`.
    String words() {
        return (exact ? "" : "≈ ") + Counts.of(rows, "row");
    }
}
