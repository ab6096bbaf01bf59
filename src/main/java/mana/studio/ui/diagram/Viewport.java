package mana.studio.ui.diagram;

import mana.studio.diagram.Box;
import mana.studio.diagram.Point;

/// The part of a diagram that is seen.
///
/// @param x      what is at its left side
/// @param y      what is at its upper side
/// @param width  on the screen
/// @param height on the screen
/// @param level  how near, in steps of which eight make it twice as large; 0 is 100 %
record Viewport(double x, double y, double width, double height, int level) {
    static final int FARTHEST = -44;
    static final int NEAREST = 12;
    static final double STEPS = 8;
    private static final double MARGIN = 32;

    /// Text is drawn at few sizes only, so that its shapes need not be made anew at every turn of a wheel.
    double scale() {
        return Math.pow(2, level / STEPS);
    }

    double toScreenX(double worldX) {
        return (worldX - x) * scale();
    }

    double toScreenY(double worldY) {
        return (worldY - y) * scale();
    }

    Point toWorld(double screenX, double screenY) {
        return new Point(x + screenX / scale(), y + screenY / scale());
    }

    /// What is seen, in the diagram's measures.
    Box seen() {
        return new Box(x, y, width / scale(), height / scale());
    }

    Viewport sized(double otherWidth, double otherHeight) {
        return new Viewport(x, y, otherWidth, otherHeight, level);
    }

    /// Moves what is seen by a way on the screen.
    Viewport panned(double dx, double dy) {
        return new Viewport(x - dx / scale(), y - dy / scale(), width, height, level);
    }

    /// Nearer or farther, with one point of the screen staying where it is.
    Viewport zoomed(int otherLevel, double screenX, double screenY) {
        int bounded = Math.clamp(otherLevel, FARTHEST, NEAREST);
        Point fixed = toWorld(screenX, screenY);
        double scale = Math.pow(2, bounded / STEPS);
        return new Viewport(fixed.x() - screenX / scale, fixed.y() - screenY / scale, width, height, bounded);
    }

    /// The whole of something, as near as possible but no nearer than 100 %.
    Viewport fitting(Box what) {
        return fitting(what, new Box(0, 0, width, height));
    }

    /// The whole of something in a part of the screen.
    Viewport fitting(Box what, Box part) {
        double scale = Math.min(
                (part.width() - 2 * MARGIN) / Math.max(1, what.width()),
                (part.height() - 2 * MARGIN) / Math.max(1, what.height()));
        int fitting = (int) Math.floor(Math.log(Math.max(scale, 1e-6)) / Math.log(2) * STEPS);
        Viewport near = new Viewport(x, y, width, height, Math.clamp(fitting, FARTHEST, 0));
        return near.centered(new Point(
                what.centerX() - (part.centerX() - width / 2) / near.scale(),
                what.centerY() - (part.centerY() - height / 2) / near.scale()));
    }

    /// Where a box of the diagram is on the screen.
    Box onScreen(Box box) {
        return new Box(toScreenX(box.x()), toScreenY(box.y()), box.width() * scale(), box.height() * scale());
    }

    Viewport centered(Point middle) {
        return new Viewport(middle.x() - width / scale() / 2, middle.y() - height / scale() / 2, width, height, level);
    }

    /// The same, moved as little as needed to show a box; its upper left corner where it is too large.
    Viewport showing(Box box) {
        Box seen = seen().grown(-MARGIN / scale());
        double dx = shift(box.x(), box.right(), seen.x(), seen.right());
        double dy = shift(box.y(), box.bottom(), seen.y(), seen.bottom());
        return new Viewport(x + dx, y + dy, width, height, level);
    }

    private static double shift(double low, double high, double seenLow, double seenHigh) {
        if (low < seenLow) {
            return low - seenLow;
        }
        return high > seenHigh ? Math.min(high - seenHigh, low - seenLow) : 0;
    }
}
