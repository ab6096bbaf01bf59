package mana.studio.ui.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
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
import org.testfx.util.WaitForAsyncUtils;

/// Running migrations by mouse and keyboard, on a real database.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class MigrateViewTest {
    @TempDir
    private Path home;

    private Stage stage;
    private Screen screen;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    private void open(Environment environment, boolean allowed, String... sql) throws Exception {
        screen = new Screen(home, environment, allowed);
        screen.migrations(sql);
        screen.open(stage, Theme.LIGHT, 1000, 720, "mana-auth");
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void waitsForTheLockSaysWhoHasItAndGoesOnWhenItIsFree(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false, "CREATE TABLE a (x int)" + Screen.BREAK + "CREATE TABLE b (x int)");
        Screen.waitForText(robot, "1 migration, 2 statements in one transaction: all of them or none.");
        assertThat(Screen.texts(robot)).contains("0000_initial_auth", "987654321", "Kept for mana-auth.", "to do");
        try (Connection other = screen.holder(987_654_321)) {
            robot.clickOn("Run 1 migration");
            Screen.waitForText(robot, "Advisory lock 987654321 is held by pid ");
            assertThat(Screen.texts(robot))
                    .contains("(mana-auth-migrate, idle for ", "Nobody else can unlock it", "Waiting for the lock …");
            other.close();
        }
        Screen.waitForText(robot, "Applied 1 migration in ");
        assertThat(Screen.texts(robot)).contains("committed", "Released advisory lock 987654321");
        assertThat(screen.ask("SELECT to_regclass('b')")).isEqualTo("b");
        assertThat(screen.session.refreshes()).isEqualTo(1);
        robot.clickOn("Copy log");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(
                        5_000, () -> Clipboard.getSystemClipboard().getString()))
                .contains("Took advisory lock 987654321");
        robot.clickOn("Look again");
        Screen.waitForText(robot, "Nothing is pending");
    }

    @Test
    void stopsWhileItWaits(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false, "CREATE TABLE a (x int)");
        Screen.waitForText(robot, "Run 1 migration");
        try (Connection _ = screen.holder(987_654_321)) {
            robot.type(KeyCode.SPACE);
            Screen.waitForText(robot, "is held by pid ");
            robot.press(KeyCode.CONTROL).type(KeyCode.F2).release(KeyCode.CONTROL);
            Screen.waitForText(robot, "Stopped. Everything was rolled back.");
        }
        assertThat(screen.ask("SELECT to_regclass('a')")).isEqualTo("null");
    }

    @Test
    void stopsWhatRunsOnTheServer(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false, "CREATE TABLE a (x int)" + Screen.BREAK + "SELECT pg_sleep(50)");
        Screen.waitForText(robot, "Run 1 migration");
        robot.clickOn("Run 1 migration");
        Screen.waitForText(robot, "1 of 2 statements done");
        robot.clickOn("Cancel");
        Screen.waitForText(robot, "Stopped. Everything was rolled back.");
        assertThat(Screen.texts(robot)).contains("stopped", "undone");
        assertThat(screen.ask("SELECT to_regclass('a')")).isEqualTo("null");
    }

    @Test
    void marksTheStatementThatFailed(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false, "CREATE TABLE a (x int)" + Screen.BREAK + "ALTER TABLE nobody ADD y int");
        Screen.waitForText(robot, "Run 1 migration");
        robot.clickOn("Run 1 migration");
        Screen.waitForText(robot, "0000_initial_auth.sql, line 3, statement 2 failed: 42P01");
        assertThat(Screen.texts(robot))
                .contains("relation \"nobody\" does not exist (SQLSTATE 42P01)", "undone", "failed")
                .contains("Everything was rolled back.");
        assertThat(screen.session.refreshes()).isZero();
    }

    @Test
    void saysWhatWillFailAndRunsItInTheOtherMode(FxRobot robot) throws Exception {
        open(
                Environment.LOCAL,
                false,
                "CREATE TABLE a (x int)" + Screen.BREAK + "CREATE INDEX CONCURRENTLY i ON public.users (email)");
        Screen.waitForText(robot, "Will fail with 25001 in 0000_initial_auth, line 3");
        robot.clickOn("Commit between, where one transaction cannot run it");
        Screen.waitForText(robot, "Taken care of in 0000_initial_auth, line 3");
        assertThat(Screen.texts(robot))
                .contains("in 2 transactions and 1 outside of any", "Runs outside of a transaction");
        robot.clickOn("Run 1 migration");
        Screen.waitForText(robot, "Applied 1 migration in ");
        assertThat(screen.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void asksForLossesAndForTheNameOfAProductionDatabase(FxRobot robot) throws Exception {
        open(Environment.PRODUCTION, true, "ALTER TABLE users DROP COLUMN note");
        Screen.waitForText(robot, "One statement destroys data");
        Node run = robot.lookup("Run 1 migration").query();
        assertThat(run.isDisabled()).isTrue();
        robot.type(KeyCode.SPACE);
        assertThat(run.isDisabled()).isTrue();
        robot.clickOn("#migrate-name").write(screen.database.name());
        assertThat(run.isDisabled()).isFalse();
        robot.clickOn("#migrate-lock")
                .press(KeyCode.CONTROL)
                .type(KeyCode.A)
                .release(KeyCode.CONTROL)
                .write("x");
        assertThat(run.isDisabled()).isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("4711");
        robot.clickOn(run);
        Screen.waitForText(robot, "Applied 1 migration in ");
        assertThat(Files.readString(screen.places.config().resolve("migration-locks.json")))
                .contains("4711");
    }

    @Test
    void refusesAProductionDatabase(FxRobot robot) throws Exception {
        open(Environment.PRODUCTION, false, "CREATE TABLE a (x int)");
        Screen.waitForText(robot, "Nothing is applied to a production database unless its connection allows it.");
        assertThat(robot.lookup("Run 1 migration").<Node>query().isDisabled()).isTrue();
    }

    @Test
    void showsTheWayBackWithTheBackupFirst(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false, "CREATE TABLE a (x int)");
        screen.write("0000_initial_auth.down.sql", "-- The rows of a do not come back.\nDROP TABLE a;");
        Screen.waitForText(robot, "Run 1 migration");
        robot.clickOn("Run 1 migration");
        Screen.waitForText(robot, "Applied 1 migration in ");
        robot.clickOn("Way back…");
        Screen.waitForText(robot, "Take 0000_initial_auth back");
        assertThat(Screen.texts(robot))
                .contains(
                        "Back the database up first",
                        "pg_dump --format=custom --file=before-0000_initial_auth-back.dump");
        robot.clickOn("Close");
    }
}
