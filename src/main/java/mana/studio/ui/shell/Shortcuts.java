package mana.studio.ui.shell;

import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;

/// The window's keys: each with the words that explain it (F1 shows them).
record Shortcuts(List<Shortcut> list) {
    /// @param shown false for those that only repeat another one
    record Shortcut(String keys, String words, Runnable action, boolean shown) {
        static Shortcut of(String keys, String words, Runnable action) {
            return new Shortcut(keys, words, action, true);
        }

        static Shortcut hidden(String keys, Runnable action) {
            return new Shortcut(keys, "", action, false);
        }
    }

    void install(Scene scene) {
        for (Shortcut shortcut : list) {
            scene.getAccelerators().put(KeyCombination.valueOf(shortcut.keys()), shortcut.action());
        }
    }
}
