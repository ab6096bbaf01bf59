package mana.studio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Shortcut;

/// The keys that work everywhere in the window.
final class WindowKeys {
    private final MainWindow window;

    WindowKeys(MainWindow window) {
        this.window = window;
    }

    private void design(Consumer<Designing> action) {
        window.onDesk(desk -> action.accept(desk.session().designing()));
    }

    private void open(Screen screen) {
        window.onDesk(desk -> desk.open(screen));
    }

    List<Shortcut> list() {
        List<Shortcut> keys = new ArrayList<>(List.of(
                new Shortcut("Ctrl+P", "Quick open: any table, column, function", window::quickOpen),
                new Shortcut("Ctrl+Shift+O", "Connections", window::showConnections),
                new Shortcut("Ctrl+Z", "Undo the last change of the design", () -> design(Designing::undo)),
                new Shortcut("Ctrl+Shift+Z", "Redo; also Ctrl+Y", () -> design(Designing::redo)),
                Shortcut.alias("Ctrl+Y", () -> design(Designing::redo)),
                new Shortcut(
                        "Ctrl+Shift+S", "Changes: what is pending, its SQL, applying it", () -> open(Screen.CHANGES)),
                new Shortcut("Ctrl+Shift+G", "Diagram", () -> open(Screen.DIAGRAM)),
                new Shortcut("Ctrl+Shift+K", "Conventions", () -> open(Screen.CONVENTIONS)),
                new Shortcut(
                        "Ctrl+Shift+M", "Write what is pending as a migration", () -> open(Screen.MIGRATION)),
                new Shortcut("Ctrl+Shift+H", "History of the migrations", () -> open(Screen.HISTORY)),
                new Shortcut("Ctrl+Shift+J", "Drift: code, snapshot and database", () -> open(Screen.DRIFT)),
                new Shortcut("Ctrl+Shift+L", "Locks: who holds an advisory lock, who waits", () -> open(Screen.LOCKS)),
                new Shortcut("F5", "Refresh", window::refresh),
                new Shortcut("Ctrl+F", "Filter or find in what is shown", window::find),
                new Shortcut(
                        "Ctrl+E",
                        "Go to the explorer's filter",
                        () -> window.onDesk(desk -> desk.explorer().focusFilter())),
                new Shortcut("Ctrl+F2", "Cancel what runs", () -> window.tasks().cancelNewest()),
                new Shortcut("Ctrl+W", "Close tab", () -> window.onTabs(Tabs::closeSelected)),
                new Shortcut("Ctrl+Shift+T", "Reopen the tab closed last", () -> window.onTabs(Tabs::reopen)),
                new Shortcut("Ctrl+Tab", "Next tab", () -> window.onTabs(tabs -> tabs.step(1))),
                new Shortcut("Ctrl+Shift+Tab", "Previous tab", () -> window.onTabs(tabs -> tabs.step(-1))),
                new Shortcut(
                        "Alt+1", "First tab; Alt+2 to Alt+9 the others", () -> window.onTabs(tabs -> tabs.select(0)))));
        for (int number = 2; number <= 9; number++) {
            int index = number - 1;
            keys.add(Shortcut.alias("Alt+" + number, () -> window.onTabs(tabs -> tabs.select(index))));
        }
        keys.add(new Shortcut("Ctrl+Shift+D", "Switch between light and dark", window::switchTheme));
        keys.add(new Shortcut("F1", "Keys", () -> HelpDialog.show(window)));
        return List.copyOf(keys);
    }
}
