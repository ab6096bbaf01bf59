package mana.studio.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Puts parts that are laid out by themselves beside each other, so that together they are about as wide as a screen.
final class Packing {
    private static final double GAP = 90;
    private static final double SHAPE = 1.6;

    private Packing() {}

    /// @param arrangement in places of its own
    record Part(Arrangement arrangement) {
        Box bounds(Map<String, Box> sizes) {
            List<Box> boxes = new ArrayList<>();
            arrangement
                    .places()
                    .forEach((card, place) ->
                            boxes.add(Objects.requireNonNull(sizes.get(card)).at(place)));
            arrangement
                    .routes()
                    .values()
                    .forEach(points -> points.forEach(point -> boxes.add(new Box(point.x(), point.y(), 0, 0))));
            return Box.around(boxes);
        }
    }

    private record Sized(Part part, Box bounds) {}

    /// The highest first, each as far up as it goes; the order of equals stays.
    static Arrangement pack(List<Part> parts, Map<String, Box> sizes) {
        List<Sized> open = new ArrayList<>(
                parts.stream().map(part -> new Sized(part, part.bounds(sizes))).toList());
        open.sort(Comparator.comparingDouble(part -> -part.bounds().height()));
        double area = open.stream()
                .mapToDouble(
                        part -> (part.bounds().width() + GAP) * (part.bounds().height() + GAP))
                .sum();
        double widest =
                open.stream().mapToDouble(part -> part.bounds().width()).max().orElse(0);
        Skyline skyline = new Skyline(Math.max(widest + GAP, Math.sqrt(area * SHAPE)));
        Map<String, Point> places = new HashMap<>();
        Map<String, List<Point>> routes = new HashMap<>();
        for (Sized sized : open) {
            Point corner =
                    skyline.add(sized.bounds().width() + GAP, sized.bounds().height() + GAP);
            double dx = Math.rint(corner.x() - sized.bounds().x());
            double dy = Math.rint(corner.y() - sized.bounds().y());
            put(sized, dx, dy, places, routes);
        }
        return new Arrangement(places, routes);
    }

    private static void put(
            Sized sized, double dx, double dy, Map<String, Point> places, Map<String, List<Point>> routes) {
        Arrangement own = sized.part().arrangement();
        own.places().forEach((card, place) -> places.put(card, new Point(place.x() + dx, place.y() + dy)));
        own.routes()
                .forEach((edge, points) -> routes.put(
                        edge,
                        points.stream()
                                .map(point -> new Point(point.x() + dx, point.y() + dy))
                                .toList()));
    }
}
