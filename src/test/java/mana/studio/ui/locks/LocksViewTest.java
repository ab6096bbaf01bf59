package mana.studio.ui.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.connection.Environment;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
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

/// A stuck lock from the first sight to the proof, by mouse and by keyboard, on real sessions.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class LocksViewTest {
    private static final String TAKES = "SELECT pg_advisory_lock(987654321)";

    @TempDir
    private Path home;

    private Stage stage;
    private Screen screen;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    private void open(Scene people, Environment environment, String user) throws Exception {
        screen = new Screen(home, people, environment, user);
        screen.open(stage, Theme.LIGHT, 1280, 800);
        screen.onlyHere();
    }

    @AfterEach
    void close() throws Exception {
        screen.close();
    }

    @Test
    void endsAStuckHolderByMouse(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        Actor holder = people.open("mana-auth-migrate").run(TAKES);
        Actor waiter = people.open("mana-auth-deploy");
        var waiting = waiter.blocks(TAKES);
        open(people, Environment.LOCAL, "postgres");
        Screen.waitForText(robot, "mana-auth migrations");
        Screen.waitForText(robot, "Stuck");
        assertThat(Screen.texts(robot)).contains("pid " + holder.pid(), "pid " + waiter.pid(), "number 1 in the queue");
        Screen.click(robot, "pid " + holder.pid());
        Screen.waitForText(robot, "What this rests on");
        Screen.waitForText(robot, "one number, bigint");
        assertThat(Screen.texts(robot)).contains(TAKES, "classid 0, objid 987654321, objsubid 1");
        Screen.click(robot, "End its session");
        Screen.waitForText(robot, "End session " + holder.pid() + "?");
        Screen.waitForText(robot, "Gets it next");
        assertThat(Screen.texts(robot)).contains("mana-auth-deploy", "gets it at once");
        assertThat(holder.isAlive()).isTrue();
        Screen.write(robot, "#release-reason", "deploy hangs");
        Screen.click(robot, "#release-act");
        Screen.waitForText(robot, "The lock was handed over to mana-auth-deploy, pid " + waiter.pid() + ".");
        assertThat(Screen.texts(robot)).contains("Afterwards", "No index was left invalid.");
        assertThat(holder.isAlive()).isFalse();
        assertThat((Object) waiting.get()).isNull();
        Screen.click(robot, "Close");
        Screen.click(robot, "Done here (1)");
        Screen.waitForText(robot, "Reason: deploy hangs");
    }

    @Test
    void callsALockAsAPersonDoes(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        people.open("mailer").run("SELECT pg_advisory_lock(-7, 42)");
        open(people, Environment.LOCAL, "postgres");
        Screen.click(robot, "mailer");
        Screen.waitForText(robot, "What this rests on");
        Screen.click(robot, "Name this lock…");
        Screen.waitForText(robot, "Name lock (-7, 42)");
        Screen.write(robot, "#lock-name", "leader of the mailer");
        Screen.click(robot, "Save name");
        Screen.waitForText(robot, "leader of the mailer: from the list of locks");
    }

    @Test
    void endsItByKeyboardAloneOnProduction(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        Actor holder = people.open("mana-auth-migrate").run(TAKES);
        Actor waiter = people.open("mana-auth-deploy");
        waiter.blocks(TAKES);
        open(people, Environment.PRODUCTION, "postgres");
        Screen.waitForText(robot, "pid " + holder.pid());
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            robot.lookup("#lock-table").query().requestFocus();
            return null;
        });
        robot.type(KeyCode.DOWN);
        Screen.waitForText(robot, "What this rests on");
        robot.type(KeyCode.K);
        Screen.waitForText(robot, "Gets it next");
        // Enter cancels: nothing is done by accident.
        robot.type(KeyCode.ENTER);
        Screen.waitUntil(robot, "the sheet is gone", () -> !Screen.texts(robot).contains("Gets it next"));
        assertThat(holder.isAlive()).isTrue();
        robot.type(KeyCode.K);
        Screen.waitForText(robot, "This is production. Type the key, 987654321, to go on");
        assertThat(robot.lookup("#release-act").query().isDisabled()).isTrue();
        Node key = robot.lookup("#release-key").query();
        while (!key.isFocused()) {
            robot.type(KeyCode.TAB);
        }
        robot.targetWindow(key.getScene().getWindow());
        robot.write("987654321");
        robot.type(KeyCode.TAB, 2);
        robot.type(KeyCode.SPACE);
        Screen.waitForText(robot, "The lock was handed over to");
        assertThat(holder.isAlive()).isFalse();
    }

    @Test
    void saysWhyItMayNotAndWhatSomebodyElseCouldRun(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        people.run("DROP ROLE IF EXISTS board_guest; CREATE ROLE board_guest LOGIN");
        Actor holder = people.open("mana-auth-migrate").run(TAKES);
        open(people, Environment.LOCAL, "board_guest");
        Screen.waitForText(robot, "mana-auth migrations");
        Screen.click(robot, "mana-auth migrations");
        Screen.waitForText(robot, "The session belongs to the superuser postgres: only a superuser can end it.");
        assertThat(Screen.texts(robot)).contains("hidden");
        assertThat(robot.lookup("#lock-end").query().isDisabled()).isTrue();
        Screen.click(robot, "#lock-dba");
        assertThat(WaitForAsyncUtils.waitForAsyncFx(
                        5_000, () -> Clipboard.getSystemClipboard().getString()))
                .contains("pg_terminate_backend", "objid = 987654321", String.valueOf(holder.pid()));
    }

    @Test
    void doesNothingToWhoHasWorkedSince(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        Actor holder = people.open("mana-auth-migrate").run(TAKES);
        open(people, Environment.LOCAL, "postgres");
        Screen.waitForText(robot, "mana-auth migrations");
        Screen.click(robot, "mana-auth migrations");
        Screen.click(robot, "End its session");
        Screen.waitForText(robot, "Gets it next");
        holder.run("SELECT 42 AS answer");
        Screen.click(robot, "#release-act");
        Screen.waitForText(robot, "has worked since you looked");
        assertThat(Screen.texts(robot)).contains("SELECT 42 AS answer", "End it although it is busy");
        assertThat(holder.isAlive()).isTrue();
        Screen.click(robot, "Look again");
        Screen.waitForText(robot, "Gets it next");
        Screen.click(robot, "#release-act");
        Screen.waitForText(robot, "The lock is free.");
        assertThat(holder.isAlive()).isFalse();
    }

    @Test
    void showsManyKeysAsOneRowAndFindsOneOfThem(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        people.open("bulk-importer").run("SELECT pg_advisory_lock(1, n) FROM generate_series(1, 5000) AS n");
        open(people, Environment.LOCAL, "postgres");
        Screen.waitForText(robot, "bulk-importer: 5,000 keys (0 contended)");
        assertThat(screen.board.model().rows()).hasSize(1);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            robot.lookup("#lock-table").query().requestFocus();
            return null;
        });
        robot.type(KeyCode.DOWN);
        Screen.waitForText(robot, "bulk-importer, pid");
        robot.type(KeyCode.RIGHT);
        Screen.waitForText(robot, "(1, 1)");
        Screen.waitUntil(
                robot,
                "fifty and one that shows more",
                () -> screen.board.model().rows().size() == 52);
        robot.type(KeyCode.END).type(KeyCode.ENTER);
        Screen.waitUntil(robot, "fifty more", () -> screen.board.model().rows().size() == 102);
        Screen.write(robot, "#lock-search", "1,4321");
        Screen.waitForText(robot, "5,000 keys");
        Screen.waitUntil(
                robot,
                "the key that was searched for",
                () -> screen.board.model().rows().stream()
                        .anyMatch(row -> RowText.key(row).equals("(1, 4321)")));
    }

    @Test
    void standsStillWhilePausedAndTellsTheBadge(FxRobot robot) throws Exception {
        Scene people = Scene.fresh();
        Actor holder = people.open("mana-auth-migrate").run(TAKES);
        open(people, Environment.LOCAL, "postgres");
        Screen.waitForText(robot, "mana-auth migrations");
        Screen.click(robot, "mana-auth migrations");
        robot.type(KeyCode.SPACE);
        Screen.waitForText(robot, "Paused, ");
        Actor waiter = people.open("mana-auth-deploy");
        waiter.blocks(TAKES);
        robot.type(KeyCode.SPACE);
        Screen.waitForText(robot, "pid " + waiter.pid());
        Screen.click(robot, "Blocking only");
        Screen.waitForText(robot, "pid " + holder.pid());
        Screen.waitForText(robot, "1 stuck lock");
        screen.leave();
        Screen.click(robot, "#lock-badge");
        assertThat(screen.session.visited()).contains("screen LOCKS");
        screen.come();
        holder.leave();
        Screen.waitForText(robot, "Nothing fits");
        Screen.click(robot, "Show all");
        Screen.waitForText(robot, "mana-auth-deploy");
        Screen.waitUntil(
                robot, "only its new holder", () -> !Screen.texts(robot).contains("pid " + holder.pid()));
    }
}
