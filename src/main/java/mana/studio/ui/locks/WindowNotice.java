package mana.studio.ui.locks;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import mana.studio.locks.verdict.Severity;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// A notice over the studio's window, whatever it shows: it goes by itself, or leads to the board.
final class WindowNotice {
    private static final Duration SHOWN = Duration.seconds(15);
    private static final double GAP = 24;

    private final Popup popup = new Popup();
    private final PauseTransition going = new PauseTransition(SHOWN);

    WindowNotice() {
        going.setOnFinished(_ -> hide());
    }

    /// @param open leads to the board
    void show(String title, String text, Runnable open) {
        Window.getWindows().stream()
                .filter(window -> window.isShowing() && window instanceof Stage stage && stage.getOwner() == null)
                .findFirst()
                .ifPresent(window -> show(window, title, text, open));
    }

    private void show(Window window, String title, String text, Runnable open) {
        hide();
        VBox words = new VBox(4, Blocks.wrapped(title, "strong"), Blocks.wrapped(text));
        words.setPrefWidth(360);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button show = ReleaseSheet.button("Open the lock board", Feather.LOCK, () -> {
            hide();
            open.run();
        });
        Button dismiss = ReleaseSheet.button("Dismiss", Feather.X, this::hide);
        words.getChildren().add(new HBox(8, show, dismiss));
        HBox box = new HBox(Icons.of(LockWords.icon(Severity.STUCK), "lock-stuck"), words);
        box.getStyleClass().add("lock-notice");
        box.setId("lock-notice");
        popup.getContent().setAll(box);
        Scene scene = popup.getScene();
        scene.getStylesheets().setAll(window.getScene().getStylesheets());
        popup.setAnchorLocation(PopupWindow.AnchorLocation.CONTENT_BOTTOM_RIGHT);
        popup.show(window, window.getX() + window.getWidth() - GAP, window.getY() + window.getHeight() - 2 * GAP);
        going.playFromStart();
    }

    void hide() {
        going.stop();
        popup.hide();
    }
}
