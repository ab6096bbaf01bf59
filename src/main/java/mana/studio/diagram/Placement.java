package mana.studio.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Puts cards that are new beside what they refer to, without moving others.
public final class Placement {
    private static final double GAP = 40;
    private static final double APART = 100;
    private static final int RINGS = 40;

    private final DiagramGraph graph;
    private final Map<String, Box> placed = new LinkedHashMap<>();

    private Placement(DiagramGraph graph, Arrangement known) {
        this.graph = graph;
        graph.cards().forEach((key, card) -> {
            Point place = known.places().get(key);
            if (place != null) {
                placed.put(key, card.size().at(place));
            }
        });
    }

    /// Whether so much is known already that the rest can be put beside it.
    public static boolean isEnough(DiagramGraph graph, Arrangement known) {
        long there = graph.cards().keySet().stream()
                .filter(known.places()::containsKey)
                .count();
        return there > 0 && there * 2 >= graph.cards().size();
    }

    /// Every card of a graph with a place; those of the known ones stay.
    public static Arrangement complete(DiagramGraph graph, Arrangement known) {
        Placement placement = new Placement(graph, known);
        graph.cards().forEach((key, card) -> {
            if (!placement.placed.containsKey(key)) {
                placement.placed.put(key, placement.find(key, card));
            }
        });
        Map<String, Point> places = new HashMap<>();
        placement.placed.forEach((key, box) -> places.put(key, new Point(box.x(), box.y())));
        return new Arrangement(places, known.routes());
    }

    private Box find(String key, Card card) {
        List<Box> near = neighbours(key);
        if (near.isEmpty()) {
            near = placed.entrySet().stream()
                    .filter(entry -> Objects.requireNonNull(graph.cards().get(entry.getKey()))
                            .name()
                            .schema()
                            .equals(card.name().schema()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
        Box anchor = Box.around(near.isEmpty() ? placed.values() : near.subList(0, 1));
        return free(card.size(), anchor);
    }

    /// Those that it refers to first.
    private List<Box> neighbours(String key) {
        List<Box> found = new ArrayList<>();
        graph.edges().stream()
                .filter(edge -> edge.from().equals(key) && placed.containsKey(edge.to()))
                .forEach(edge -> found.add(Objects.requireNonNull(placed.get(edge.to()))));
        graph.edges().stream()
                .filter(edge -> edge.to().equals(key) && placed.containsKey(edge.from()))
                .forEach(edge -> found.add(Objects.requireNonNull(placed.get(edge.from()))));
        return found;
    }

    /// The first free place around an anchor: to the right, below, to the left, above, further and further.
    private Box free(Box size, Box anchor) {
        SpatialIndex taken = new SpatialIndex(placed);
        for (int ring = 0; ring < RINGS; ring++) {
            double step = ring * (size.height() + GAP) / 2;
            List<Point> corners = List.of(
                    new Point(anchor.right() + APART, anchor.y() + step),
                    new Point(anchor.right() + APART, anchor.y() - step),
                    new Point(anchor.x() + step, anchor.bottom() + GAP),
                    new Point(anchor.x() - APART - size.width(), anchor.y() + step),
                    new Point(anchor.x() + step, anchor.y() - GAP - size.height()),
                    new Point(anchor.right() + APART + step, anchor.y()));
            for (Point corner : corners) {
                Box box = size.at(new Point(Math.rint(corner.x()), Math.rint(corner.y())));
                if (taken.meeting(box.grown(GAP / 2)).isEmpty()) {
                    return box;
                }
            }
        }
        Box all = Box.around(placed.values());
        return size.at(new Point(all.x(), all.bottom() + GAP));
    }
}
