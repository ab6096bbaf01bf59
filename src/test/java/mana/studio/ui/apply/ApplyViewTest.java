package mana.studio.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.apply.Order;
import mana.studio.connection.Environment;
import mana.studio.plan.Plan;
import mana.studio.plan.Statement;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Applying by mouse and keyboard, on a real database.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class ApplyViewTest {
    @TempDir
    private Path home;

    private Stage stage;
    private Screen screen;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    private void open(Environment environment, boolean allowed) throws Exception {
        screen = new Screen(home, environment, allowed);
        screen.open(stage, Theme.LIGHT, 1000, 700);
    }

    @AfterEach
    void close() {
        screen.close();
    }

    @Test
    void appliesTheDesignAndSaysThatTheDatabaseIsAsDesigned(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false);
        screen.design(Changes::withNickname, 1);
        screen.show(screen.screens::applying);

        assertThat(Screen.texts(robot)).contains("1 statement in one transaction.", "local", "to do");
        robot.type(KeyCode.SPACE);

        Screen.waitForText(robot, "It was read again: the database is as designed.");
        assertThat(Screen.texts(robot)).contains("Applied in", "committed", "Back to the changes");
        assertThat(screen.ask("SELECT count(*) FROM information_schema.columns WHERE column_name = 'nickname'"))
                .isEqualTo("1");
        assertThat(screen.session.refreshes()).isEqualTo(1);
    }

    @Test
    void saysWhoIsInTheWayAndStopsWhenCancelled(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false);
        screen.design(Changes::withNickname, 1);
        screen.show(screen.screens::applying);
        try (Connection other = screen.other("SELECT count(*) FROM users")) {
            robot.clickOn("Apply 1 statement");
            Screen.waitForText(robot, "(psql, idle in transaction");
            assertThat(Screen.texts(robot)).contains("waits", "Its last statement: SELECT count(*) FROM users");

            screen.show(screen.screens::applying);
            assertThat(Screen.texts(robot)).contains("0 of 1 statement done");
            robot.press(KeyCode.CONTROL).type(KeyCode.F2).release(KeyCode.CONTROL);
            Screen.waitForText(robot, "Stopped. Nothing was changed.");
            other.rollback();
        }
        assertThat(screen.ask("SELECT count(*) FROM information_schema.columns WHERE column_name = 'nickname'"))
                .isEqualTo("0");
        robot.clickOn("Start over");
        assertThat(Screen.texts(robot)).contains("Apply 1 statement", "to do");
    }

    @Test
    void asksForEveryLoss(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false);
        screen.design(Changes::withoutNote, 1);
        screen.show(screen.screens::applying);

        assertThat(robot.lookup("Apply 1 statement").<Node>query().isDisabled()).isTrue();
        assertThat(Screen.texts(robot)).contains("This destroys data");
        CheckBox tick = robot.lookup(".check-box").query();
        assertThat(tick.isFocused()).isTrue();
        robot.type(KeyCode.SPACE);
        robot.clickOn("Apply 1 statement");

        Screen.waitForText(robot, "Applied in");
        assertThat(screen.ask("SELECT count(*) FROM information_schema.columns WHERE column_name = 'note'"))
                .isEqualTo("0");
    }

    @Test
    void refusesAProductionDatabaseAndSaysHowToAllowIt(FxRobot robot) throws Exception {
        open(Environment.PRODUCTION, false);
        screen.design(Changes::withNickname, 1);
        screen.show(screen.screens::applying);

        assertThat(Screen.texts(robot)).contains("Nothing is applied to a production database", "edit the connection");
        assertThat(robot.lookup("Apply 1 statement").<Node>query().isDisabled()).isTrue();
    }

    @Test
    void wantsTheNameOfAProductionDatabaseTyped(FxRobot robot) throws Exception {
        open(Environment.PRODUCTION, true);
        screen.design(Changes::withNickname, 1);
        screen.show(screen.screens::applying);

        Node apply = robot.lookup("Apply 1 statement").query();
        robot.write(screen.database.name().substring(0, 4));
        assertThat(apply.isDisabled()).isTrue();
        robot.write(screen.database.name().substring(4));
        assertThat(apply.isDisabled()).isFalse();
        robot.clickOn(apply);
        Screen.waitForText(robot, "Applied in");
    }

    @Test
    void marksTheStatementThatFailedAndWhere(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false);
        screen.show(() -> screen.screens.applying(order("CREATE TABLE a (x int)", "ALTER TABEL users ADD y int")));
        robot.clickOn("Apply 2 statements");

        Screen.waitForText(robot, "Statement 2 failed. Nothing was changed.");
        assertThat(Screen.texts(robot))
                .contains("undone", "failed", "ALTER TABEL users ADD y int\n      ^", "SQLSTATE 42601");
    }

    @Test
    void offersToRemoveAnIndexThatWasLeft(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false);
        screen.database.run("UPDATE users SET email = 'same' WHERE id < 3");
        screen.show(() -> screen.screens.applying(order("CREATE UNIQUE INDEX CONCURRENTLY twice ON users (email)")));
        assertThat(Screen.texts(robot))
                .contains("Outside a transaction", "PostgreSQL refuses it inside a transaction.");
        robot.clickOn("Apply 1 statement");
        Screen.waitForText(robot, "The index public.twice is not valid.");

        robot.clickOn("Remove index…");
        assertThat(Screen.statements(robot)).containsExactly("DROP INDEX CONCURRENTLY public.twice");
        assertThat(screen.ask("SELECT to_regclass('twice')::text")).isEqualTo("twice");
        robot.clickOn("Apply 1 statement");
        Screen.waitForText(robot, "Applied in");
        assertThat(screen.ask("SELECT to_regclass('twice')::text")).isEqualTo("null");
    }

    @Test
    void asksForTheNewestDesign(FxRobot robot) throws Exception {
        open(Environment.LOCAL, false);
        screen.design(Changes::withNickname, 1);
        screen.show(screen.screens::applying);
        screen.design(Changes::withRequiredEmail, 2);
        assertThat(Screen.statements(robot)).hasSize(2);
        robot.interact(() -> screen.session.designing().discard());
        Screen.waitForText(robot, "Nothing to apply");
    }

    static Order order(String... statements) {
        List<Statement> list = List.of(statements).stream()
                .map(sql -> new Statement(sql, null, null, List.of(), true))
                .toList();
        return new Order(mana.studio.apply.Course.of(new Plan(list, List.of(), List.of())), null, null);
    }
}
