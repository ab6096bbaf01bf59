package mana.studio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogCache;
import mana.studio.connection.Profiles;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The whole window without a mouse.
@ExtendWith(ApplicationExtension.class)
class KeyboardTest {
    /// More than there are controls on any way.
    private static final int FAR = 60;

    @TempDir
    Path home;

    private final FxBackground background = new FxBackground();
    private final TestDatabase database = TestServer.freshDatabase().run(SmallPlatform.SQL);
    private MainWindow window;
    private Sight sight;

    @Start
    void start(Stage stage) {
        Places places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        window = new MainWindow(
                new Parts(
                        places,
                        background,
                        new Profiles(places),
                        new Demo(places),
                        new CatalogCache(places),
                        new Services(new JsonFile<>(
                                places.config().resolve("services.json"), ServiceRegistry.class, ServiceRegistry.MANA)),
                        WindowState.file(places)),
                stage);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        background.close();
    }

    private void connect(FxRobot robot) {
        sight = new Sight(robot);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        sight.waitFor("Paste a URL");
        robot.write("postgresql://postgres@localhost:"
                        + database.target().endpoints().getFirst().port() + "/" + database.name())
                .type(KeyCode.ENTER);
        sight.waitFor("mana-credits");
    }

    /// Does a command by a few letters of it.
    private void command(FxRobot robot, String letters) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write(letters).type(KeyCode.ENTER);
    }

    private Node focused(FxRobot robot) {
        var found = new AtomicReference<Node>();
        robot.interact(() -> found.set(window.scene().getFocusOwner()));
        return found.get();
    }

    private boolean isIn(FxRobot robot, String selector) {
        for (Node at = focused(robot); at != null; at = at.getParent()) {
            if (robot.lookup(selector).queryAll().contains(at)) {
                return true;
            }
        }
        return false;
    }

    private void tabTo(FxRobot robot, String selector) {
        for (int step = 0; step < FAR && !isIn(robot, selector); step++) {
            robot.type(KeyCode.TAB);
        }
        assertThat(isIn(robot, selector)).as("Tab reaches " + selector).isTrue();
    }

    /// Goes through the panes until one of them has it.
    private void paneWith(FxRobot robot, String selector) {
        for (int step = 0; step < FAR && !isIn(robot, selector); step++) {
            robot.type(KeyCode.F6);
        }
        assertThat(isIn(robot, selector)).as("F6 reaches " + selector).isTrue();
    }

    private List<String> columns() {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        """
                        SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute
                        WHERE attrelid = 'auth.sessions'::regclass AND attnum > 0 AND NOT attisdropped
                        ORDER BY attnum\
                        """)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
        return rows;
    }

    @Test
    void connectsDesignsAppliesAndLooksAround(FxRobot robot) {
        connect(robot);
        robot.push(KeyCode.CONTROL, KeyCode.P);
        robot.write("sessions").type(KeyCode.ENTER);
        sight.waitFor("agent 1");
        command(robot, "show structure");
        sight.waitFor("Add column");
        sight.waitUntil(() -> isIn(robot, "#columns-grid"), "the columns have the focus");

        robot.type(KeyCode.INSERT);
        robot.write("is_trusted").type(KeyCode.TAB).write("boolean").type(KeyCode.ENTER, KeyCode.ENTER);
        sight.waitFor("ADD COLUMN");
        paneWith(robot, ".preview");
        robot.push(KeyCode.SHIFT, KeyCode.F6);
        assertThat(isIn(robot, "#columns-grid")).as("back where one was, not %s", focused(robot)).isTrue();

        command(robot, "apply changes");
        sight.waitFor("Back to the SQL");
        tabTo(robot, "#apply-now");
        robot.type(KeyCode.SPACE);
        sight.waitFor("as designed");
        assertThat(columns()).containsExactly("id integer", "user_id text", "user_agent text", "is_trusted boolean");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        sight.waitFor("Which project is this database of?");
        sight.waitUntil(() -> isIn(robot, "#tabs"), "the history has the focus");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        sight.waitFor("No project yet");
        sight.waitUntil(() -> isIn(robot, "#tabs"), "drift has the focus");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        sight.waitUntil(() -> isIn(robot, ".diagram"), "the diagram has the focus");
        sight.waitUntil(() -> !robot.lookup("#diagram-legend").queryAll().isEmpty(), "the diagram is drawn");
        robot.write("/").write("transactions").type(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.ENTER);
        sight.waitFor("transactions_pkey");
    }

    @Test
    void leavesEveryControlWithTab(FxRobot robot) {
        connect(robot);
        robot.write("sessions").type(KeyCode.ENTER);
        sight.waitFor("agent 1");
        for (String side : List.of("data", "structure", "SQL", "Drizzle", "references")) {
            command(robot, "show " + side);
            goAround(robot, side);
        }
        for (String screen : List.of("pending changes", "open diagram", "open conventions", "open history", "open drift")) {
            command(robot, screen);
            goAround(robot, screen);
        }
    }

    /// Tab comes back to where it began, and visits the explorer on its way.
    private void goAround(FxRobot robot, String screen) {
        sight.waitUntil(() -> background.unfinished().get() == 0, screen + " has been read");
        robot.interact(() -> {
            Node begin = window.scene().lookup("#connection-chip");
            begin.requestFocus();
            Set<Node> visited = new LinkedHashSet<>();
            Node at = begin;
            do {
                assertThat(visited.add(at)).as("Tab goes on from %s in %s", at, screen).isTrue();
                Event.fireEvent(at, new KeyEvent(
                        KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, false, false, false, false));
                at = window.scene().getFocusOwner();
            } while (at != begin);
            assertThat(visited).as(screen).anyMatch(node -> "explorer-filter".equals(node.getId()));
            assertThat(visited.stream().filter(node -> name(node).isBlank()).toList())
                    .as("controls without a name in " + screen)
                    .isEmpty();
        });
    }

    /// What a screen reader would call a control.
    private String name(Node node) {
        if (node.getAccessibleText() != null) {
            return node.getAccessibleText();
        }
        return switch (node) {
            case Labeled labeled -> labeled.getText() == null ? "" : labeled.getText();
            case TextInputControl _, ComboBoxBase<?> _, ListView<?> _, TableView<?> _, TreeView<?> _ -> label(node);
            default -> node.getTypeSelector();
        };
    }

    /// The label that is made for it.
    private String label(Node node) {
        return labels(window.scene().getRoot())
                .filter(label -> label.getLabelFor() == node)
                .map(Label::getText)
                .findFirst()
                .orElse("");
    }

    private static Stream<Label> labels(Node node) {
        return switch (node) {
            case Label label -> Stream.of(label);
            case Parent parent -> parent.getChildrenUnmodifiable().stream().flatMap(KeyboardTest::labels);
            default -> Stream.empty();
        };
    }
}
