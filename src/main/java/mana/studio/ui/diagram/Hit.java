package mana.studio.ui.diagram;

/// What is at a point of a diagram.
sealed interface Hit {
    record Nothing() implements Hit {}

    record OnHeader(String card) implements Hit {}

    /// @param row counted from 0
    record OnRow(String card, int row) implements Hit {}

    /// Where a column is added.
    record OnFoot(String card) implements Hit {}

    record OnEdge(String edge) implements Hit {}

    Hit NOTHING = new Nothing();

    /// The card it belongs to; empty for none.
    default String card() {
        return switch (this) {
            case OnHeader(String card) -> card;
            case OnRow(String card, int _) -> card;
            case OnFoot(String card) -> card;
            case OnEdge _, Nothing _ -> "";
        };
    }
}
