package mana.studio.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import mana.studio.design.Design;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.DesignCommands.Kind;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.preview.ChangesView;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// Every command of the window as it is now: the one list behind its keys, its menu, its command palette and its help.
/// A feature adds a command of the whole window to a group here, one of its own tab to {@link TabContent#commands}.
final class WindowCommands {
    private static final String NO_DATABASE = "No database is open";
    private static final String NOTHING_PENDING = "Nothing is pending";

    private final MainWindow window;
    private final AppDialogs dialogs;
    private final List<Command> described;

    /// @param window has no database open yet
    WindowCommands(MainWindow window, AppDialogs dialogs) {
        this.window = window;
        this.dialogs = dialogs;
        this.described = everywhere();
    }

    /// All of the window as they are called before anything is opened, for explaining them: `Undo`.
    List<Command> described() {
        return described;
    }

    /// All of the window, whatever tab is open: those that have keys of the window.
    List<Command> everywhere() {
        List<Command> all = new ArrayList<>();
        List.of(screens(), finding(), design(), creating(), connection(), view(), tabs(), settings(), help())
                .forEach(all::addAll);
        return List.copyOf(all);
    }

    /// All, those of the tab in front first.
    List<Command> now() {
        List<Command> all = new ArrayList<>();
        window.desk().ifPresent(desk -> {
            desk.tabs().selected().ifPresent(tab -> all.addAll(tab.commands()));
        });
        all.addAll(everywhere());
        window.desk().ifPresent(desk -> all.addAll(desk.tabs().commands()));
        return List.copyOf(all);
    }

    /// What the menu shows, group by group.
    List<List<Command>> menu() {
        List<List<Command>> groups = new ArrayList<>();
        if (window.desk().isPresent()) {
            groups.add(design());
            groups.add(screens());
        }
        groups.addAll(List.of(connection(), settings(), help()));
        return groups;
    }

    private List<Command> screens() {
        return List.of(
                screen(Screen.CHANGES, "Show pending changes", "their SQL, applying them", Feather.GIT_PULL_REQUEST)
                        .on("Ctrl+Shift+S"),
                screen(Screen.DIAGRAM, "Open diagram", "", Feather.SHARE_2).on("Ctrl+Shift+G"),
                screen(Screen.CONVENTIONS, "Open conventions", "", Feather.CHECK_SQUARE)
                        .on("Ctrl+Shift+K"),
                screen(Screen.HISTORY, "Open history", "of the migrations", Feather.CLOCK)
                        .on("Ctrl+Shift+H"),
                screen(Screen.DRIFT, "Open drift", "code, snapshot and database", Feather.COLUMNS)
                        .on("Ctrl+Shift+J"),
                screen(Screen.ACTIVITY, "Open activity", "sessions and who waits for whom", Feather.ACTIVITY)
                        .on("Ctrl+Shift+A"),
                screen(Screen.LOCKS, "Open lock board", "who holds an advisory lock, who waits", Feather.LOCK)
                        .on("Ctrl+Shift+L"));
    }

    private Command screen(Screen screen, String name, String about, Ikon icon) {
        return onDesk(screen.name(), name, icon, desk -> desk.open(screen)).about(about);
    }

    private List<Command> finding() {
        return List.of(
                onDesk("quick open", "Quick open", Feather.SEARCH, _ -> window.quickOpen())
                        .about("any table, column, function")
                        .on("Ctrl+P"),
                new Command("palette", "Command palette", window::palette)
                        .about("everything the window can do")
                        .with(Feather.COMMAND)
                        .on("Ctrl+Shift+P", "Ctrl+K"),
                onDesk("find", "Find or filter", Feather.FILTER, _ -> window.find())
                        .about("in what is shown")
                        .on("Ctrl+F"),
                onDesk("explorer", "Go to the explorer's filter", Feather.SIDEBAR, desk -> desk.explorer()
                                .focusFilter())
                        .on("Ctrl+E"),
                new Command("next pane", "Next pane", () -> window.panes().step(1))
                        .with(Feather.SIDEBAR)
                        .on("F6"),
                new Command("previous pane", "Previous pane", () -> window.panes().step(-1))
                        .with(Feather.SIDEBAR)
                        .on("Shift+F6"));
    }

    private List<Command> design() {
        Optional<String> undoable = ofDesign(Design::undoable);
        Optional<String> redoable = ofDesign(Design::redoable);
        return List.of(
                onDesk(
                                "undo",
                                words("Undo", undoable),
                                Feather.CORNER_UP_LEFT,
                                desk -> desk.session().designing().undo())
                        .unless(hindrance(undoable.isEmpty(), "Nothing to undo"))
                        .on("Ctrl+Z"),
                onDesk(
                                "redo",
                                words("Redo", redoable),
                                Feather.CORNER_UP_RIGHT,
                                desk -> desk.session().designing().redo())
                        .unless(hindrance(redoable.isEmpty(), "Nothing to redo"))
                        .on("Ctrl+Shift+Z", "Ctrl+Y"),
                pending("apply", "Apply changes…", Feather.CHECK_CIRCLE, desk -> desk.changes(ChangesView::apply)),
                pending("dry run", "Dry run…", Feather.PLAY_CIRCLE, desk -> desk.changes(ChangesView::dryRun))
                        .about("of the changes"),
                onDesk(
                                Screen.MIGRATION.name(),
                                "Write Drizzle migration…",
                                Feather.FILE_PLUS,
                                desk -> desk.open(Screen.MIGRATION))
                        .about("of what is pending")
                        .on("Ctrl+Shift+M"),
                pending("discard", "Discard all changes…", Feather.TRASH_2, Desk::discardChanges));
    }

