package mana.studio.ui.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import mana.studio.diagram.Box;
import mana.studio.diagram.Point;

/// Draws in the diagram's measures; lines fall on whole pixels and text has the size that it has on the screen.
final class Pen {
    private static final Map<Face, Map<Double, Font>> FONTS = new HashMap<>();

    private final GraphicsContext gc;
    private final Viewport viewport;
    private final double scale;

    /// The studio's fonts.
    enum Face {
        PLAIN("Inter"),
        STRONG("Inter Semi Bold"),
        MONO("JetBrains Mono");

        private final String family;

        Face(String family) {
            this.family = family;
        }
    }

    Pen(GraphicsContext gc, Viewport viewport) {
        this.gc = gc;
        this.viewport = viewport;
        this.scale = viewport.scale();
    }

    double scale() {
        return scale;
    }

    Viewport viewport() {
        return viewport;
    }

    void opacity(double opacity) {
        gc.setGlobalAlpha(opacity);
    }

    private double x(double worldX) {
        return Math.rint(viewport.toScreenX(worldX));
    }

    private double y(double worldY) {
        return Math.rint(viewport.toScreenY(worldY));
    }

    void fill(Box box, double radius, Color color) {
        gc.setFill(color);
        double left = x(box.x());
        double top = y(box.y());
        double width = Math.max(1, x(box.right()) - left);
        double height = Math.max(1, y(box.bottom()) - top);
        if (radius == 0) {
            gc.fillRect(left, top, width, height);
        } else {
            double arc = 2 * radius * scale;
            gc.fillRoundRect(left, top, width, height, arc, arc);
        }
    }

    void stroke(Box box, double radius, Color color, double width, boolean dashed) {
        gc.setStroke(color);
        gc.setLineWidth(width);
        dash(dashed);
        double left = x(box.x()) + 0.5;
        double top = y(box.y()) + 0.5;
        double arc = 2 * radius * scale;
        gc.strokeRoundRect(left, top, x(box.right()) - left - 0.5, y(box.bottom()) - top - 0.5, arc, arc);
        dash(false);
    }

    /// A line of one direction is a thin rectangle, which is drawn faster and is never blurred.
    void line(Point from, Point to, Color color, double width) {
        double left = x(Math.min(from.x(), to.x()));
        double top = y(Math.min(from.y(), to.y()));
        double right = x(Math.max(from.x(), to.x()));
        double bottom = y(Math.max(from.y(), to.y()));
        if (left == right || top == bottom) {
            gc.setFill(color);
            double half = Math.floor(width / 2);
            gc.fillRect(left - half, top - half, right - left + width, bottom - top + width);
        } else {
            gc.setStroke(color);
            gc.setLineWidth(width);
            gc.strokeLine(left + 0.5, top + 0.5, right + 0.5, bottom + 0.5);
        }
    }

    void path(List<Point> points, Color color, double width, boolean dashed) {
        if (!dashed) {
            for (int at = 1; at < points.size(); at++) {
                line(points.get(at - 1), points.get(at), color, width);
            }
            return;
        }
        gc.setStroke(color);
        gc.setLineWidth(width);
        dash(true);
        double[] xs = points.stream().mapToDouble(point -> x(point.x()) + 0.5).toArray();
        double[] ys = points.stream().mapToDouble(point -> y(point.y()) + 0.5).toArray();
        gc.strokePolyline(xs, ys, xs.length);
        dash(false);
    }

    void circle(Point middle, double radius, Color fill, Color line, double width) {
        double r = radius * scale;
        double left = x(middle.x()) + 0.5 - r;
        double top = y(middle.y()) + 0.5 - r;
        gc.setFill(fill);
        gc.fillOval(left, top, 2 * r, 2 * r);
        gc.setStroke(line);
        gc.setLineWidth(width);
        gc.strokeOval(left, top, 2 * r, 2 * r);
    }

    private void dash(boolean dashed) {
        if (dashed) {
            gc.setLineDashes(6, 4);
        } else {
            gc.setLineDashes();
        }
    }

    /// All text until the next call has this font.
    void font(Face face, double size) {
        gc.setFont(FONTS.computeIfAbsent(face, _ -> new HashMap<>())
                .computeIfAbsent(size * scale, real -> Font.font(face.family, real)));
    }

    void text(String text, double worldX, double baseline, Color color) {
        if (!text.isEmpty()) {
            gc.setFill(color);
            gc.fillText(text, x(worldX), y(baseline));
        }
    }

    /// Text whose size does not follow the zoom.
    void fixedText(String text, Face face, double size, double worldX, double worldY, Color color) {
        gc.setFont(FONTS.computeIfAbsent(face, _ -> new HashMap<>())
                .computeIfAbsent(size, real -> Font.font(face.family, real)));
        gc.setFill(color);
        gc.fillText(text, x(worldX), y(worldY));
    }

    /// Around everything that is seen.
    void frame(Color color) {
        gc.setStroke(color);
        gc.setLineWidth(2);
        gc.strokeRect(1, 1, viewport.width() - 2, viewport.height() - 2);
    }

    void clear(Color color) {
        gc.setGlobalAlpha(1);
        gc.setFill(color);
        gc.fillRect(0, 0, viewport.width(), viewport.height());
    }
}
