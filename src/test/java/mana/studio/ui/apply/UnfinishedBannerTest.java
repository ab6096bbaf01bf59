package mana.studio.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.connection.Environment;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a killed studio leaves is said when the database is opened.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class UnfinishedBannerTest {
    /// As the studio writes it; its process is one that is no more.
    static final String JOURNAL = """
        {
          "profile" : "%1$s", "database" : "%1$s", "place" : "postgres@localhost/%1$s",
          "startedAt" : "2026-03-01T14:03:00Z", "process" : 99999999, "lost" : false, "backend" : 1,
          "backendStarted" : "",
          "parts" : [
            { "kind" : "TRANSACTION", "statements" : [ "CREATE TABLE public.a (x int)" ], "state" : "APPLIED" },
            { "kind" : "ALONE", "statements" : [ "CREATE UNIQUE INDEX CONCURRENTLY twice ON public.users (email)" ],
              "state" : "RUNNING" },
            { "kind" : "TRANSACTION", "statements" : [ "CREATE TABLE public.b (x int)" ], "state" : "PENDING" }
          ]
        }
        """;

    @TempDir
    private Path home;

    private Stage stage;
    private Screen screen;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void open() throws Exception {
        screen = new Screen(home, Environment.LOCAL, false);
        screen.open(stage, Theme.LIGHT, 1000, 700);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void saysWhatWasAppliedOffersToCleanUpAndForgets(FxRobot robot) throws Exception {
        leave(screen);
        screen.show(this::banner);
        Screen.waitForText(robot, "1 of 3 parts was applied, the rest was not.");
        assertThat(Screen.texts(robot)).contains("was interrupted on 2026-03-01 14:03");

        robot.clickOn("Details");
        assertThat(Screen.texts(robot))
                .contains("applied", "not applied", "was left half built: it is not valid", "It was not begun.");
        robot.clickOn("Remove index…");
        robot.clickOn("Apply 1 statement");
        Screen.waitForText(robot, "Applied in");
        assertThat(screen.ask("SELECT to_regclass('twice')::text")).isEqualTo("null");
    }

    @Test
    void goesWhenItIsForgotten(FxRobot robot) throws Exception {
        leave(screen);
        screen.show(this::banner);
        Screen.waitForText(robot, "1 of 3 parts");
        robot.clickOn("Forget it");
        Screen.waitFor(
                "no banner",
                () -> !robot.lookup("#unfinished-banner").<Node>query().isVisible());
        assertThat(home.resolve("state/apply").toFile().list()).isEmpty();
    }

    @Test
    void takesNoRoomWhereNothingIsUnfinished(FxRobot robot) {
        screen.show(this::banner);
        assertThat(robot.lookup("#unfinished-banner").<Node>query().isVisible()).isFalse();
    }

    private Parent banner() {
        return new StackPane(screen.screens.unfinished());
    }

    /// Makes the database and the disk look as after a kill in the second of three parts.
    static void leave(Screen screen) throws Exception {
        screen.database.run("CREATE TABLE a (x int)");
        screen.database.run("UPDATE users SET email = 'same' WHERE id < 3");
        try {
            screen.database.run("CREATE UNIQUE INDEX CONCURRENTLY twice ON users (email)");
        } catch (AssertionError duplicates) {
            assertThat(screen.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'twice'::regclass"))
                    .isEqualTo("f");
        }
        Path folder = screen.places.state().resolve("apply");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(screen.database.name() + ".json"), JOURNAL.formatted(screen.database.name()));
    }
}
