package mana.studio.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import mana.studio.catalog.CatalogCache;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Workspace;
import mana.studio.design.Design;
import mana.studio.design.Spot;
import mana.studio.rows.Filter;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.settings.Places;
import mana.studio.ui.diagram.DiagramView;
import mana.studio.ui.explorer.ExplorerView;
import mana.studio.ui.explorer.QuickOpen;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.TabContent;
import mana.studio.ui.objects.ObjectCommands;
import mana.studio.ui.objects.TemplateStore;
import mana.studio.ui.pending.PendingView;
import mana.studio.ui.preview.ChangesView;
import mana.studio.ui.shell.Sides.SideContent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The window's centre while a database is open: explorer, tabs, and the ways between them.
final class Desk implements Navigator, AutoCloseable {
    /// Of its own accord; a person may make it wider.
    private static final double WIDEST_EXPLORER = 340;

    private final Services services;
    private final OpenSession session;
    private final Drafting drafting;
    private final Sides sides;
    private final ObjectCommands commands;
    private final ObjectTabCommands tabCommands;
    private final ExplorerView explorer;
    private final QuickOpen quickOpen;
    private final Tabs tabs;
    private final BiConsumer<String, ConnectionString> describing;
    private final Consoles consoles;
    private final SplitPane split = new SplitPane();
    private final StackPane view = new StackPane();
    private boolean restored;

    /// @param describing shows the form of a connection, filled in
    /// @param changed    called after tabs were opened, closed or chosen
    Desk(
            Workspace workspace,
            Background background,
            CatalogCache remembered,
            Places places,
            Services services,
            TemplateStore templates,
            WindowState.OpenTabs open,
            double divider,
            BiConsumer<String, ConnectionString> describing,
            Runnable changed) {
        this.describing = describing;
        this.services = services;
        session = new OpenSession(workspace, background, this, remembered, places, services.registry());
        drafting = new Drafting(session, places);
        sides = new Sides(session, drafting);
        consoles = new Consoles(session, places);
        tabs = new Tabs(this::reopen, () -> {
            if (restored) {
                changed.run();
            }
        });
        commands = new ObjectCommands(
                session,
                templates,
                () -> view.getScene() == null ? null : view.getScene().getWindow());
        tabCommands = new ObjectTabCommands(session, commands);
        explorer = new ExplorerView(session, commands);
        quickOpen = new QuickOpen(session);
        view.getStyleClass().add("desk");
        split.getItems().setAll(explorer, centre());
        SplitPane.setResizableWithParent(explorer, false);
        split.setDividerPositions(divider);
        if (divider == WindowState.INITIAL.divider()) {
            split.widthProperty().addListener(new FirstWidth());
        }
        BorderPane middle = new BorderPane(split);
        middle.setTop(drafting.unfinished());
        view.getChildren().setAll(middle, quickOpen);
        session.catalog().subscribe(snapshot -> restore(snapshot, open));
    }

    /// A share of a small window is more than the explorer needs of a large one.
    private final class FirstWidth implements ChangeListener<Number> {
        @Override
        public void changed(ObservableValue<? extends Number> width, Number before, Number now) {
            if (now.doubleValue() > 0) {
                width.removeListener(this);
                Platform.runLater(
                        () -> split.setDividerPositions(Math.min(divider(), WIDEST_EXPLORER / now.doubleValue())));
            }
        }
    }

    private Node centre() {
        EmptyState nothing = new EmptyState(
                Feather.GRID,
                "Nothing open yet",
                "Choose a table on the left, or press Ctrl+P and type a few letters of its name or of a column.");
        nothing.visibleProperty().bind(tabs.empty());
        tabs.view().visibleProperty().bind(tabs.empty().not());
        return new StackPane(nothing, tabs.view());
    }

    private void restore(@Nullable Snapshot snapshot, WindowState.OpenTabs open) {
        if (snapshot != null && !restored) {
            tabs.restore(open);
            restored = true;
        }
    }

    @Override
    public void describeConnection(String name, ConnectionString connection) {
        describing.accept(name, connection);
    }

    OpenSession session() {
        return session;
    }

    Tabs tabs() {
        return tabs;
    }

    Drafting drafting() {
        return drafting;
    }

    ExplorerView explorer() {
        return explorer;
    }

    ObjectCommands commands() {
        return commands;
    }

    QuickOpen quickOpen() {
        return quickOpen;
    }

    Node view() {
        return view;
    }

    double divider() {
        return split.getDividerPositions()[0];
    }

    @Override
    public void open(SchemaObject object) {
        noticed(object);
        tabs.show(
                ObjectTab.key(object), () -> tab(object, ObjectTab.sides(object).getFirst()));
    }

