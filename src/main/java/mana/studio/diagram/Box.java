package mana.studio.diagram;

import java.util.Collection;

/// A rectangle in a diagram.
///
/// @param x its left side
/// @param y its upper side
public record Box(double x, double y, double width, double height) {
    public static final Box NOTHING = new Box(0, 0, 0, 0);

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centerX() {
        return x + width / 2;
    }

    public double centerY() {
        return y + height / 2;
    }

    public boolean contains(Point point) {
        return point.x() >= x && point.x() <= right() && point.y() >= y && point.y() <= bottom();
    }

    /// Whether both have a place in common; touching sides count.
    public boolean meets(Box other) {
        return x <= other.right() && other.x <= right() && y <= other.bottom() && other.y <= bottom();
    }

    /// The same, larger by a margin on each side.
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    public Box at(Point corner) {
        return new Box(corner.x(), corner.y(), width, height);
    }

    /// The least that holds both.
    public Box and(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /// The least that holds all; nothing where there are none.
    public static Box around(Collection<Box> boxes) {
        return boxes.stream().reduce(Box::and).orElse(NOTHING);
    }

    /// The rectangle between two opposite corners.
    public static Box between(Point one, Point other) {
        return new Box(
                Math.min(one.x(), other.x()),
                Math.min(one.y(), other.y()),
                Math.abs(one.x() - other.x()),
                Math.abs(one.y() - other.y()));
    }
}
