package mana.studio.ui.diagram;

import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import mana.studio.diagram.Box;
import mana.studio.diagram.Drawing;

/// A whole diagram as a picture, painted piece by piece: a canvas has a largest size, and the window must not stand
/// still meanwhile.
final class Picture {
    /// Larger pictures few programs open, and few machines hold.
    static final long MOST_PIXELS = 60_000_000;

    private static final int TILE = 2048;
    private static final double MARGIN = 40;

    private final Drawing drawing;
    private final Palette palette;
    private final Box page;
    private final int level;
    private final BufferedImage image;
    private final Consumer<BufferedImage> done;
    private int next;

    /// @param scale how many of its pixels are one at 100 %: 1 or 2
    /// @param done  takes the picture, on the interface's thread
    Picture(Drawing drawing, Palette palette, int scale, Consumer<BufferedImage> done) {
        this.drawing = drawing;
        this.palette = palette;
        this.done = done;
        page = drawing.bounds().grown(MARGIN);
        level = level(page, scale == 2 ? (int) Viewport.STEPS : 0);
        image = new BufferedImage(pixels(page.width()), pixels(page.height()), BufferedImage.TYPE_INT_RGB);
    }

    /// The nearest level at which the picture is not too large.
    private static int level(Box page, int wanted) {
        for (int level = wanted; level > Viewport.FARTHEST; level--) {
            double scale = new Viewport(0, 0, 0, 0, level).scale();
            if (page.width() * scale * page.height() * scale <= MOST_PIXELS) {
                return level;
            }
        }
        return Viewport.FARTHEST;
    }

    private double scale() {
        return new Viewport(0, 0, 0, 0, level).scale();
    }

    private int pixels(double length) {
        return Math.max(1, (int) Math.ceil(length * scale()));
    }

    /// In words: `2,400 × 1,600 pixels`, and how much was lost where something was.
    String words(int asked) {
        String size = "%,d × %,d pixels".formatted(image.getWidth(), image.getHeight());
        return scale() >= asked ? size : size + ", at %.0f %%: larger pictures open nowhere".formatted(scale() * 100);
    }

    void paint() {
        int columns = (image.getWidth() + TILE - 1) / TILE;
        int rows = (image.getHeight() + TILE - 1) / TILE;
        if (next == columns * rows) {
            done.accept(image);
            return;
        }
        tile(next % columns * TILE, next / columns * TILE);
        next++;
        Platform.runLater(this::paint);
    }

    private void tile(int left, int top) {
        int width = Math.min(TILE, image.getWidth() - left);
        int height = Math.min(TILE, image.getHeight() - top);
        Canvas canvas = new Canvas(width, height);
        Viewport view = new Viewport(page.x() + left / scale(), page.y() + top / scale(), width, height, level);
        DiagramCanvas.paint(new Pen(canvas.getGraphicsContext2D(), view), palette, drawing, Look.PLAIN);
        WritableImage taken = new Scene(new Group(canvas), width, height).snapshot(null);
        int[] pixels = new int[width * height];
        taken.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        image.setRGB(left, top, width, height, pixels, 0, width);
    }
}