    @Override
    public void open(QualifiedName name, Side side) {
        find(name).ifPresent(object -> show(object, side));
    }

    @Override
    public void open(SchemaObject object, Side side) {
        show(object, side);
    }

    @Override
    public void show(Spot spot) {
        objects().filter(object -> object.id().same(spot.object())).findFirst().ifPresent(object -> {
            show(object, Side.STRUCTURE);
            drafting.show(spot);
        });
        schemas().filter(schema -> schema.id().same(spot.object())).findFirst().ifPresent(schema -> {
            tabs.show(Drafting.schemaKey(schema.name()), () -> drafting.schema(schema));
            drafting.show(spot);
        });
    }

    @Override
    public void open(Screen screen) {
        tabs.show(Drafting.key(screen), () -> drafting.screen(screen));
        if (screen == Screen.MIGRATION) {
            drafting.changesView().ifPresent(ChangesView::write);
        }
    }

    @Override
    public void registerService(String schema) {
        ServicesDialog.register(view.getScene().getWindow(), services, session.background(), schema);
    }

    /// Shows the changes and does something with them.
    void changes(Consumer<ChangesView> action) {
        open(Screen.CHANGES);
        drafting.changesView().ifPresent(action);
    }

    /// Discards all changes, after asking.
    void discardChanges() {
        open(Screen.CHANGES);
        drafting.pendingView().ifPresent(PendingView::discard);
    }

    /// The schema of the object whose tab is in front.
    Optional<String> schemaInFront() {
        return tabs.selected()
                .filter(ObjectTab.class::isInstance)
                .map(tab -> ((ObjectTab) tab).object().name().schema());
    }

    @Override
    public void openDiagram(QualifiedName focus) {
        TabContent diagram = tabs.show(Drafting.key(Screen.DIAGRAM), () -> drafting.screen(Screen.DIAGRAM));
        ((DiagramView) diagram).focus(focus);
    }

    @Override
    public void runMigrations(ServiceMigrations migrations) {
        tabs.show(Drafting.migrationsKey(migrations), () -> drafting.migrations(migrations));
    }

    /// An object is opened: it is found faster the next time, and seen in the explorer.
    private void noticed(SchemaObject object) {
        quickOpen.opened(object.name());
        explorer.reveal(object);
    }

    private void show(SchemaObject object, Side side) {
        noticed(object);
        ((ObjectTab) tabs.show(ObjectTab.key(object), () -> tab(object, side))).show(side);
    }

    @Override
    public void openRows(QualifiedName name, List<Filter> filters) {
        openRows(name, filters, List.of());
    }

    @Override
    public void openRows(QualifiedName name, List<Filter> filters, List<Place> trail) {
        find(name).filter(Relation.class::isInstance).map(Relation.class::cast).ifPresent(relation -> {
            noticed(relation);
            SideContent data = sides.data(relation, filters, trail);
            ObjectTab made = tab(relation, Side.DATA);
            ObjectTab shown = (ObjectTab) tabs.show(made.key(), () -> made.with(data));
            if (shown != made) {
                shown.with(data).show(Side.DATA);
            }
        });
    }

    private ObjectTab tab(SchemaObject object, Side side) {
        return new ObjectTab(new FollowedObject(session, object), side, sides::make, tabCommands);
    }

    @Override
    public void openConsole(String sql) {
        consoles.make(tabs, sql);
    }

    private Optional<TabContent> reopen(String key) {
        return Drafting.screen(key)
                .map(drafting::screen)
                .or(() -> Drafting.schemaOf(key)
                        .flatMap(name -> schemas()
                                .filter(schema -> schema.name().equals(name))
                                .findFirst()
                                .map(drafting::schema)))
                .or(() -> consoles.reopen(key))
                .or(() -> reopenObject(key));
    }

    private Optional<TabContent> reopenObject(String key) {
        return objects()
                .filter(object -> ObjectTab.key(object).equals(key))
                .findFirst()
                .map(object -> tab(object, ObjectTab.sides(object).getFirst()));
    }

    private Optional<SchemaObject> find(QualifiedName name) {
        return objects().filter(object -> object.name().equals(name)).findFirst();
    }

    private Stream<SchemaObject> objects() {
        return databases().flatMap(Database::objects);
    }

    private Stream<Schema> schemas() {
        return databases().flatMap(database -> database.schemas().stream());
    }

    /// What is designed first: a name may have passed from one thing to another.
    private Stream<Database> databases() {
        Design design = session.designing().design().get();
        Snapshot snapshot = session.catalog().get();
        return Stream.concat(
                Stream.ofNullable(design).map(Design::database),
                Stream.ofNullable(snapshot).map(Snapshot::database));
    }

    @Override
    public void close() {
        tabs.clear();
        drafting.close();
        session.close();
    }
}
