package mana.studio.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.ConnectionState;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.kit.Theme;
import mana.studio.ui.objects.TemplateStore;
import mana.studio.ui.palette.CommandPalette;
import mana.studio.ui.palette.RecentCommands;
import org.jspecify.annotations.Nullable;

/// The main window: one database at a time, or the screen to choose one.
public final class MainWindow {
    private final Parts parts;
    private final Stage stage;
    private final BorderPane root = new BorderPane();
    private final CommandPalette palette;
    private final Scene scene;
    private final TaskIndicator tasks;
    private final TopBar topBar;
    private final StatusBar statusBar;
    private final ReconnectBanner banner;
    private final Opener opener;
    private final Leaving leaving;
    private final WindowCommands commands;
    private final Panes panes;
    private volatile WindowState state;
    private @Nullable Desk desk;

    public MainWindow(Parts parts, Stage stage) {
        this.parts = parts;
        this.stage = stage;
        state = parts.windowState().load();
        tasks = new TaskIndicator(parts.background());
        leaving = new Leaving(stage);
        opener = new Opener(parts, root::setCenter, this::open, this::backToDesk, this::openName);
        topBar = new TopBar(
                this::showConnections,
                this::quickOpen,
                screen -> onDesk(open -> open.open(screen)),
                this::refresh,
                this::switchTheme,
                () -> AppMenu.items(commands().menu()));
        statusBar = new StatusBar(tasks);
        banner = new ReconnectBanner(
                () -> onDesk(open -> open.session().workspace().reconnectNow()));
        commands = new WindowCommands(this, new AppDialogs(this, parts));
        palette = new CommandPalette(commands::now, new Recent());
        scene = new Scene(new StackPane(root, palette), 1280, 800);
        panes = new Panes(scene, root);
        root.setTop(new VBox(topBar, topBar.colorLine(), banner));
        root.setBottom(statusBar);
        theme().apply(scene);
        WindowKeys.install(scene, commands::everywhere, index -> onTabs(tabs -> tabs.select(index)));
        stage.setTitle("Mana Schema Studio");
        stage.setScene(scene);
        stage.setOnCloseRequest(this::closing);
        WindowPlace.restore(stage, state.bounds());
    }

    public Scene scene() {
        return scene;
    }

    public Opener opener() {
        return opener;
    }

    /// The ways through the open database; empty while there is none.
    public Optional<Navigator> navigator() {
        return Optional.ofNullable(desk);
    }

    /// The open database; empty while there is none.
    public Optional<Workspace> workspace() {
        return Optional.ofNullable(desk).map(open -> open.session().workspace());
    }

    /// The newest catalog of the open database; empty while there is none.
    public Optional<Snapshot> catalog() {
        return Optional.ofNullable(desk)
                .flatMap(open -> Optional.ofNullable(open.session().catalog().get()));
    }

    WindowCommands commands() {
        return commands;
    }

    Optional<Desk> desk() {
        return Optional.ofNullable(desk);
    }

    TaskIndicator tasks() {
        return tasks;
    }

    Panes panes() {
        return panes;
    }

    Stage stage() {
        return stage;
    }

    /// Shows a database that was just connected, in place of the one before.
    void open(Workspace workspace) {
        leaving.ask(desk, "open " + workspace.profile().name(), () -> show(workspace), () -> {
            parts.background()
                    .start(Job.of("Disconnecting", _ -> {
                                workspace.close();
                                return workspace;
                            })
                            .quietly());
            backToDesk();
        });
    }

    private void show(Workspace workspace) {
        closeDesk();
        Profile profile = workspace.profile();
        WindowState.OpenTabs tabs = state.tabs().getOrDefault(profile.id(), WindowState.OpenTabs.NONE);
        Desk opened = new Desk(
                workspace,
                parts.background(),
                parts.remembered(),
                parts.places(),
                parts.services(),
                new TemplateStore(parts.places(), parts.background()),
                tabs,
                state.divider(),
                opener::describe,
                this::tabsChanged);
        desk = opened;
        topBar.show(profile);
        stage.setTitle(profile.name() + " – Mana Schema Studio");
        OpenSession session = opened.session();
        statusBar.show(session, opened.drafting().phaseBar(), opened.drafting().lockBadge());
        session.state().subscribe(connection -> {
            if (desk == opened) {
                banner.show(connection);
                statusBar.showState(session);
                reviveDemo(profile, connection);
            }
        });
        session.catalog().subscribe(statusBar::showCatalog);
        root.setCenter(opened.view());
        session.start();
        // What is in a split pane comes into the scene with its skin, and cannot have the focus before.
        opened.view().applyCss();
        opened.explorer().focusFilter();
    }

