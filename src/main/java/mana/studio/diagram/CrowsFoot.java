package mana.studio.diagram;

import java.util.ArrayList;
import java.util.List;

/// The signs at the ends of an edge: how many rows of one table belong to one of the other.
///
/// @param lines  each from a point to a point
/// @param circle the middle of the circle that says "or none"; empty for none
public record CrowsFoot(List<Line> lines, List<Point> circle) {
    /// How far the signs reach from the card.
    public static final double LENGTH = 11;

    public static final double RADIUS = 3.5;
    private static final double SPREAD = 5;
    private static final double BAR = 5;

    public CrowsFoot {
        lines = List.copyOf(lines);
        circle = List.copyOf(circle);
    }

    public record Line(Point from, Point to) {}

    /// At the side that refers: many or one, always perhaps none.
    public static CrowsFoot referring(Edge edge, List<Point> route) {
        Point end = route.getFirst();
        double out = Math.signum(route.get(1).x() - end.x());
        return of(end, out, edge.many(), true);
    }

    /// At the side that is referred to: one, or perhaps none.
    public static CrowsFoot referred(Edge edge, List<Point> route) {
        Point end = route.getLast();
        double out = Math.signum(route.get(route.size() - 2).x() - end.x());
        return of(end, out, false, edge.optional());
    }

    private static CrowsFoot of(Point end, double out, boolean many, boolean perhapsNone) {
        double direction = out == 0 ? 1 : out;
        double tip = end.x() + direction * LENGTH;
        List<Line> lines = new ArrayList<>();
        if (many) {
            lines.add(line(tip, end.y(), end.x(), end.y() - SPREAD));
            lines.add(line(tip, end.y(), end.x(), end.y() + SPREAD));
        } else {
            double bar = end.x() + direction * (LENGTH - 4);
            lines.add(line(bar, end.y() - BAR, bar, end.y() + BAR));
        }
        if (perhapsNone) {
            return new CrowsFoot(lines, List.of(new Point(tip + direction * RADIUS, end.y())));
        }
        if (!many) {
            double second = end.x() + direction * LENGTH;
            lines.add(line(second, end.y() - BAR, second, end.y() + BAR));
        }
        return new CrowsFoot(lines, List.of());
    }

    private static Line line(double x1, double y1, double x2, double y2) {
        return new Line(new Point(x1, y1), new Point(x2, y2));
    }
}
