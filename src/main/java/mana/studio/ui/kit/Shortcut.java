package mana.studio.ui.kit;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/// A key of the window and the words that explain it.
///
/// @param keys  as {@link KeyCombination#valueOf} reads them: `Ctrl+P`
/// @param words what it does; empty for one that only repeats another
public record Shortcut(String keys, String words, Runnable action) {
    /// A second key for what another shortcut explains.
    public static Shortcut alias(String keys, Runnable action) {
        return new Shortcut(keys, "", action);
    }

    /// Whether it is listed among the keys.
    public boolean shown() {
        return !words.isEmpty();
    }

    /// Makes it work in a scene.
    public void install(Scene scene) {
        scene.getAccelerators().put(KeyCombination.valueOf(keys), action);
    }
}
