package mana.studio.ui.tour;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import mana.studio.demo.DemoServer;
import mana.studio.demo.StuckLock;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.shell.MainWindow;
import org.jspecify.annotations.Nullable;

/// The screens that the tour visits, on the demo database.
final class Stops {
    private static final QualifiedName TRANSACTIONS = new QualifiedName("credits", "transactions");
    private static final QualifiedName USERS = new QualifiedName("auth", "users");
    private static final QualifiedName SESSIONS = new QualifiedName("auth", "sessions");
    /// Steps to the right until `metadata` of `credits.transactions`, the first of which enters the grid.
    private static final int METADATA = 6;

    private final MainWindow window;
    private final Background background;
    private final Hands hands;
    private @Nullable StuckLock stuck;

    Stops(MainWindow window, Background background) {
        this.window = window;
        this.background = background;
        this.hands = new Hands(window.scene());
    }

    List<Stop> list() {
        return List.of(
                new Stop("desk", () -> window.opener().openDemo(), this::catalogIsThere),
                new Stop("explorer", () -> hands.write("#explorer-filter", "user"), () -> shows("#explorer-tree")),
                at("data", this::transactions, "#data-grid"),
                pressing("value", this::viewMetadata, "#value-pane"),
                pressing("record", () -> hands.press(KeyCode.CONTROL, KeyCode.R), "#record-view"),
                at("filtered", this::filteredUsers, "#data-grid"),
                at("where-refused", this::wrongCondition, "#where-problem"),
                at("structure", to -> to.open(SESSIONS, Side.STRUCTURE), "#columns-grid"),
                pressing("design", this::designSessions, "#pending-bar"),
                at("changes", to -> to.open(Screen.CHANGES), "#tabs"),
                at("diagram", to -> to.open(Screen.DIAGRAM), "#tabs"),
                at("diagram-around", to -> to.openDiagram(SESSIONS), "#tabs"),
                at("conventions", to -> to.open(Screen.CONVENTIONS), "#findings"),
                at("history", to -> to.open(Screen.HISTORY), "#migrations"),
                pressing("history-simulation", this::simulate, "#simulation"),
                at("drizzle", to -> to.open(SESSIONS, Side.DRIZZLE), "#copy-typescript"),
                at("migration", to -> to.open(Screen.MIGRATION), "#proof"),
                at("drift-none", to -> to.open(Screen.DRIFT), "#drift-none"),
                pressing("drift", this::driftOfCredits, "#differences"),
                at("sql", to -> to.open(SESSIONS, Side.SQL), "#copy-sql"),
                at("references", to -> to.open(USERS, Side.REFERENCES), "#tabs"),
                new Stop("console", () -> window.navigator().ifPresent(this::console), this::consoleRan),
                pressing("quick-open", this::search, "#quick-open-list"),
                pressing("palette", this::palette, "#palette-list"),
                new Stop("keys", this::keys, () -> Window.getWindows().size() > 1),
                at("locks-calm", this::calmLocks, "#lock-table"),
                new Stop("locks", this::stickALock, this::lockIsStuck),
                new Stop("locks-release", this::askToEnd, () -> Window.getWindows().size() > 1),
                at("activity", this::activity, ".session-table .table-row-cell:filled"),
                new Stop("history-incident", this::incident, this::incidentIsShown),
                new Stop("connect", this::connections, () -> shows("#connections")));
    }

    private void transactions(Navigator navigator) {
        hands.write("#explorer-filter", "");
        navigator.open(TRANSACTIONS, Side.DATA);
    }

    private void viewMetadata() {
        hands.focus("#data-grid");
        hands.repeat(METADATA, KeyCode.RIGHT);
        hands.repeat(2, KeyCode.DOWN);
        hands.press(KeyCode.SHIFT, KeyCode.ENTER);
    }

    /// A type, a default and a new column; what is done on the way is undone by the next theme's visit.
    private void designSessions() {
        hands.focus("#columns-grid");
        for (int step = 0; step < 8; step++) {
            hands.press(KeyCode.CONTROL, KeyCode.Z);
        }
        hands.press(KeyCode.HOME);
        hands.repeat(2, KeyCode.DOWN);
        hands.press(KeyCode.RIGHT);
        hands.press(KeyCode.F2);
        hands.fill("text");
        hands.press(KeyCode.ENTER);
        hands.press(KeyCode.INSERT);
        hands.fill("is_trusted");
        hands.press(KeyCode.TAB);
        hands.fill("boolean");
        hands.press(KeyCode.ENTER);
    }

