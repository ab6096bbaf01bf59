package mana.studio.ui.migrate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
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

/// Draws the view in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class MigrateGalleryTest {
    @TempDir
    private Path home;

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @ParameterizedTest
    @EnumSource
    void draws(Theme theme, FxRobot robot) throws Exception {
        try (Screen screen = new Screen(home, Environment.PRODUCTION, true)) {
            screen.migrations(
                    "CREATE SCHEMA auth" + Screen.BREAK
                            + "CREATE TABLE auth.sessions (\n\tid text PRIMARY KEY,\n\tuser_id integer NOT NULL\n)",
                    "ALTER TABLE users DROP COLUMN note" + Screen.BREAK
                            + "CREATE INDEX CONCURRENTLY idx_users_email ON public.users (email)",
                    "ALTER TABLE users ADD CONSTRAINT users_email_check CHECK (email <> '') NOT VALID" + Screen.BREAK
                            + "ALTER TABLE users VALIDATE CONSTRAINT users_email_check");
            screen.open(stage, theme, 1280, 800, "mana-auth");
            Screen.waitForText(robot, "Will fail with 25001");
            screen.picture("foreseen", theme);
            robot.clickOn("#migrate-between");
            Screen.waitForText(robot, "Taken care of");
            robot.clickOn("#migrate-loss").clickOn("#migrate-name").write(screen.database.name());
            screen.picture("between", theme);
            try (Connection other = screen.holder(987_654_321)) {
                robot.clickOn("#migrate-run");
                Screen.waitForText(robot, "is held by pid ");
                screen.picture("waiting", theme);
                other.close();
            }
            Screen.waitForText(robot, "Applied 3 migrations in ");
            screen.picture("applied", theme);
            screen.write(
                    "0002_roles_and_display_name.down.sql",
                    "-- What was checked is not lost.\nALTER TABLE users DROP CONSTRAINT users_email_check;");
            robot.clickOn("#migrate-back");
            Screen.waitForText(robot, "Take 0002_roles_and_display_name back");
            screen.pictureOfDialog("back", theme);
            robot.clickOn("Close");
            robot.clickOn("#migrate-again");
            Screen.waitForText(robot, "Nothing is pending");
            screen.picture("nothing", theme);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsAFailureInALowWindow(Theme theme, FxRobot robot) throws Exception {
        try (Screen screen = new Screen(home, Environment.LOCAL, false)) {
            screen.migrations("CREATE TABLE a (x int)" + Screen.BREAK + "ALTER TABLE nobody ADD y int");
            screen.open(stage, theme, 860, 560, "some-service-with-a-long-name");
            Screen.waitForText(robot, "Run 1 migration");
            screen.picture("small", theme);
            robot.clickOn("#migrate-run");
            Screen.waitForText(robot, "42P01");
            screen.picture("failed", theme);
        }
        try (Screen screen = new Screen(home.resolve("none"), Environment.LOCAL, false)) {
            screen.migrations("CREATE TABLE a (x int)");
            Files.delete(screen.folder.resolve("0000_initial_auth.sql"));
            screen.open(stage, theme, 860, 560, "mana-auth");
            Screen.waitForText(robot, "Nothing can run");
            screen.picture("obstacle", theme);
        }
    }
}
