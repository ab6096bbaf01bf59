package mana.studio.ui.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Conflict;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.settings.Places;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PendingViewTest {
    private final Snapshot snapshot = TestDatabases.platformSnapshot();
    private final Database base = snapshot.database();
    private final Table users = table("users");
    private final TestSession session = new TestSession(snapshot);
    private PendingDesign pending;
    private Scene scene;

    @Start
    void start(Stage stage) {
        pending = new PendingDesign(session);
        TextField field = new TextField();
        field.setId("some-field");
        BorderPane root = new BorderPane(new PendingView(session, pending));
        root.setTop(new HBox(8, new PendingBar(session, pending), field));
        UndoKeys.install(root, pending);
        scene = new Scene(root, 760, 520);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void listsWhatIsPendingAndCountsIt(FxRobot robot) throws Exception {
        assertThat(texts(robot)).contains("Nothing is pending");
        edit(robot, rename("email", "mail"));
        edit(robot, comment("People"));
        edit(robot, dropSessions());

        waitFor(() -> texts(robot)
                .containsAll(List.of(
                        "3 changes in 2 tables",
                        "column mail: name email → mail",
                        "auth.sessions",
                        "table",
                        "renamed",
                        "changed",
                        "removed")));
        assertThat(texts(robot)).anyMatch(text -> text.startsWith("table: comment") && text.endsWith("People"));
        click(robot, ".pending-bar");
        assertThat(session.visited()).contains("screen CHANGES");
    }

    @Test
    void revertsOneChangeByDeleteAndGoesToOneByEnter(FxRobot robot) throws Exception {
        edit(robot, rename("email", "mail"));
        edit(robot, comment("People"));
        waitFor(() -> texts(robot).contains("2 changes in 1 table"));

        waitFor(() -> isChosenByClick(robot, "column mail: name email → mail"));
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(session.visited()).contains("spot NAME");
        robot.press(KeyCode.DELETE).release(KeyCode.DELETE);

        waitFor(() -> texts(robot).contains("1 change in 1 table"));
        assertThat(texts(robot)).noneMatch(text -> text.contains("mail"));
        assertThat(pending.design().get().undoable()).contains("Revert column mail");
    }

    /// Clicks when everything stands where it will stay.
    private static void click(FxRobot robot, String what) {
        WaitForAsyncUtils.waitForFxEvents(10);
        robot.clickOn(what);
    }

    /// The list may still move under the mouse: the click counts where it chose what was meant.
    private static boolean isChosenByClick(FxRobot robot, String words) {
        robot.clickOn(words);
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".list-cell:selected").queryAll().stream()
                .flatMap(cell -> cell.lookupAll(".label").stream())
                .anyMatch(label -> label instanceof Labeled said && words.equals(said.getText()));
    }

    @Test
    void undoesTheDesignFromInsideAField(FxRobot robot) throws Exception {
        edit(robot, rename("email", "mail"));
        edit(robot, comment("People"));
        robot.clickOn("#some-field").write("xy");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(pending.design().get().redoable()).contains("Comment on users");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(pending.design().get().isEmpty()).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z).release(KeyCode.Z, KeyCode.SHIFT, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        assertThat(pending.design().get().redoable()).isEmpty();
        assertThat(robot.lookup("#some-field").queryAs(TextField.class).getText())
                .isEqualTo("xy");
        waitFor(() -> texts(robot).contains("2 changes in 1 table"));
    }

    @Test
    void asksBeforeAllIsDiscarded(FxRobot robot) throws Exception {
        edit(robot, comment("People"));
        waitFor(() -> texts(robot).contains("1 change in 1 table"));
        robot.clickOn((Node node) -> "Discard all changes…".equals(node.getAccessibleText()));
        waitFor(() -> robot.lookup("Discard 1 change in 1 table?").tryQuery().isPresent());
        click(robot, "Discard");
        waitFor(() -> texts(robot).contains("Nothing is pending"));
        assertThat(pending.design().get().undoable()).contains("Discard all changes");
    }

    @Test
    void resolvesConflictsOneByOne(FxRobot robot) throws Exception {
        edit(robot, comment("Mine"));
        edit(robot, rename("email", "mail"));
        Database theirs = Edits.renameColumn(
                Edits.changeTable(base, users.id(), table -> table.withComment("Theirs")),
                users.id(),
                column("email").id(),
                "e_mail");
        robot.interact(() -> session.read(new Snapshot(theirs, Map.of(), snapshot.readAt())));

        waitFor(() -> texts(robot)
                .containsAll(List.of(
                        "The database was changed too: 1 of 2", "column email of auth.users: name", "mail", "e_mail")));
        look("conflicts");
        click(robot, "Keep mine");
        waitFor(() -> texts(robot)
                .containsAll(List.of("The database was changed too", "table auth.users: comment", "Mine", "Theirs")));
        click(robot, "Take theirs");
        waitFor(() -> pending.conflicts().get().isEmpty());
        waitFor(() -> texts(robot).contains("1 change in 1 table"));
        waitFor(() -> texts(robot).contains("column mail: name e_mail → mail"));
    }

    @Test
    void takesADesignUpAgain(FxRobot robot, @TempDir Path folder) throws Exception {
        Places places = new Places(folder, folder, folder);
        PendingDesign first = made(robot, places);
        waitFor(() -> first.design().get() != null);
        robot.interact(() -> first.edit(comment("People")));
        robot.interact(first::close);
        waitFor(() -> new DesignFile(places, "p").load().design().isPresent());

        PendingDesign second = made(robot, places);
        waitFor(() -> second.design().get() != null && second.changes().get().size() == 1);
        assertThat(second.design().get().undoable()).contains("Comment on users");
        robot.interact(second::undo);
        assertThat(second.design().get().isEmpty()).isTrue();
    }

    /// The first is not closed: the studio may have died.
    @Test
    void asksAgainWhatWasNotDecidedBeforeTheEnd(FxRobot robot, @TempDir Path folder) throws Exception {
        Places places = new Places(folder, folder, folder);
        PendingDesign first = made(robot, places);
        waitFor(() -> first.design().get() != null);
        robot.interact(() -> first.edit(comment("Mine")));
        robot.interact(() -> first.edit(rename("email", "mail")));
        robot.interact(() -> first.edit(dropSessions()));
        Database theirs = Edits.changeTable(
                Edits.renameColumn(base, users.id(), column("email").id(), "e_mail"),
                users.id(),
                table -> table.withComment("Theirs"));
        Database changed =
                Edits.changeTable(theirs, table("sessions").id(), table -> table.withComment("Still in use"));
        robot.interact(() -> session.read(new Snapshot(changed, Map.of(), snapshot.readAt())));
        waitFor(() -> first.conflicts().get().size() == 3);
        waitFor(() -> new DesignFile(places, "p").load().conflicts().size() == 3);

        PendingDesign second = made(robot, places);
        waitFor(() -> second.conflicts().get().size() == 3);
        assertThat(second.conflicts().get()).isEqualTo(first.conflicts().get());
        robot.interact(() -> second.resolve(conflict(second, "table auth.users: comment"), false));
        waitFor(() -> new DesignFile(places, "p").load().conflicts().size() == 2);

        PendingDesign third = made(robot, places);
        waitFor(() -> third.conflicts().get().size() == 2);
        robot.interact(() -> third.resolve(conflict(third, "column email of auth.users: name"), true));
        robot.interact(() -> third.resolve(conflict(third, "table auth.sessions"), true));
        Database left = third.design().get().database();
        assertThat(left).isEqualTo(Edits.changeTable(changed, users.id(), table -> table.withComment("Mine")));
        waitFor(() -> new DesignFile(places, "p").load().conflicts().isEmpty());
    }

    private static Conflict conflict(PendingDesign of, String what) {
        return of.conflicts().get().stream()
                .filter(conflict -> conflict.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void looksGood(FxRobot robot) throws Exception {
        edit(robot, rename("email", "mail"));
        edit(robot, comment("People"));
        edit(robot, dropSessions());
        edit(
                robot,
                Edit.of(
                        "Type",
                        database -> Edits.changeColumn(
                                database,
                                users.id(),
                                column("name").id(),
                                one -> one.withType(column("id").type()).withDefaultExpression("gen_random_uuid()"))));
        waitFor(() -> texts(robot).contains("4 changes in 2 tables"));
        robot.interact(() -> robot.lookup(".pending-list")
                .queryAs(ListView.class)
                .getSelectionModel()
                .select(2));
        look("list");
    }

    /// Writes pictures where a person wants to look at them: `-Dmana.pictures=DIR`.
    private void look(String name) throws Exception {
        String folder = System.getProperty("mana.pictures", "");
        if (!folder.isEmpty()) {
            for (Theme theme : Theme.values()) {
                Path file =
                        Path.of(folder, "pending-" + name + "-" + theme.name().toLowerCase() + ".png");
                var picture = WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
                    theme.apply(scene);
                    return Snapshots.take(scene);
                });
                Snapshots.write(picture, file);
            }
        }
    }

    private PendingDesign made(FxRobot robot, Places places) {
        PendingDesign[] made = new PendingDesign[1];
        robot.interact(() -> made[0] = new PendingDesign(session, new DesignFile(places, "p")));
        return made[0];
    }

    private Edit rename(String column, String name) {
        return Edit.of(
                "Rename column " + column,
                database ->
                        Edits.renameColumn(database, users.id(), column(column).id(), name));
    }

    private Edit comment(String text) {
        return Edit.of(
                "Comment on users",
                database -> Edits.changeTable(database, users.id(), table -> table.withComment(text)));
    }

    private Edit dropSessions() {
        return Edit.of(
                "Drop sessions",
                database -> Edits.drop(database, table("sessions").id()).database());
    }

    private void edit(FxRobot robot, Edit edit) {
        robot.interact(() -> pending.edit(edit));
    }

    private Table table(String name) {
        return base.tables()
                .filter(table -> table.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Column column(String name) {
        return users.column(name).orElseThrow();
    }

    private static List<String> texts(FxRobot robot) {
        return robot
                .lookup(node -> node instanceof Labeled labeled
                        && node.isVisible()
                        && isShown(node)
                        && labeled.getText() != null)
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .collect(Collectors.toList());
    }

    private static boolean isShown(javafx.scene.Node node) {
        for (javafx.scene.Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
