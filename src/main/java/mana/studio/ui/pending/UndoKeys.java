package mana.studio.ui.pending;

import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import mana.studio.ui.kit.Designing;

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y inside of a screen that designs: they undo the design, in text fields too, whose own
/// undo would leave what they show and what is designed apart.
public final class UndoKeys {
    private static final KeyCombination UNDO = KeyCombination.valueOf("Shortcut+Z");
    private static final KeyCombination REDO = KeyCombination.valueOf("Shortcut+Shift+Z");
    private static final KeyCombination REDO_TOO = KeyCombination.valueOf("Shortcut+Y");

    private UndoKeys() {}

    /// Catches the keys before the fields inside see them.
    public static void install(Node screen, Designing designing) {
        screen.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (UNDO.match(event)) {
                designing.undo();
                event.consume();
            } else if (REDO.match(event) || REDO_TOO.match(event)) {
                designing.redo();
                event.consume();
            }
        });
    }
}
