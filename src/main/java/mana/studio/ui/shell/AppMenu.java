package mana.studio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.Icons;

/// The items of a menu that shows commands.
final class AppMenu {
    private AppMenu() {}

    /// @param groups a line between each and the next
    static List<MenuItem> items(List<List<Command>> groups) {
        List<MenuItem> items = new ArrayList<>();
        for (List<Command> group : groups) {
            if (!items.isEmpty()) {
                items.add(new SeparatorMenuItem());
            }
            group.forEach(command -> items.add(item(command)));
        }
        return items;
    }

    /// Says the key instead of having it as its accelerator: that would take it from the window when the menu changes.
    private static MenuItem item(Command command) {
        String key = command.key().isEmpty() ? "" : " (" + command.key() + ")";
        MenuItem item = new MenuItem(command.name() + key);
        item.setMnemonicParsing(false);
        if (command.icon() != null) {
            item.setGraphic(Icons.of(command.icon()));
        }
        item.setDisable(!command.possible());
        item.setOnAction(_ -> command.run());
        return item;
    }
}
