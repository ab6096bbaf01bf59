package mana.studio.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.NoCommands;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ExplorerViewTest {
    private final TestSession session = new TestSession(TestDatabases.platformSnapshot());
    private final NoCommands commands = new NoCommands();
    private ExplorerView view;

    @Start
    void start(Stage stage) {
        view = new ExplorerView(session, commands);
        Scene scene = new Scene(view, 320, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void narrowsAsOneTypesAndOpensTheFirstMatchWithEnter(FxRobot robot) {
        robot.interact(view::focusFilter);
        robot.write("trans");

        assertThat(lines(robot)).containsExactly("credits", "Tables", "transactions");

        robot.type(KeyCode.ENTER);
        assertThat(session.visited()).containsExactly("credits.transactions");

        robot.clickOn("#explorer-filter").type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#explorer-filter").queryAs(TextField.class).getText())
                .isEmpty();
        assertThat(selected(robot)).isEqualTo("transactions");
    }

    @Test
    void opensWithTheKeyboardAlone(FxRobot robot) {
        robot.interact(view::focusFilter);
        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        robot.press(KeyCode.ALT).type(KeyCode.ENTER).release(KeyCode.ALT);

        assertThat(session.visited()).containsExactly("auth.sessions", "auth.sessions STRUCTURE");
    }

    @Test
    void opensWithADoubleClickAndItsStructureFromAColumn(FxRobot robot) {
        robot.clickOn("auth").type(KeyCode.RIGHT);
        robot.doubleClickOn("users");
        robot.type(KeyCode.RIGHT);
        robot.doubleClickOn("email");

        assertThat(session.visited()).containsExactly("auth.users", "auth.users STRUCTURE");
    }

    @Test
    void goesOnInTheFilterWhenOneTypesInTheTree(FxRobot robot) {
        robot.clickOn("auth").write("sess");

        assertThat(lines(robot)).containsExactly("auth", "Tables", "sessions");
    }

    @Test
    void keepsWhatIsOpenAndChosenWhenTheCatalogChanges(FxRobot robot) {
        robot.clickOn("auth").type(KeyCode.RIGHT);
        robot.clickOn("users");

        robot.interact(() -> session.read(TestDatabases.snapshot(TestDatabases.database(
                TestDatabases.users().build(),
                TableBuilder.table("auth", "accounts").build()))));

        assertThat(lines(robot)).containsExactly("auth", "Tables", "accounts", "users", "Extensions", "Other objects");
        assertThat(selected(robot)).isEqualTo("users");
    }

    @Test
    void copiesTheQualifiedNameFromTheMenu(FxRobot robot) {
        robot.interact(() -> view.reveal(TestDatabases.users().build()));
        robot.rightClickOn("users").clickOn("Copy qualified name");

        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("auth.users"));
    }

    @Test
    void showsWhatIsPendingForEyesAndForScreenReaders(FxRobot robot) throws Exception {
        Table users = TestDatabases.users().build();
        Identity id = session.catalog()
                .get()
                .database()
                .table(users.name())
                .orElseThrow()
                .id();
        robot.interact(() -> view.reveal(users));
        robot.interact(() ->
                session.designing().edit(Edit.of("Rename", database -> Edits.rename(database, id, "people"))));
        waitFor(() -> "people".equals(selected(robot)));
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Drop",
                        database -> Edits.drop(
                                        database,
                                        database.table(new QualifiedName("auth", "sessions"))
                                                .orElseThrow()
                                                .id())
                                .database())));
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Add",
                        database -> Edits.add(
                                database,
                                TableBuilder.table("auth", "devices")
                                        .notNull("id", "uuid")
                                        .build()))));
        waitFor(() -> spoken(robot).containsAll(List.of("table auth.devices, added", "table auth.sessions, removed")));
        waitFor(() -> spoken(robot).stream()
                .anyMatch(text -> text.startsWith("table auth.people") && text.endsWith("changed")));
        for (Theme theme : Theme.values()) {
            robot.interact(() -> theme.apply(view.getScene()));
            WaitForAsyncUtils.waitForFxEvents();
            var picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(view.getScene()));
            Snapshots.write(picture, Path.of("target/snapshots/objects", "explorer-" + theme + ".png"));
        }

        robot.rightClickOn("sessions").clickOn("Bring back");
        assertThat(commands.asked()).hasSize(1).first().asString().startsWith("revert ");
    }

    @Test
    void asksForCommandsByMenuAndKey(FxRobot robot) {
        Table users = session.catalog()
                .get()
                .database()
                .table(TestDatabases.users().build().name())
                .orElseThrow();
        robot.interact(() -> view.reveal(users));
        robot.clickOn("users").type(KeyCode.F2, KeyCode.DELETE);
        robot.rightClickOn("users").clickOn("Duplicate…");
        robot.rightClickOn("users").clickOn("Move to schema…");
        robot.rightClickOn("users").clickOn("Open diagram around it");
        robot.rightClickOn("Tables").clickOn("New table…");
        robot.rightClickOn("auth").clickOn("New enum…");
        robot.clickOn("#explorer-new").clickOn("New schema…");

        String id = users.id().key();
        assertThat(commands.asked())
                .containsExactly(
                        "rename " + id,
                        "drop " + id,
                        "duplicate " + id,
                        "move " + id,
                        "create TABLE auth",
                        "create ENUM auth",
                        "create schema");
        assertThat(session.visited()).containsExactly("diagram of auth.users");
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    private static String selected(FxRobot robot) {
        TreeItem<ExplorerNode> item = tree(robot).getSelectionModel().getSelectedItem();
        return item == null ? "" : name(item);
    }

    /// What a screen reader says of the rows.
    private static List<String> spoken(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".explorer-cell").queryAll().stream()
                .map(Node::getAccessibleText)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> lines(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        TreeView<ExplorerNode> tree = tree(robot);
        return IntStream.range(0, tree.getExpandedItemCount())
                .mapToObj(row -> name(tree.getTreeItem(row)))
                .toList();
    }

    private static String name(TreeItem<ExplorerNode> item) {
        return LineText.of(item.getValue().entry()).name();
    }

    @SuppressWarnings("unchecked")
    private static TreeView<ExplorerNode> tree(FxRobot robot) {
        return robot.lookup("#explorer-tree").queryAs(TreeView.class);
    }
}
