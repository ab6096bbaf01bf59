package mana.studio.ui.shell;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person sees in a window, and waiting for it.
final class Sight {
    private static final int PATIENCE = 30;

    private final FxRobot robot;

    Sight(FxRobot robot) {
        this.robot = robot;
    }

    /// Waits until a text that contains these words is to be seen.
    void waitFor(String words) {
        until(() -> isSeen(words), "\"" + words + "\" is to be seen");
    }

    /// Waits until a list has lines.
    void waitForLines(String selector) {
        until(() -> !robot.lookup(selector).queryListView().getItems().isEmpty(), selector + " has lines");
    }

    void waitUntil(BooleanSupplier condition, String words) {
        until(condition, words);
    }

    void waitUntilGone(String words) {
        until(() -> !isSeen(words), "\"" + words + "\" is gone");
    }

    boolean isSeen(String words) {
        return robot.lookup((Node node) -> shows(node, words)).tryQuery().isPresent();
    }

    private static boolean shows(Node node, String words) {
        String text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case Text written -> written.getText();
                    default -> null;
                };
        return text != null && text.contains(words) && isVisible(node);
    }

    private static boolean isVisible(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private void until(BooleanSupplier condition, String words) {
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException late) {
            throw new AssertionError("within " + PATIENCE + " s: " + words, late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
