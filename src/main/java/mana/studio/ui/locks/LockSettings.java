package mana.studio.ui.locks;

import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;

/// How the board makes itself heard.
///
/// @param notifies whether a notification comes when a lock turns red
record LockSettings(boolean notifies) {
    static final LockSettings STANDARD = new LockSettings(true);

    static JsonFile<LockSettings> file(Places places) {
        return new JsonFile<>(places.config().resolve("lock-board.json"), LockSettings.class, STANDARD);
    }
}
