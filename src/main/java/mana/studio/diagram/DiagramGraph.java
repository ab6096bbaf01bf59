package mana.studio.diagram;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;

/// The cards and edges of a diagram, without their places.
///
/// @param cards by their keys, in the order of their names
/// @param edges those whose cards are both there
public record DiagramGraph(SequencedMap<String, Card> cards, List<Edge> edges) {
    public static final DiagramGraph EMPTY = new DiagramGraph(new LinkedHashMap<>(), List.of());

    public DiagramGraph {
        cards = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(cards));
        edges = List.copyOf(edges);
    }

    /// What a scope shows of a design, with what is pending marked.
    ///
    /// @param base what the design began with: what it lacks by now is shown as removed
    public static DiagramGraph of(Database base, Database design, Scope scope) {
        return new GraphBuilder(base, design).build(scope);
    }

    public boolean isEmpty() {
        return cards.isEmpty();
    }

    /// The schemas of the cards, by name.
    public Set<String> schemas() {
        return cards.values().stream().map(card -> card.name().schema()).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The edges that begin or end at a card.
    public List<Edge> edgesOf(String card) {
        return edges.stream().filter(edge -> edge.touches(card)).toList();
    }

    /// The marks that occur, for a legend.
    public Set<Mark> marks() {
        Set<Mark> marks = cards.values().stream()
                .flatMap(card -> Stream.concat(
                        Stream.of(card.mark()), card.rows().stream().map(Row::mark)))
                .collect(Collectors.toCollection(TreeSet::new));
        edges.forEach(edge -> marks.add(edge.mark()));
        marks.remove(Mark.NONE);
        return marks;
    }

    /// The card of a table of that name, if it is shown.
    public Optional<Card> card(QualifiedName name) {
        return cards.values().stream().filter(card -> card.name().equals(name)).findFirst();
    }

    /// How large the cards are, by their keys.
    Map<String, Box> sizes() {
        Map<String, Box> sizes = new LinkedHashMap<>();
        cards.forEach((key, card) -> sizes.put(key, card.size()));
        return sizes;
    }
}
