package mana.studio.ui.diagram;

/// What is chosen in a diagram.
sealed interface Selection {
    Selection NONE = new Nothing();

    record Nothing() implements Selection {}

    record OfCard(String card) implements Selection {}

    /// @param card from which the edge was reached; the edge stays within its light
    record OfEdge(String card, String edge) implements Selection {}

    /// The card that is chosen, or that the chosen edge belongs to; empty for none.
    default String card() {
        return switch (this) {
            case OfCard(String card) -> card;
            case OfEdge(String card, String _) -> card;
            case Nothing() -> "";
        };
    }

    default String edge() {
        return this instanceof OfEdge(String _, String edge) ? edge : "";
    }
}
