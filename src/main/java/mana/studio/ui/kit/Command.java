package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something a person can do in the window, as it is at one moment. The keys, the menu, the command palette and the
/// help all show the same commands; where things change, the list is asked for anew.
///
/// @param id        stays the same whatever the name says: `undo`
/// @param name      what it does, as a menu says it: `Undo Rename column email`
/// @param about     what more there is to say, or what it is done to: `auth.sessions`; may be empty
/// @param keys      each as {@link KeyCombination#valueOf} reads it, the first is the one that is shown; may be empty
/// @param icon      null for none
/// @param hindrance why it cannot be done now: `Nothing is pending`; empty where it can
public record Command(
        String id,
        String name,
        String about,
        List<String> keys,
        @Nullable Ikon icon,
        String hindrance,
        Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /// A command without a key that can be done now.
    public Command(String id, String name, Runnable action) {
        this(id, name, "", List.of(), null, "", action);
    }

    public Command about(String words) {
        return new Command(id, name, words, keys, icon, hindrance, action);
    }

    /// @param shown  the key that is shown
    /// @param others that do the same
    public Command on(String shown, String... others) {
        List<String> all = new ArrayList<>(List.of(shown));
        all.addAll(List.of(others));
        return new Command(id, name, about, all, icon, hindrance, action);
    }

    public Command with(Ikon newIcon) {
        return new Command(id, name, about, keys, newIcon, hindrance, action);
    }

    /// @param why empty where it can be done
    public Command unless(String why) {
        return new Command(id, name, about, keys, icon, why, action);
    }

    public boolean possible() {
        return hindrance.isEmpty();
    }

    /// The key that is shown; empty for none.
    public String key() {
        return keys.isEmpty() ? "" : keys.getFirst();
    }

    /// Does it, where it can be done.
    public void run() {
        if (possible()) {
            action.run();
        }
    }
}
