package mana.studio.ui.palette;

import java.util.Set;
import mana.studio.ui.kit.Command;

/// A command in the list.
///
/// @param matched the letters of its {@link #text} that were typed
record PaletteLine(Command command, Set<Integer> matched) {
    PaletteLine {
        matched = Set.copyOf(matched);
    }

    /// What is searched: its name and what it is about.
    static String text(Command command) {
        return command.about().isEmpty() ? command.name() : command.name() + " " + command.about();
    }
}
