package mana.studio.ui.diagram;

import java.util.List;
import java.util.Optional;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;

/// A diagram in words, for those who hear it.
final class Speech {
    private Speech() {}

    /// What is chosen, and what it is connected with.
    static String of(Drawing drawing, Selection selection) {
        Optional<Edge> edge = drawing.edge(selection.edge());
        if (edge.isPresent()) {
            return "foreign key " + edge.get().words();
        }
        return drawing.card(selection.card())
                .map(card -> card.words() + neighbours(drawing, card))
                .orElseGet(() -> whole(drawing));
    }

    private static String whole(Drawing drawing) {
        int count = drawing.graph().cards().size();
        return "diagram of " + count + (count == 1 ? " table" : " tables") + ", none selected";
    }

    private static String neighbours(Drawing drawing, Card card) {
        List<Edge> edges = drawing.edgesOf(card.key());
        String to = names(
                drawing,
                edges.stream()
                        .filter(edge -> edge.from().equals(card.key()))
                        .map(Edge::to)
                        .toList());
        String from = names(
                drawing,
                edges.stream()
                        .filter(edge -> edge.to().equals(card.key()))
                        .map(Edge::from)
                        .toList());
        return (to.isEmpty() ? "" : ", refers to " + to) + (from.isEmpty() ? "" : ", referenced by " + from);
    }

    private static String names(Drawing drawing, List<String> cards) {
        return String.join(
                ", ",
                cards.stream()
                        .distinct()
                        .flatMap(key -> drawing.card(key).stream())
                        .map(card -> card.name().toString())
                        .toList());
    }
}
