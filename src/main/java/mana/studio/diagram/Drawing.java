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
    private final Map<String, Box> boxes;
    private final Map<String, List<Point>> routes = new LinkedHashMap<>();
    private final Map<String, Edge> edges;
    private final Map<String, List<Edge>> touching;
    private final SpatialIndex cardIndex;
    private final SpatialIndex edgeIndex;
    private final Box bounds;

    /// @param arrangement must have a place for every card
    public Drawing(DiagramGraph graph, Arrangement arrangement) {
        this(graph, placed(graph, arrangement), byKey(graph), touching(graph), arrangement.routes());
    }

    private Drawing(
            DiagramGraph graph,
            Map<String, Box> boxes,
            Map<String, Edge> edges,
            Map<String, List<Edge>> touching,
            Map<String, List<Point>> known) {
        this.graph = graph;
        this.boxes = boxes;
        this.edges = edges;
        this.touching = touching;
        cardIndex = new SpatialIndex(boxes);
        Router router = new Router(boxes, cardIndex);
        Map<String, Box> around = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            List<Point> kept = known.getOrDefault(edge.key(), List.of());
            List<Point> route = router.fits(edge, kept) ? kept : router.route(edge, lane(edge));
            routes.put(edge.key(), route);
            around.put(edge.key(), bounds(route));
        }
        edgeIndex = new SpatialIndex(around);
        List<Box> all = new ArrayList<>(boxes.values());
        all.addAll(around.values());
        bounds = Box.around(all);
    }

    private static Map<String, Box> placed(DiagramGraph graph, Arrangement arrangement) {
        Map<String, Box> placed = new LinkedHashMap<>();
        graph.sizes()
                .forEach((key, size) -> placed.put(
                        key, size.at(Objects.requireNonNull(arrangement.places().get(key), key))));
        return placed;
    }

    private static Map<String, Edge> byKey(DiagramGraph graph) {
        Map<String, Edge> edges = new LinkedHashMap<>();
        graph.edges().forEach(edge -> edges.put(edge.key(), edge));
        return edges;
    }

    private static Map<String, List<Edge>> touching(DiagramGraph graph) {
        Map<String, List<Edge>> touching = new HashMap<>();
        for (Edge edge : graph.edges()) {
            touching.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
            if (!edge.isLoop()) {
                touching.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
            }
        }
        return touching;
    }

    /// Edges of one card take different ways.
    private int lane(Edge edge) {
        return edgesOf(edge.from()).indexOf(edge);
    }

    private static Box bounds(List<Point> route) {
        return Box.around(
                route.stream().map(point -> new Box(point.x(), point.y(), 0, 0)).toList());
    }

    /// The same with a card elsewhere; only its own edges find new ways.
    public Drawing moved(String card, Point place) {
        Map<String, Box> others = new LinkedHashMap<>(boxes);
        others.computeIfPresent(card, (_, box) -> box.at(place));
        Map<String, List<Point>> known = new HashMap<>(routes);
        edgesOf(card).forEach(edge -> known.remove(edge.key()));
        return new Drawing(graph, others, edges, touching, known);
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
}