    private void filteredUsers(Navigator navigator) {
        navigator.openRows(
                USERS,
                List.of(
                        new Filter("email", Operator.CONTAINS, List.of("example.org")),
                        new Filter("role", Operator.ONE_OF, List.of("admin", "user"))));
    }

    private void wrongCondition(Navigator navigator) {
        hands.write("#where", "created_at > yesterday");
        hands.press(KeyCode.ENTER);
    }

    private void simulate() {
        hands.focus("#simulate");
        hands.press(KeyCode.SPACE);
    }

    /// The third service: what its skipped migration would have made is missing.
    private void driftOfCredits() {
        hands.focus("#drift-service");
        hands.repeat(2, KeyCode.DOWN);
    }

    private void incident() {
        endStaged();
        window.opener().openIncident();
    }

    /// Its history is opened as soon as its catalog is there.
    private boolean incidentIsShown() {
        boolean open = window.catalog()
                .filter(snapshot -> snapshot.database().name().equals(DemoServer.INCIDENT))
                .isPresent();
        if (open && !shows("#migrations")) {
            window.navigator().ifPresent(to -> to.open(Screen.HISTORY));
        }
        return open && shows("#migrations");
    }

    private void console(Navigator navigator) {
        navigator.openConsole(
                """
                -- An advisory lock can be released only by its own session.
                SELECT pg_advisory_unlock(987654321);

                SELECT t.id, t.user_id, t.amount, t.created_at
                FROM credits.transactions t
                ORDER BY t.created_at DESC;
                """);
    }

    /// Its button does nothing until the text is there, nor while it runs.
    private boolean consoleRan() {
        if (!shows("#results")) {
            hands.fire("#console-run");
        }
        return shows("#results");
    }

    private void search() {
        hands.press(KeyCode.CONTROL, KeyCode.P);
        hands.write("#quick-open-field", "crtra");
    }

    private void palette() {
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.CONTROL, KeyCode.K);
    }

    private void calmLocks(Navigator navigator) {
        hands.press(KeyCode.ESCAPE);
        navigator.open(Screen.LOCKS);
    }

    /// Real sessions; they are ended before the next stop.
    private void stickALock() {
        window.workspace()
                .ifPresent(workspace -> background.start(
                        Job.of("Staging a stuck lock", _ -> StuckLock.stage(workspace.own()))
                                .quietly()
                                .whenDone(staged -> stuck = staged)));
    }

    /// Stuck is what the successor of an idle session has waited for, for ten seconds.
    private boolean lockIsStuck() {
        if (stuck != null && !shows("#lock-suggested") && shows("#lock-show-worst")) {
            hands.focus("#lock-show-worst");
            hands.press(KeyCode.SPACE);
        }
        return shows("#lock-suggested") && shows(".lock-verdict-stuck");
    }

    private void activity(Navigator navigator) {
        hands.press(KeyCode.ESCAPE);
        navigator.open(Screen.ACTIVITY);
    }

    private void endStaged() {
        StuckLock staged = stuck;
        if (staged != null) {
            stuck = null;
            background.start(Job.of("Ending the staged sessions", _ -> {
                        staged.close();
                        return staged;
                    })
                    .quietly());
        }
    }

    private void askToEnd() {
        hands.focus("#lock-end");
        hands.press(KeyCode.SPACE);
    }

    private void keys() {
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.F1);
    }

    private void connections() {
        hands.press(KeyCode.ESCAPE);
        window.showConnections();
    }

    private Stop at(String name, Consumer<Navigator> go, String shown) {
        BooleanSupplier arrived = () -> shows(shown);
        return new Stop(name, () -> window.navigator().ifPresent(go), arrived);
    }

    private Stop pressing(String name, Runnable go, String shown) {
        return new Stop(name, go, () -> shows(shown));
    }

    private boolean catalogIsThere() {
        return window.catalog().isPresent() && shows("#explorer-tree");
    }

    private boolean shows(String selector) {
        return window.scene().getRoot().lookupAll(selector).stream().anyMatch(Hands::isSeen);
    }
}
