package mana.studio.diagram;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A diagram ready to be drawn: every card has its rectangle, every edge its way, and both are found by place. Never
/// changes.
public final class Drawing {
    public static final Drawing EMPTY = new Drawing(DiagramGraph.EMPTY, Arrangement.NOTHING);

    private final DiagramGraph graph;
    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, List<Point>> routes = new LinkedHashMap<>();
    private final Map<String, Edge> edges = new LinkedHashMap<>();
    private final Map<String, List<Edge>> touching = new HashMap<>();
    private final SpatialIndex cardIndex;
    private final SpatialIndex edgeIndex;
    private final Box bounds;

    /// @param arrangement must have a place for every card
    public Drawing(DiagramGraph graph, Arrangement arrangement) {
        this.graph = graph;
        graph.cards().forEach((key, card) -> boxes.put(
                key, card.size().at(Objects.requireNonNull(arrangement.places().get(key), key))));
        cardIndex = new SpatialIndex(boxes);
        Router router = new Router(boxes, cardIndex);
        Map<String, Box> around = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            List<Edge> others = touching.computeIfAbsent(edge.from(), _ -> new ArrayList<>());
            List<Point> kept = arrangement.routes().getOrDefault(edge.key(), List.of());
            List<Point> route = router.fits(edge, kept) ? kept : router.route(edge, others.size());
            edges.put(edge.key(), edge);
            routes.put(edge.key(), route);
            others.add(edge);
            if (!edge.isLoop()) {
                touching.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
            }
            around.put(edge.key(), bounds(route));
        }
        edgeIndex = new SpatialIndex(around);
        bounds = graph.isEmpty() ? Box.NOTHING : Box.around(boxes.values()).and(aroundOr(around, boxes));
    }

    private static Box aroundOr(Map<String, Box> edges, Map<String, Box> cards) {
        return edges.isEmpty() ? cards.values().iterator().next() : Box.around(edges.values());
    }

    private static Box bounds(List<Point> route) {
        return route.stream().map(point -> new Box(point.x(), point.y(), 0, 0)).reduce(Box::and).orElse(Box.NOTHING);
    }

    public DiagramGraph graph() {
        return graph;
    }

    /// The least that holds everything.
    public Box bounds() {
        return bounds;
    }

    public Optional<Card> card(String key) {
        return Optional.ofNullable(graph.cards().get(key));
    }

    public Optional<Edge> edge(String key) {
        return Optional.ofNullable(edges.get(key));
    }

    public Optional<Box> box(String card) {
        return Optional.ofNullable(boxes.get(card));
    }

    /// The rectangles of the cards, by their keys.
    public Map<String, Box> boxes() {
        return Collections.unmodifiableMap(boxes);
    }

    /// From the side that refers to the side that is referred to.
    public List<Point> route(Edge edge) {
        return routes.getOrDefault(edge.key(), List.of());
    }

    /// The edges that begin or end at a card.
    public List<Edge> edgesOf(String card) {
        return touching.getOrDefault(card, List.of());
    }

    /// The cards of which a part lies in an area.
    public List<Card> cardsIn(Box area) {
        return cardIndex.meeting(area).stream()
                .map(key -> Objects.requireNonNull(graph.cards().get(key)))
                .toList();
    }

    /// The edges that may have a part in an area.
    public List<Edge> edgesIn(Box area) {
        return edgeIndex.meeting(area).stream()
                .map(key -> Objects.requireNonNull(edges.get(key)))
                .toList();
    }

    /// What is here, to be kept.
    public Arrangement arrangement() {
        Map<String, Point> places = new HashMap<>();
        boxes.forEach((key, box) -> places.put(key, new Point(box.x(), box.y())));
        return new Arrangement(places, routes);
    }
}
