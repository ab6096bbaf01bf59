package mana.studio.ui.locks;

import java.nio.file.Path;
import java.time.Duration;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.connection.Environment;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Draws the board in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class LocksGalleryTest {
    private static final String TAKES = "SELECT pg_advisory_lock(987654321)";

    @TempDir
    private Path home;

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @EnumSource
    void drawsAnIncident(Theme theme, FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        people.run("CREATE TABLE users (id int PRIMARY KEY, email text)");
        try (Screen screen = new Screen(home, people, Environment.PRODUCTION, "postgres")) {
            screen.open(stage, theme, 1280, 800);
            screen.onlyHere();
            Screen.waitForText(robot, "just read");
            screen.picture("calm", theme);
            Actor holder = people.open("mana-auth-migrate").run(TAKES);
            people.open("mana-auth-deploy").blocks(TAKES);
            people.open("mana-auth-migrate").run("SELECT pg_try_advisory_lock(987654321)");
            Screen.waitForText(robot, "1 waits");
            Screen.waitForText(robot, "Stuck");
            Screen.click(robot, "#lock-show-worst");
            Screen.waitForText(robot, "What this rests on");
            Screen.waitForText(robot, TAKES);
            screen.picture("stuck", theme);
            Screen.click(robot, "#lock-end");
            Screen.waitForText(robot, "Gets it next");
            screen.picture("dialog", theme);
            Screen.write(robot, "#release-key", "987654321");
            Screen.click(robot, "#release-act");
            Screen.waitForText(robot, "handed over");
            screen.picture("outcome", theme);
            Screen.click(robot, "Close");
            Actor table = people.open("psql").run("BEGIN; LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
            Actor blocked = people.open("report-builder").run("BEGIN; SELECT pg_advisory_xact_lock(-1, 42)");
            blocked.blocks("SELECT count(*) FROM users");
            people.open("report-builder").blocks("SELECT pg_advisory_lock(-1, 42)");
            people.open("bulk-importer").run("SELECT pg_advisory_lock(1, n) FROM generate_series(1, 5000) AS n");
            Screen.waitForText(robot, "5,000 keys");
            Screen.click(robot, "(-1, 42)");
            Screen.waitForText(robot, "pid " + table.pid());
            screen.picture("chain", theme);
            Screen.click(robot, "Runbook");
            Screen.waitForText(robot, "A lock is stuck");
            screen.picture("runbook", theme);
            Screen.click(robot, "Close");
            Screen.click(robot, "bulk-importer: 5,000 keys (0 contended)");
            robot.type(KeyCode.RIGHT);
            Screen.waitForText(robot, "(1, 1)");
            screen.picture("many", theme);
            screen.lose(Duration.ofSeconds(43));
            Screen.waitForText(robot, "What is shown is old: nothing can be done with it.");
            Screen.waitForText(robot, "s old");
            screen.picture("stale", theme);
            if (holder.isAlive()) {
                throw new AssertionError("the holder was ended");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatAPlainRoleSees(Theme theme, FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        people.run("DROP ROLE IF EXISTS board_guest; CREATE ROLE board_guest LOGIN");
        try (Screen screen = new Screen(home, people, Environment.LOCAL, "board_guest")) {
            people.open("mana-auth-migrate").run(TAKES);
            people.open("mana-auth-deploy").blocks(TAKES);
            screen.open(stage, theme, 1280, 800);
            screen.onlyHere();
            Screen.click(robot, "mana-auth migrations");
            Screen.waitForText(robot, "only a superuser can end it.");
            screen.picture("masked", theme);
        }
    }
}
