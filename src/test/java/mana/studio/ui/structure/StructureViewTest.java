package mana.studio.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class StructureViewTest {
    private final TestSession session = new TestSession(TestDatabases.platformSnapshot());
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        Scene scene = new Scene(root, 1000, 800);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void showsColumnsWithMarksForEyesAndForScreenReaders(FxRobot robot) {
        show(robot, table("auth.sessions"));

        assertThat(texts(robot)).contains("id", "uuid", "not null", "gen_random_uuid()", "auth.users.id");
        assertThat(spoken(robot, ".column-marks .label"))
                .contains("primary key", "references auth.users (id)", "unique");
        assertThat(spoken(robot, ".columns-cell"))
                .contains("column user_id, uuid, not null, references auth.users (id)");
    }

    @Test
    void opensTheTableThatAForeignKeyReferences(FxRobot robot) {
        show(robot, table("auth.sessions"));

        robot.clickOn("auth.users (id)");
        robot.clickOn("auth.users.id");

        assertThat(session.visited()).containsExactly("auth.users STRUCTURE", "auth.users STRUCTURE");
    }

    @Test
    void followsAReferenceWithTheKeyboard(FxRobot robot) {
        StructureView view = show(robot, table("auth.sessions"));

        robot.interact(view::requestFocus);
        robot.type(KeyCode.DOWN, KeyCode.F4);

        assertThat(session.visited()).containsExactly("auth.users STRUCTURE");
    }

    @Test
    void followsARenameAndSaysWhenItIsGone(FxRobot robot) {
        Table before = table("auth.sessions");
        show(robot, before);

        Table renamed = TableBuilder.table(before.id(), "auth", "logins")
                .column("device", "text")
                .build();
        robot.interact(() -> session.read(TestDatabases.snapshot(TestDatabases.database(renamed))));
        assertThat(texts(robot)).contains("device").doesNotContain("token");

        robot.interact(() -> session.read(TestDatabases.snapshot(TestDatabases.database())));
        assertThat(texts(robot))
                .contains("device", "The table auth.logins is no longer in the database. This is how it was.");
    }

    @Test
    void opensWhatRefersToATable(FxRobot robot) {
        robot.interact(() -> root.getChildren().setAll(new ReferencesView(session, table("auth.users"))));
        waitFor(() -> texts(robot).contains("Referenced by"));

        robot.clickOn("credits.transactions");
        robot.clickOn("auth.active_users");

        assertThat(session.visited()).containsExactly("credits.transactions STRUCTURE", "auth.active_users STRUCTURE");
    }

    private StructureView show(FxRobot robot, Table table) {
        robot.interact(() -> root.getChildren().setAll(new StructureView(session, table)));
        WaitForAsyncUtils.waitForFxEvents();
        return (StructureView) root.getChildren().getFirst();
    }

    private Table table(String name) {
        return session.catalog()
                .get()
                .database()
                .tables()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// What a person reads.
    private static Set<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .collect(Collectors.toSet());
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> spoken(FxRobot robot, String selector) {
        return robot.lookup(selector).queryAll().stream()
                .map(Node::getAccessibleText)
                .toList();
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
