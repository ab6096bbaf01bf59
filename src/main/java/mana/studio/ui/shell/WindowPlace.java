package mana.studio.ui.shell;

import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Where the window is, from one start to the next.
final class WindowPlace {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private WindowPlace() {}

    /// Puts the window where it was, if a screen is still there; otherwise in the middle.
    static void restore(Stage stage, WindowState.@Nullable Bounds bounds) {
        stage.setMinWidth(800);
        stage.setMinHeight(500);
        if (bounds == null
                || Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
                        .isEmpty()) {
            stage.setWidth(WIDTH);
            stage.setHeight(HEIGHT);
            return;
        }
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
    }

    static WindowState.Bounds of(Stage stage) {
        return new WindowState.Bounds(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }
}
