package mana.studio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogCache;
import mana.studio.connection.EmbeddedServer;
import mana.studio.connection.Profiles;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The whole window, as a person uses it.
@ExtendWith(ApplicationExtension.class)
class MainWindowTest {
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
        window = new MainWindow(parts(), stage);
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

    private Parts parts() {
        Places places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        return new Parts(
                places,
                background,
                new Profiles(places),
                new Demo(places),
                new CatalogCache(places),
                new Services(new JsonFile<>(
                        places.config().resolve("services.json"), ServiceRegistry.class, ServiceRegistry.MANA)),
                WindowState.file(places));
    }

    private void connect(FxRobot robot) {
        robot.interact(() -> window.opener().begin(Map.of("DATABASE_URL", url(database.target().endpoints().getFirst().port(), database.name()))));
        sight.waitFor("mana-credits");
    }

    private static String url(int port, String name) {
        return "postgresql://postgres@localhost:" + port + "/" + name;
    }

    @Test
    void opensTheDatabaseThatTheEnvironmentNames(FxRobot robot) {
        connect(robot);

        sight.waitFor("auth");
        sight.waitFor("local");
        sight.waitFor("3 schemas, 3 tables");
        sight.waitFor("Nothing open yet");
    }

    @Test
    void saysWhatIsWrongWithTheDatabaseThatTheEnvironmentNames(FxRobot robot) {
        String url = url(database.target().endpoints().getFirst().port(), "no_such_database");
        robot.interact(() -> window.opener().begin(Map.of("DATABASE_URL", url)));

        sight.waitFor("no_such_database");
        sight.waitFor("does not exist");
        sight.waitFor("Connect");
    }

    @Test
    void opensATableFromTheExplorerAndFollowsAKeyToAnother(FxRobot robot) {
        connect(robot);
        robot.clickOn("#explorer-filter").write("sess").type(KeyCode.ENTER);
        sight.waitFor("agent 1");

        robot.clickOn("user_0008").type(KeyCode.F4);
        sight.waitFor("person8@example.com");
        assertThat(sight.isSeen("person9@example.com")).isFalse();
    }

    @Test
    void findsAnythingWithAFewLetters(FxRobot robot) {
        connect(robot);
        robot.push(KeyCode.CONTROL, KeyCode.P);
        robot.write("crtr");
        sight.waitForLines("#quick-open-list");
        robot.type(KeyCode.ENTER);
        sight.waitFor("No rows");
    }

    @Test
    void putsTheFocusAmongTheRowsOfWhatWasOpened(FxRobot robot) {
        connect(robot);
        robot.push(KeyCode.CONTROL, KeyCode.P);
        robot.write("sessions");
        sight.waitForLines("#quick-open-list");
        robot.type(KeyCode.ENTER);
        sight.waitFor("agent 1");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.F4);
        sight.waitFor("person8@example.com");
    }

    @Test
    void opensTheTabsOfTheLastTimeAgain(FxRobot robot) throws Exception {
        connect(robot);
        robot.clickOn("#explorer-filter").write("users").type(KeyCode.ENTER);
        sight.waitFor("person1@example.com");
        robot.interact(window::close);

        robot.interact(() -> window = new MainWindow(parts(), window.stage()));
        connect(robot);
        sight.waitFor("person1@example.com");

        robot.push(KeyCode.CONTROL, KeyCode.W);
        sight.waitFor("Nothing open yet");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        sight.waitFor("person1@example.com");
    }

    @Test
    void showsEverySideOfATable(FxRobot robot) {
        connect(robot);
        robot.clickOn("#explorer-filter").write("sessions").type(KeyCode.ENTER);
        sight.waitFor("agent 1");
        robot.clickOn("Structure");
        sight.waitFor("sessions_user_id_fkey");
        robot.clickOn("SQL");
        sight.waitFor("Copy");
        robot.clickOn("References");
        sight.waitFor("auth.users");
    }

    @Test
    void leavesTheScreenToTheNewerOfTwoOpenings(FxRobot robot) {
        robot.interact(() -> {
            window.opener().openDemo();
            window.opener().openDemo();
        });
        sight.waitUntil(() -> background.unfinished().get() <= 1, "the older one has ended");
        assertThat(robot.lookup("#opening").tryQuery()).isPresent();

        robot.clickOn("Cancel");
        sight.waitFor("New connection");
    }

    @Test
    void goesBackFromTheConnectionsToWhatWasOpen(FxRobot robot) {
        connect(robot);
        robot.clickOn("#connection-chip");
        sight.waitFor("New connection");
        robot.clickOn("#back");
        sight.waitFor("Nothing open yet");
    }

    @Test
    void keepsWhatIsOnScreenWhileTheServerIsGoneAndComesBack(FxRobot robot, @TempDir Path folder) throws Exception {
        EmbeddedServer server = EmbeddedServer.at(folder);
        int port = server.port();
        TestServer.execute(server.source("postgres"), SmallPlatform.SQL);
        robot.interact(() -> window.opener().begin(Map.of("DATABASE_URL", url(port, "postgres"))));
        sight.waitFor("mana-credits");
        robot.clickOn("#explorer-filter").write("users").type(KeyCode.ENTER);
        sight.waitFor("person1@example.com");

        server.close();
        sight.waitFor("The server is gone");
        sight.waitFor("person1@example.com");

        try (EmbeddedServer again = EmbeddedServer.at(folder, port)) {
            assertThat(again.port()).isEqualTo(port);
            robot.clickOn("Try now");
            sight.waitUntilGone("The server is gone");
            sight.waitFor("Connected");
        }
    }

    @Test
    void listsItsKeys(FxRobot robot) {
        robot.push(KeyCode.F1);
        sight.waitFor("Quick open");
        sight.waitFor("Show the table and its neighbours");
        robot.clickOn("Close");
    }
}