    private static String words(String verb, Optional<String> label) {
        return label.map(what -> verb + " " + what).orElse(verb);
    }

    private <T> Optional<T> ofDesign(Function<Design, Optional<T>> part) {
        return window.desk()
                .flatMap(desk ->
                        Optional.ofNullable(desk.session().designing().design().get()))
                .flatMap(part);
    }

    private Command pending(String id, String name, Ikon icon, Consumer<Desk> action) {
        boolean nothing = ofDesign(design -> design.isEmpty() ? Optional.empty() : Optional.of(design))
                .isEmpty();
        return onDesk(id, name, icon, action).unless(hindrance(nothing, NOTHING_PENDING));
    }

    private List<Command> creating() {
        List<Command> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(onDesk(
                    "new " + kind.word(),
                    "New " + kind.word() + "…",
                    Feather.PLUS,
                    desk -> desk.commands().create(kind, desk.schemaInFront().orElse(null))));
        }
        all.add(onDesk(
                "new schema",
                "New schema…",
                Feather.PLUS,
                desk -> desk.commands().createSchema()));
        return all;
    }

    private List<Command> connection() {
        return List.of(
                new Command("connections", "Connections…", window::showConnections)
                        .with(Feather.DATABASE)
                        .on("Ctrl+Shift+O"),
                onDesk("disconnect", "Disconnect", Feather.LOG_OUT, _ -> window.disconnect()),
                new Command("open demo", "Open demo database", window.opener()::openDemo).with(Feather.PLAY),
                new Command("open incident", "Open demo of a skipped migration", window.opener()::openIncident)
                        .with(Feather.SKIP_FORWARD),
                new Command("reset demo", "Reset demo database…", dialogs::resetDemo).with(Feather.ROTATE_CCW));
    }

    private List<Command> view() {
        return List.of(
                onDesk("refresh", "Refresh", Feather.REFRESH_CW, _ -> window.refresh())
                        .about("the catalog and what is shown")
                        .on("F5"),
                new Command("cancel", "Cancel what runs", window.tasks()::cancelNewest)
                        .with(Feather.X_CIRCLE)
                        .unless(window.tasks().isIdle() ? "Nothing runs" : "")
                        .on("Ctrl+F2"),
                new Command("theme", "Switch theme", window::switchTheme)
                        .about("between light and dark")
                        .with(Feather.MOON)
                        .on("Ctrl+Shift+D"));
    }

    private List<Command> tabs() {
        List<Command> all = new ArrayList<>(List.of(
                onDesk("new console", "New SQL console", Feather.TERMINAL, desk -> desk.openConsole(""))
                        .on("Ctrl+T"),
                onTabs("close tab", "Close tab", Tabs::closeSelected).on("Ctrl+W"),
                onDesk(
                                "reopen tab",
                                "Reopen the tab closed last",
                                Feather.FOLDER,
                                desk -> desk.tabs().reopen())
                        .unless(hindrance(
                                window.desk().stream()
                                        .noneMatch(desk -> desk.tabs().canReopen()),
                                "No tab was closed"))
                        .on("Ctrl+Shift+T"),
                onTabs("next tab", "Next tab", tabs -> tabs.step(1)).on("Ctrl+Tab"),
                onTabs("previous tab", "Previous tab", tabs -> tabs.step(-1)).on("Ctrl+Shift+Tab")));
        return all;
    }

    private Command onTabs(String id, String name, Consumer<Tabs> action) {
        boolean none =
                window.desk().stream().allMatch(desk -> desk.tabs().empty().get());
        return onDesk(id, name, Feather.FOLDER, desk -> action.accept(desk.tabs()))
                .unless(hindrance(none, "No tab is open"));
    }

    private List<Command> settings() {
        return List.of(
                new Command("services", "Services…", dialogs::services)
                        .about("which service owns which schema")
                        .with(Feather.USERS),
                onDesk(
                        "templates",
                        "Table templates…",
                        Feather.COPY,
                        desk -> desk.commands().editTemplates()));
    }

    private List<Command> help() {
        return List.of(
                new Command("keys", "Keys", dialogs::keys)
                        .with(Feather.HELP_CIRCLE)
                        .on("F1"),
                new Command("about", "About Mana Schema Studio", dialogs::about).with(Feather.INFO));
    }

    private Command onDesk(String id, String name, Ikon icon, Consumer<Desk> action) {
        return new Command(id, name, () -> window.onDesk(action)).with(icon).unless(hindrance(false, ""));
    }

    /// Without a database nothing else is worth saying.
    private String hindrance(boolean there, String why) {
        return window.desk().isEmpty() ? NO_DATABASE : there ? why : "";
    }
}
