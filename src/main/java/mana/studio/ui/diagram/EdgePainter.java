package mana.studio.ui.diagram;

import java.util.List;
import javafx.scene.paint.Color;
import mana.studio.diagram.CrowsFoot;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Point;

/// Paints foreign keys: their ways and the crow's feet at their ends.
final class EdgePainter {
    /// Below it the signs at the ends would be dots.
    private static final double SIGNS = 0.35;
    private static final double DIM = 0.25;

    private final Pen pen;
    private final Palette palette;
    private final Look look;

    EdgePainter(Pen pen, Palette palette, Look look) {
        this.pen = pen;
        this.palette = palette;
        this.look = look;
    }

    /// What stands out comes last.
    void paint(Drawing drawing, List<Edge> edges) {
        for (boolean bright : List.of(false, true)) {
            for (Edge edge : edges) {
                if (look.edges().contains(edge.key()) == bright) {
                    pen.opacity(look.dims(edge) ? DIM : 1);
                    paint(drawing, edge, bright);
                }
            }
        }
        pen.opacity(1);
    }

    private void paint(Drawing drawing, Edge edge, boolean bright) {
        List<Point> route = drawing.route(edge);
        boolean chosen = look.edge().equals(edge.key()) || isHovered(edge);
        Color color = chosen ? palette.of(Ink.ACCENT) : color(drawing, edge);
        double width = chosen || bright ? 2 : 1;
        pen.path(route, color, width, edge.mark() == Mark.REMOVED);
        if (pen.scale() >= SIGNS) {
            foot(CrowsFoot.referring(edge, route), color, width);
            foot(CrowsFoot.referred(edge, route), color, width);
        }
        if (edge.mark() != Mark.NONE && pen.scale() >= SIGNS) {
            sign(edge, route);
        }
    }

    private boolean isHovered(Edge edge) {
        return look.hover() instanceof Hit.OnEdge(String key) && key.equals(edge.key());
    }

    private Color color(Drawing drawing, Edge edge) {
        return edge.mark() == Mark.NONE
                ? drawing.card(edge.from())
                        .map(card -> palette.ofSchema(card.name().schema()))
                        .orElse(palette.of(Ink.MUTED))
                : palette.of(Ink.of(edge.mark()));
    }

    private void foot(CrowsFoot foot, Color color, double width) {
        foot.lines().forEach(line -> pen.line(line.from(), line.to(), color, width));
        foot.circle().forEach(middle -> pen.circle(middle, CrowsFoot.RADIUS, palette.of(Ink.PAPER), color, width));
    }

    /// What is pending, in the middle of the longest piece.
    private void sign(Edge edge, List<Point> route) {
        Point middle = middleOfLongest(route);
        Color color = palette.of(Ink.of(edge.mark()));
        pen.circle(middle, 8, palette.of(Ink.PAPER), color, 1);
        pen.font(Pen.Face.STRONG, 12);
        pen.text(edge.mark().sign(), middle.x() - 3.5, middle.y() + 4.5, color);
    }

    private static Point middleOfLongest(List<Point> route) {
        Point best = route.getFirst();
        double longest = -1;
        for (int at = 1; at < route.size(); at++) {
            Point one = route.get(at - 1);
            Point other = route.get(at);
            double length = Math.abs(one.x() - other.x()) + Math.abs(one.y() - other.y());
            if (length > longest) {
                longest = length;
                best = new Point((one.x() + other.x()) / 2, (one.y() + other.y()) / 2);
            }
        }
        return best;
    }
}
