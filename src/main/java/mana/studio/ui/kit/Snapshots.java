package mana.studio.ui.kit;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Pictures of the interface, as files.
public final class Snapshots {
    private Snapshots() {}

    /// Takes a picture of a scene; must be called on the interface's thread.
    public static BufferedImage take(Scene scene) {
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return copy;
    }

    /// Takes a picture of a window and of what stands over it: popups, menus, dialogs.
    public static BufferedImage take(Window window) {
        BufferedImage picture = take(window.getScene());
        Graphics2D pen = picture.createGraphics();
        for (Window other : Window.getWindows()) {
            if (other != window && other.isShowing() && other.getScene() != null) {
                other.getScene().setFill(Color.TRANSPARENT);
                BufferedImage over = take(other.getScene());
                int x = (int) (other.getX() - window.getX() - window.getScene().getX());
                int y = (int) (other.getY() - window.getY() - window.getScene().getY());
                pen.drawImage(over, x, y, null);
                if (other instanceof Stage) {
                    // A dialog's frame is the window manager's and not part of its scene.
                    pen.setColor(java.awt.Color.GRAY);
                    pen.drawRect(x - 1, y - 1, over.getWidth() + 1, over.getHeight() + 1);
                }
            }
        }
        pen.dispose();
        return picture;
    }

    /// Writes a picture as PNG.
    public static void write(BufferedImage picture, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = opaque.createGraphics();
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        ImageIO.write(opaque, "png", file.toFile());
    }
}
