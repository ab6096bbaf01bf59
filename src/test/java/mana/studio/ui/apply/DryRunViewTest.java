package mana.studio.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import javafx.scene.Node;
import javafx.stage.Stage;
import mana.studio.connection.Environment;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class DryRunViewTest {
    private static final String EMAIL_REQUIRED =
            "SELECT is_nullable FROM information_schema.columns WHERE column_name = 'email'";

    @TempDir
    private Path home;

    private Stage stage;
    private Screen screen;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    private void open(Environment environment) throws Exception {
        screen = new Screen(home, environment, false);
        screen.open(stage, Theme.LIGHT, 1000, 700);
        screen.database.run("UPDATE users SET email = NULL WHERE id IN (7, 8)");
        screen.design(Changes::withRequiredEmail, 1);
        screen.show(screen.screens::dryRun);
        Screen.waitForText(robotless(), "every statement ran.");
    }

    private static FxRobot robotless() {
        return new FxRobot();
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void triesOnTheScratchServerFirstAndCountsOnRequest(FxRobot robot) throws Exception {
        open(Environment.LOCAL);
        assertThat(Screen.texts(robot))
                .contains(
                        "On a scratch server of version 18", "without their rows", "ran", "Blocks reads and writes of")
                .doesNotContain("rows have NULL");

        robot.clickOn("Count now");
        Screen.waitForText(robot, "2 rows have NULL in email (id 7, 8)");
    }

    @Test
    void triesOnTheRealOneOnRequestAndRollsBack(FxRobot robot) throws Exception {
        open(Environment.LOCAL);
        robot.clickOn("On " + screen.database.name() + ", rolled back");
        Screen.waitForText(robot, "0 of 1 statements ran.");
        assertThat(Screen.texts(robot))
                .contains(
                        "fails",
                        "column \"email\" of relation \"users\" contains null values",
                        "2 rows have NULL in email (id 7, 8)");

        screen.database.run("UPDATE users SET email = '' WHERE email IS NULL");
        robot.clickOn("On " + screen.database.name() + ", rolled back");
        Screen.waitForText(robot, "in one transaction that was rolled back: every statement ran.");
        assertThat(Screen.texts(robot)).contains("Reads 500 rows of public.users");
        assertThat(screen.ask(EMAIL_REQUIRED)).isEqualTo("YES");
    }

    @Test
    void givesWayAtOnceOnTheRealOne(FxRobot robot) throws Exception {
        open(Environment.STAGING);
        try (Connection other = screen.other("SELECT count(*) FROM users")) {
            robot.clickOn("On " + screen.database.name() + ", rolled back");
            Screen.waitForText(robot, "SQLSTATE 55P03");
            other.rollback();
        }
    }

    @Test
    void commitsANewEnumValueOnTheScratchServerBeforeItIsUsed(FxRobot robot) throws Exception {
        open(Environment.LOCAL);
        screen.edit(Changes::withNewMood);
        Screen.waitFor(
                "a plan with a value",
                () -> screen.session.designing().forecast().get().plan().statements().stream()
                        .anyMatch(statement -> !statement.inTransaction()));
        robot.clickOn("Scratch server");
        Screen.waitFor(
                "all ran",
                () -> Screen.statements(robot).size() == 3
                        && Screen.texts(robot).contains("every statement ran."));
        assertThat(Screen.statements(robot)).anyMatch(sql -> sql.contains("ADD VALUE 'odd'"));
    }

    @Test
    void touchesNoProductionDatabase(FxRobot robot) throws Exception {
        open(Environment.PRODUCTION);
        assertThat(robot.lookup("On " + screen.database.name() + ", rolled back")
                        .<Node>query()
                        .isDisabled())
                .isTrue();
        assertThat(Screen.texts(robot)).contains("Nothing is tried on a production database");
        robot.clickOn("Count now");
        Screen.waitForText(robot, "2 rows have NULL in email");
    }
}
