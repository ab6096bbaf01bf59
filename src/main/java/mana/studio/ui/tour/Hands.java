package mana.studio.ui.tour;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;

/// The visitor's hands on the keyboard.
final class Hands {
    private final Scene scene;
    private final Robot robot = new Robot();

    Hands(Scene scene) {
        this.scene = scene;
    }

    /// Presses keys together: Ctrl and P.
    void press(KeyCode... chord) {
        for (KeyCode key : chord) {
            robot.keyPress(key);
        }
        for (int i = chord.length - 1; i >= 0; i--) {
            robot.keyRelease(chord[i]);
        }
    }

    /// Presses a key several times.
    void repeat(int times, KeyCode key) {
        for (int i = 0; i < times; i++) {
            press(key);
        }
    }

    /// Puts text into a field and the focus there.
    void write(String selector, String text) {
        find(selector).filter(TextInputControl.class::isInstance).map(TextInputControl.class::cast).ifPresent(field -> {
            field.requestFocus();
            field.setText(text);
            field.end();
        });
    }

    /// Puts text into the field that has the focus.
    void fill(String text) {
        if (scene.getFocusOwner() instanceof TextInputControl field) {
            field.setText(text);
            field.end();
        }
    }

    /// Presses a button, where it can be pressed.
    void fire(String selector) {
        find(selector).filter(ButtonBase.class::isInstance).map(ButtonBase.class::cast).ifPresent(ButtonBase::fire);
    }

    void focus(String selector) {
        find(selector).ifPresent(Node::requestFocus);
    }

    private Optional<Node> find(String selector) {
        return scene.getRoot().lookupAll(selector).stream().filter(Hands::isSeen).findFirst();
    }

    /// Whether a node and all that hold it are visible: what lies in other tabs is not.
    static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
