package mana.studio.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Packs rectangles into a strip of a given width: each goes where it stands highest, leftmost among equals.
final class Skyline {
    private final double width;
    private final List<Step> steps = new ArrayList<>();

    /// A piece of the lower rim of what is packed already.
    private record Step(double x, double width, double bottom) {
        double right() {
            return x + width;
        }
    }

    Skyline(double width) {
        this.width = width;
        steps.add(new Step(0, width, 0));
    }

    /// Puts a rectangle.
    ///
    /// @return its upper left corner
    Point add(double itsWidth, double itsHeight) {
        double bestX = 0;
        double bestY = Double.MAX_VALUE;
        for (Step step : steps) {
            double y = step.x() + itsWidth <= width ? top(step.x(), itsWidth) : Double.MAX_VALUE;
            if (y < bestY) {
                bestX = step.x();
                bestY = y;
            }
        }
        if (bestY == Double.MAX_VALUE) {
            // Wider than the strip: below everything.
            bestY = top(0, width);
        }
        cover(bestX, itsWidth, bestY + itsHeight);
        return new Point(bestX, bestY);
    }

    private double top(double x, double itsWidth) {
        return steps.stream()
                .filter(step -> step.x() < x + itsWidth && step.right() > x)
                .mapToDouble(Step::bottom)
                .max()
                .orElse(0);
    }

    private void cover(double x, double itsWidth, double bottom) {
        List<Step> next = new ArrayList<>();
        double right = x + itsWidth;
        for (Step step : steps) {
            if (step.right() <= x || step.x() >= right) {
                next.add(step);
                continue;
            }
            if (step.x() < x) {
                next.add(new Step(step.x(), x - step.x(), step.bottom()));
            }
            if (step.right() > right) {
                next.add(new Step(right, step.right() - right, step.bottom()));
            }
        }
        next.add(new Step(x, itsWidth, bottom));
        next.sort(Comparator.comparingDouble(Step::x));
        steps.clear();
        steps.addAll(next);
    }
}
