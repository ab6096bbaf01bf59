package mana.studio.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Finds the way of a single edge between cards that stand where they stand: right angles, few bends, through as few
/// cards as possible.
final class Router {
    /// So long an edge leaves its card straight, so that there is room for a crow's foot.
    static final double STUB = 22;

    private static final double LANE = 6;
    private static final double THROUGH_CARD = 100_000;
    private static final double BEND = 60;
    private static final double NEAR = 8;

    private final Map<String, Box> boxes;
    private final SpatialIndex cards;

    Router(Map<String, Box> boxes, SpatialIndex cards) {
        this.boxes = boxes;
        this.cards = cards;
    }

    /// Whether a way kept from earlier still begins and ends where its edge does.
    boolean fits(Edge edge, List<Point> route) {
        return route.size() >= 2
                && isEnd(route.getFirst(), box(edge.from()), edge.fromRow())
                && isEnd(route.getLast(), box(edge.to()), edge.toRow());
    }

    private static boolean isEnd(Point point, Box box, int row) {
        boolean side = Math.abs(point.x() - box.x()) < 1 || Math.abs(point.x() - box.right()) < 1;
        return side && Math.abs(point.y() - box.y() - Card.middle(row)) < 1;
    }

    /// @param lane a small number that differs between the edges of a card, so that they don't lie on each other
    List<Point> route(Edge edge, int lane) {
        Box from = box(edge.from());
        Box to = box(edge.to());
        double startY = from.y() + Card.middle(edge.fromRow());
        double endY = to.y() + Card.middle(edge.toRow());
        double shift = lane % 4 * LANE;
        if (edge.isLoop()) {
            return loop(from, startY, endY, shift);
        }
        List<List<Point>> candidates = new ArrayList<>();
        for (boolean leaveRight : List.of(false, true)) {
            for (boolean arriveRight : List.of(true, false)) {
                Point start = new Point(leaveRight ? from.right() : from.x(), startY);
                Point end = new Point(arriveRight ? to.right() : to.x(), endY);
                double out = start.x() + (leaveRight ? STUB + shift : -STUB - shift);
                double in = end.x() + (arriveRight ? STUB + shift : -STUB - shift);
                ways(start, out, in, end, from.and(to), candidates);
            }
        }
        List<Point> best = candidates.getFirst();
        double least = Double.MAX_VALUE;
        for (List<Point> candidate : candidates) {
            double cost = cost(candidate, least);
            if (cost < least) {
                least = cost;
                best = candidate;
            }
        }
        return best;
    }

    private static List<Point> loop(Box box, double startY, double endY, double shift) {
        double out = box.right() + STUB + shift;
        double other = startY == endY ? startY - Card.ROW : endY;
        return List.of(
                new Point(box.right(), startY),
                new Point(out, startY),
                new Point(out, other),
                new Point(box.right(), other));
    }

    /// Straight over by one vertical, or around by a horizontal above, below or between.
    private void ways(Point start, double out, double in, Point end, Box both, List<List<Point>> ways) {
        boolean leftward = out < start.x();
        boolean fromLeft = in < end.x();
        for (double x : List.of(out, in, (out + in) / 2)) {
            boolean leaves = leftward ? x <= out : x >= out;
            boolean arrives = fromLeft ? x <= in : x >= in;
            if (leaves && arrives) {
                ways.add(tidy(List.of(start, new Point(x, start.y()), new Point(x, end.y()), end)));
            }
        }
        double middle = (start.y() + end.y()) / 2;
        for (double y : List.of(middle, both.y() - STUB, both.bottom() + STUB)) {
            ways.add(tidy(List.of(
                    start,
                    new Point(out, start.y()),
                    new Point(out, y),
                    new Point(in, y),
                    new Point(in, end.y()),
                    end)));
        }
    }

    /// Without points that are no bends.
    private static List<Point> tidy(List<Point> points) {
        List<Point> kept = new ArrayList<>();
        for (Point point : points) {
            if (!kept.isEmpty() && kept.getLast().equals(point)) {
                continue;
            }
            if (kept.size() >= 2 && isStraight(kept.get(kept.size() - 2), kept.getLast(), point)) {
                kept.removeLast();
            }
            kept.add(point);
        }
        return kept;
    }

    private static boolean isStraight(Point one, Point two, Point three) {
        return one.x() == two.x() && two.x() == three.x() || one.y() == two.y() && two.y() == three.y();
    }

    /// @param enough from where on nobody needs to know
    private double cost(List<Point> points, double enough) {
        double cost = BEND * points.size();
        for (int at = 1; at < points.size(); at++) {
            Box line = Box.between(points.get(at - 1), points.get(at));
            cost += line.width() + line.height();
        }
        for (int at = 1; at < points.size() && cost < enough; at++) {
            boolean isEnd = at == 1 || at == points.size() - 1;
            Box line = Box.between(points.get(at - 1), points.get(at)).grown(isEnd ? -1 : NEAR);
            cost += THROUGH_CARD
                    * (isEnd ? crossedByEnd(points, at) : cards.meeting(line).size());
        }
        return cost;
    }

    /// The first and the last piece touch a card of their own: what counts is what else they meet.
    private int crossedByEnd(List<Point> points, int at) {
        Point one = points.get(at - 1);
        Point other = points.get(at);
        double inset = Math.signum(other.x() - one.x());
        boolean first = at == 1;
        boolean last = at == points.size() - 1;
        Point begin = first ? new Point(one.x() + inset, one.y()) : one;
        Point end = last ? new Point(other.x() - inset, other.y()) : other;
        return cards.meeting(Box.between(begin, end)).size();
    }

    private Box box(String card) {
        return Objects.requireNonNull(boxes.get(card));
    }
}
