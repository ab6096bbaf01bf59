package mana.studio.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import mana.studio.ui.kit.Command;

/// The keys that work everywhere in the window: those of its commands, and Alt with a digit for the tabs.
final class WindowKeys {
    private WindowKeys() {}

    /// @param commands the commands as they are when a key is pressed; their keys never change
    /// @param tab      shows the tab of an index, from 0
    static void install(Scene scene, Supplier<List<Command>> commands, Consumer<Integer> tab) {
        for (Command command : commands.get()) {
            for (String key : command.keys()) {
                scene.getAccelerators().put(KeyCombination.valueOf(key), () -> run(commands.get(), command.id()));
            }
        }
        for (int number = 1; number <= 9; number++) {
            int index = number - 1;
            scene.getAccelerators().put(KeyCombination.valueOf("Alt+" + number), () -> tab.accept(index));
        }
    }

    private static void run(List<Command> commands, String id) {
        commands.stream().filter(command -> command.id().equals(id)).forEach(Command::run);
    }
}
