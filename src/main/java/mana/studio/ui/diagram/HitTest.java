package mana.studio.ui.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Point;

/// Finds what is at a point: cards stand before edges.
final class HitTest {
    private HitTest() {}

    /// @param near how far from an edge still counts, in the diagram's measures
    static Hit at(Drawing drawing, Point point, double near) {
        Box spot = new Box(point.x(), point.y(), 0, 0);
        List<Card> cards = drawing.cardsIn(spot);
        if (!cards.isEmpty()) {
            // The last is painted over the others.
            Card card = cards.getLast();
            return drawing.box(card.key())
                    .map(box -> on(card, point.y() - box.y()))
                    .orElse(Hit.NOTHING);
        }
        return edge(drawing, point, near)
                .<Hit>map(edge -> new Hit.OnEdge(edge.key()))
                .orElse(Hit.NOTHING);
    }

    private static Hit on(Card card, double y) {
        if (y < Card.HEADER) {
            return new Hit.OnHeader(card.key());
        }
        int row = (int) ((y - Card.HEADER) / Card.ROW);
        if (row < card.rows().size()) {
            return new Hit.OnRow(card.key(), row);
        }
        boolean isMore = card.hidden() > 0 && row == card.rows().size();
        return isMore ? new Hit.OnHeader(card.key()) : new Hit.OnFoot(card.key());
    }

    private static Optional<Edge> edge(Drawing drawing, Point point, double near) {
        return drawing.edgesIn(new Box(point.x(), point.y(), 0, 0).grown(near)).stream()
                .filter(edge -> distance(drawing.route(edge), point) <= near)
                .min(Comparator.comparingDouble(edge -> distance(drawing.route(edge), point)));
    }

    private static double distance(List<Point> route, Point point) {
        double least = Double.MAX_VALUE;
        for (int at = 1; at < route.size(); at++) {
            Box piece = Box.between(route.get(at - 1), route.get(at));
            double dx = Math.max(0, Math.max(piece.x() - point.x(), point.x() - piece.right()));
            double dy = Math.max(0, Math.max(piece.y() - point.y(), point.y() - piece.bottom()));
            least = Math.min(least, Math.hypot(dx, dy));
        }
        return least;
    }
}
