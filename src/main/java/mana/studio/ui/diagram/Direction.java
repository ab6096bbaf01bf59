package mana.studio.ui.diagram;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import mana.studio.diagram.Box;
import mana.studio.diagram.Drawing;

/// The ways from a card to the next.
enum Direction {
    LEFT,
    RIGHT,
    UP,
    DOWN;

    /// The card that lies next in this direction; straight ahead counts as nearer.
    Optional<String> next(Drawing drawing, String from) {
        return drawing.box(from)
                .flatMap(here -> drawing.boxes().entrySet().stream()
                        .filter(entry -> !entry.getKey().equals(from) && along(here, entry.getValue()) > 1)
                        .min(Comparator.comparingDouble((Map.Entry<String, Box> entry) ->
                                        along(here, entry.getValue()) + 2.5 * aside(here, entry.getValue()))
                                .thenComparing(Map.Entry::getKey))
                        .map(Map.Entry::getKey));
    }

    /// From side to side where they are apart, so that a long card is no farther than a short one.
    private double along(Box from, Box to) {
        return switch (this) {
            case LEFT -> ahead(from.x() - to.right(), from.centerX() - to.centerX());
            case RIGHT -> ahead(to.x() - from.right(), to.centerX() - from.centerX());
            case UP -> ahead(from.y() - to.bottom(), from.centerY() - to.centerY());
            case DOWN -> ahead(to.y() - from.bottom(), to.centerY() - from.centerY());
        };
    }

    private static double ahead(double gap, double middles) {
        return middles > 1 && gap > -20 ? Math.max(gap, 2) : -1;
    }

    private double aside(Box from, Box to) {
        return switch (this) {
            case LEFT, RIGHT -> gap(from.y(), from.bottom(), to.y(), to.bottom());
            case UP, DOWN -> gap(from.x(), from.right(), to.x(), to.right());
        };
    }

    private static double gap(double low, double high, double otherLow, double otherHigh) {
        return Math.max(0, Math.max(otherLow - high, low - otherHigh));
    }
}