    /// The demo's server ends with the studio that started it; another studio that uses it takes it over.
    private void reviveDemo(Profile profile, ConnectionState connection) {
        if (connection instanceof ConnectionState.Lost && parts.demo().serves(profile)) {
            parts.background()
                    .start(Job.of("Starting the demo database again", _ -> {
                                parts.demo().revive();
                                return profile;
                            })
                            .superseding("revive demo"));
        }
    }

    /// Closes the open database and shows the screen to choose another.
    void disconnect() {
        leaving.ask(
                desk,
                "disconnect",
                () -> {
                    leave();
                    opener.choose();
                },
                () -> {});
    }

    private void leave() {
        closeDesk();
        topBar.show(null);
        statusBar.clear();
        banner.hide();
        stage.setTitle("Mana Schema Studio");
    }

    private void closeDesk() {
        Desk open = desk;
        if (open != null) {
            saveTabs(open);
            desk = null;
            open.close();
        }
    }

    private void backToDesk() {
        Desk open = desk;
        if (open != null) {
            root.setCenter(open.view());
        }
    }

    /// Shows the screen where a database is chosen; the open one stays open behind it.
    public void showConnections() {
        opener.choose();
    }

    private String openName() {
        Desk open = desk;
        return open == null ? "" : open.session().workspace().profile().name();
    }

    /// Shows the search over everything.
    public void quickOpen() {
        onDesk(open -> {
            palette.hide();
            backToDesk();
            open.quickOpen().show();
        });
    }

    /// Shows every command.
    public void palette() {
        onDesk(open -> open.quickOpen().hide());
        palette.show();
    }

    void resetDemo() {
        leaving.ask(
                desk,
                "reset the demo database",
                () -> {
                    leave();
                    opener.resetDemo();
                },
                () -> {});
    }

    private void closing(WindowEvent event) {
        if (desk != null && desk.drafting().isApplying()) {
            event.consume();
            leaving.ask(desk, "close the window", stage::close, () -> {});
        }
    }

    /// Reads again what is shown, and the catalog behind it.
    void refresh() {
        onDesk(open -> {
            open.session().refresh();
            open.tabs().selected().ifPresent(TabContent::refresh);
        });
    }

    void find() {
        onDesk(open -> open.tabs().selected().ifPresentOrElse(TabContent::find, open.explorer()::focusFilter));
    }

    void onTabs(Consumer<Tabs> action) {
        onDesk(open -> action.accept(open.tabs()));
    }

    void onDesk(Consumer<Desk> action) {
        Desk open = desk;
        if (open != null) {
            action.accept(open);
        }
    }

    /// What the palette offers first.
    private final class Recent implements CommandPalette.Recent {
        @Override
        public RecentCommands now() {
            return state.commands();
        }

        @Override
        public void used(String id) {
            state = state.withCommands(state.commands().with(id));
            save();
        }
    }

    private Theme theme() {
        Theme chosen = state.theme();
        return chosen == null ? Theme.ofSystem() : chosen;
    }

    void switchTheme() {
        show(theme().other());
    }

    /// Shows the window in a theme, from now on.
    public void show(Theme theme) {
        state = state.withTheme(theme);
        theme.apply(scene);
        save();
    }

    private void tabsChanged() {
        onDesk(this::saveTabs);
    }

    private void saveTabs(Desk open) {
        state = state.withTabs(
                open.session().workspace().profile().id(), open.tabs().state());
        save();
    }

    private void save() {
        parts.background()
                .start(Job.of("Saving the window's state", _ -> {
                            // What is newest now, not when this was asked for: a later save must not be undone.
                            parts.windowState().save(state);
                            return state;
                        })
                        .quietly()
                        .superseding("window state"));
    }

    /// Saves where everything is and closes the open database.
    public void close() {
        double divider = desk == null ? state.divider() : desk.divider();
        closeDesk();
        state = state.withBounds(WindowPlace.of(stage), divider);
        parts.windowState().save(state);
    }
}
