package mana.studio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogCache;
import mana.studio.connection.Profiles;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.FxBackground;
import mana.studio.ui.kit.Snapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The commands of the whole window, by palette, key and menu.
@ExtendWith(ApplicationExtension.class)
class PaletteTest {
    private static TestDatabase database;

    @TempDir
    Path home;

    private final FxBackground background = new FxBackground();
    private MainWindow window;
    private Sight sight;

    @BeforeAll
    static void fill() {
        database = TestServer.freshDatabase().run(SmallPlatform.SQL);
    }

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

    @BeforeEach
    void look(FxRobot robot) {
        sight = new Sight(robot);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        background.close();
    }

    private void connect(FxRobot robot) {
        String url = "postgresql://postgres@localhost:"
                + database.target().endpoints().getFirst().port() + "/" + database.name();
        robot.interact(() -> window.opener().begin(Map.of("DATABASE_URL", url)));
        sight.waitFor("mana-credits");
    }

    private void openSessions(FxRobot robot) {
        robot.clickOn("#explorer-filter").write("sessions").type(KeyCode.ENTER);
        sight.waitFor("agent 1");
    }

    /// What the palette shows, as those hear it who do not see it.
    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#palette-list .list-cell").queryAllAs(ListCell.class).stream()
                .filter(cell -> !cell.isEmpty())
                .map(cell -> cell.getAccessibleText())
                .toList();
    }

    @Test
    void saysWhatCannotBeDoneBeforeADatabaseIsOpen(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.write("open diagram");
        sight.waitFor("No database is open");
        robot.type(KeyCode.ENTER);
        assertThat(sight.isSeen("Enter does it")).isTrue();

        robot.type(KeyCode.ESCAPE);
        assertThat(sight.isSeen("Enter does it")).isFalse();
    }

    @Test
    void opensAScreenByAFewLettersFromWithinAField(FxRobot robot) {
        connect(robot);
        robot.clickOn("#explorer-filter").write("use");
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("opcon").type(KeyCode.ENTER);

        sight.waitUntil(() -> !robot.lookup("#findings").queryAll().isEmpty(), "the conventions are open");
        assertThat(robot.lookup("#explorer-filter").queryTextInputControl().getText())
                .isEqualTo("use");
    }

    @Test
    void offersTheObjectsOfTheTabInFrontAndThoseUsedLastFirst(FxRobot robot) throws Exception {
        connect(robot);
        openSessions(robot);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("show structure");
        sight.waitUntil(() -> lines(robot).equals(List.of("Show structure auth.sessions")), "one line is left");
        robot.type(KeyCode.ENTER);
        sight.waitFor("sessions_user_id_fkey");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        sight.waitUntil(() -> lines(robot).getFirst().startsWith("Show structure"), "it is the first");
        Snapshots.write(picture(robot), Path.of("target", "gallery", "palette.png"));
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.ESCAPE);
        assertThat(sight.isSeen("Enter does it")).isFalse();
    }

    private BufferedImage picture(FxRobot robot) {
        var taken = new AtomicReference<BufferedImage>();
        robot.interact(() -> taken.set(Snapshots.take(window.scene())));
        return taken.get();
    }

    @Test
    void opensAConsoleAndBringsItBackWithItsText(FxRobot robot) {
        connect(robot);
        robot.push(KeyCode.CONTROL, KeyCode.T);
        sight.waitUntil(() -> console(robot).isPresent(), "a console is open");
        sight.waitUntil(() -> !console(robot).orElseThrow().isDisabled(), "its text was read");
        robot.interact(() -> console(robot).orElseThrow().replace(0, 0, "SELECT 7"));
        robot.push(KeyCode.CONTROL, KeyCode.W);
        sight.waitUntil(() -> console(robot).isEmpty(), "it is closed");

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        sight.waitUntil(
                () -> console(robot)
                        .filter(pane -> pane.text().getValue().equals("SELECT 7"))
                        .isPresent(),
                "the text is back");
        sight.waitFor("Console 1");
    }

    private static Optional<CodePane> console(FxRobot robot) {
        return robot.lookup("#console-editor").tryQueryAs(CodePane.class);
    }

    @Test
    void makesATableInTheSchemaInFrontAndUndoesItByName(FxRobot robot) {
        connect(robot);
        openSessions(robot);
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("new table").type(KeyCode.ENTER);
        sight.waitFor("Starts with");
        robot.clickOn("#ask-name").write("gifts").type(KeyCode.ENTER);
        sight.waitFor("1 change");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("undo");
        sight.waitUntil(
                () -> lines(robot).getFirst().matches("Undo .*gifts.*, Ctrl\\+Z"), "what is undone is named");
        robot.type(KeyCode.ENTER);
        sight.waitUntilGone("1 change");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("apply changes");
        sight.waitFor("Nothing is pending");
        robot.type(KeyCode.ESCAPE);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        sight.waitFor("1 change");

        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("apply changes").type(KeyCode.ENTER);
        sight.waitFor("Back to the SQL");
    }

    @Test
    void showsTheSameCommandsInMenuKeysAndPalette(FxRobot robot) {
        connect(robot);
        List<Command> everywhere = window.commands().everywhere();
        assertThat(everywhere.stream().map(Command::id)).doesNotHaveDuplicates();
        assertThat(everywhere.stream().flatMap(command -> command.keys().stream())).doesNotHaveDuplicates();
        assertThat(everywhere.stream().flatMap(command -> command.keys().stream()))
                .allSatisfy(key -> assertThat(window.scene().getAccelerators())
                        .containsKey(KeyCombination.valueOf(key)));

        robot.clickOn("#menu");
        sight.waitFor("Disconnect");
        MenuButton menu = robot.lookup("#menu").queryAs(MenuButton.class);
        assertThat(menu.getItems().stream().map(MenuItem::getText).filter(text -> text != null))
                .contains("Undo (Ctrl+Z)", "Connections… (Ctrl+Shift+O)", "Keys (F1)");
        robot.type(KeyCode.ESCAPE);

        robot.push(KeyCode.F1);
        sight.waitFor("Command palette");
        robot.clickOn("Close");
    }
}
