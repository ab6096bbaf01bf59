package mana.studio.diagram;

import java.util.List;
import java.util.Map;

/// Where the cards of a diagram are, and which way its edges take.
///
/// @param places the upper left corners, by the keys of the cards
/// @param routes the bends with both ends, by the keys of the edges; an edge without one finds its own way
public record Arrangement(Map<String, Point> places, Map<String, List<Point>> routes) {
    public static final Arrangement NOTHING = new Arrangement(Map.of(), Map.of());

    public Arrangement {
        places = Map.copyOf(places);
        routes = Map.copyOf(routes);
    }
}
