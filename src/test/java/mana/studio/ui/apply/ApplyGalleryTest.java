package mana.studio.ui.apply;

import java.nio.file.Path;
import java.sql.Connection;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import mana.studio.connection.Environment;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Draws the views in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class ApplyGalleryTest {
    @TempDir
    private Path home;

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @EnumSource
    void drawsApplying(Theme theme, FxRobot robot) throws Exception {
        try (Screen screen = new Screen(home, Environment.PRODUCTION, true)) {
            screen.open(stage, theme, 860, 640);
            screen.design(Changes::withNickname, 1);
            screen.design(Changes::withoutNote, 2);
            screen.design(Changes::withRequiredEmail, 3);
            screen.show(screen.screens::applying);
            screen.picture("asking", theme);
            robot.clickOn(".check-box").clickOn("#apply-name").write(screen.database.name());
            try (Connection other = screen.other("SELECT count(*) FROM users")) {
                robot.clickOn("Apply 3 statements");
                Screen.waitForText(robot, "(psql, idle in transaction");
                screen.picture("waiting", theme);
                Screen.waitForText(robot, "Retry 1 of 5");
                screen.picture("retrying", theme);
                other.rollback();
            }
            Screen.waitForText(robot, "the database is as designed");
            screen.picture("applied", theme);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsFailures(Theme theme, FxRobot robot) throws Exception {
        try (Screen screen = new Screen(home, Environment.LOCAL, false)) {
            screen.open(stage, theme, 860, 640);
            screen.database.run("UPDATE users SET email = 'same' WHERE id < 3");
            screen.show(() -> screen.screens.applying(ApplyViewTest.order(
                    "CREATE TABLE a (x int)",
                    "CREATE UNIQUE INDEX CONCURRENTLY twice ON public.users (email)",
                    "ALTER TABLE public.users ADD COLUMN y int")));
            screen.picture("several", theme);
            robot.clickOn("Apply 3 statements");
            Screen.waitForText(robot, "not valid");
            screen.picture("failed", theme);
            screen.show(() -> screen.screens.applying(ApplyViewTest.order(
                    "CREATE TABLE c (x int)", "ALTER TABEL users ADD y int", "CREATE TABLE d (x int)")));
            robot.clickOn("Apply 3 statements");
            Screen.waitForText(robot, "SQLSTATE 42601");
            screen.picture("error", theme);
        }
        try (Screen screen = new Screen(home, Environment.STAGING, false)) {
            screen.open(stage, theme, 860, 640);
            screen.show(screen.screens::applying);
            screen.picture("nothing", theme);
            screen.design(Changes::withNickname, 1);
            screen.show(screen.screens::applying);
            screen.picture("refused", theme);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheDryRun(Theme theme, FxRobot robot) throws Exception {
        try (Screen screen = new Screen(home, Environment.PRODUCTION, true)) {
            screen.open(stage, theme, 860, 640);
            screen.database.run("UPDATE users SET email = NULL WHERE id IN (7, 8)");
            screen.design(Changes::withoutNote, 1);
            screen.design(Changes::withRequiredEmail, 2);
            screen.design(users -> Changes.withCheck(users, "age::int > 0"), 3);
            screen.show(screen.screens::dryRun);
            Screen.waitForText(robot, "every statement ran");
            robot.clickOn("Count now");
            Screen.waitForText(robot, "2 rows have NULL");
            screen.picture("dry-scratch", theme);
        }
        try (Screen screen = new Screen(home, Environment.LOCAL, false)) {
            screen.open(stage, theme, 860, 640);
            screen.database.run("UPDATE users SET email = NULL WHERE id IN (7, 8)");
            screen.design(users -> Changes.withCheck(users, "length(email) > 0"), 1);
            screen.design(Changes::withRequiredEmail, 2);
            screen.show(screen.screens::dryRun);
            Screen.waitForText(robot, "every statement ran");
            robot.clickOn("#dry-real");
            Screen.waitForText(robot, "contains null values");
            screen.picture("dry-real", theme);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatWasLeft(Theme theme, FxRobot robot) throws Exception {
        try (Screen screen = new Screen(home, Environment.LOCAL, false)) {
            screen.open(stage, theme, 1280, 800);
            UnfinishedBannerTest.leave(screen);
            screen.show(() -> {
                BorderPane pane = new BorderPane(new Label("The rest of the window"));
                pane.setTop(screen.screens.unfinished());
                return pane;
            });
            Screen.waitForText(robot, "1 of 3 parts");
            screen.picture("unfinished", theme);
            robot.clickOn("Details");
            screen.picture("unfinished-details", theme);
        }
    }
}
