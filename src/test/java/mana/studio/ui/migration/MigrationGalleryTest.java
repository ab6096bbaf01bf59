package mana.studio.ui.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the writing of a migration in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class MigrationGalleryTest {
    @TempDir
    private static Path root;

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @Test
    void drawsAMigrationFromTheFirstQuestionToTheFiles(FxRobot robot) throws Exception {
        try (Monorepo monorepo = new Monorepo(Files.createTempDirectory(root, "repo"))) {
            TestSession session = monorepo.session();
            robot.interact(() -> session.designing().edit(Monorepo.addColumn("auth", "users", "nick", "text")));
            robot.interact(() -> session.designing().edit(Monorepo.dropColumn("auth", "sessions", "token")));
            robot.interact(() ->
                    session.designing().edit(Monorepo.addIndex("auth", "sessions", "idx_sessions_user_id", "user_id")));
            robot.interact(() -> session.designing().edit(Monorepo.addColumn("credits", "accounts", "note", "text")));
            MigrationView[] view = new MigrationView[1];
            robot.interact(() -> view[0] = monorepo.view(session, _ -> Optional.of(monorepo.code())));
            show(robot, view[0]);
            waitFor(robot, "Where is the code?");
            picture(robot, "migration-homeless");
            robot.clickOn("Choose the project's folder…");
            waitFor(robot, "Replayed behind");
            picture(robot, "migration-drafted");
            robot.clickOn("Build indexes by hand first");
            robot.clickOn("Changes (3)");
            waitFor(() ->
                    !robot.lookup(".migration-changes .check-box").queryAll().isEmpty());
            waitFor(robot, "Replayed behind");
            robot.interact(() -> robot.lookup(".migration-files")
                    .queryListView()
                    .getSelectionModel()
                    .selectLast());
            picture(robot, "migration-journal");
            robot.clickOn("Write 5 files");
            waitFor(robot, "files were written");
            picture(robot, "migration-written");
            robot.interact(() -> view[0].close());
        }
    }

    @Test
    void drawsWhatIsNotProven(FxRobot robot) throws Exception {
        try (Monorepo monorepo = new Monorepo(Files.createTempDirectory(root, "repo")).remembered()) {
            monorepo.database.run("ALTER TABLE auth.users ADD COLUMN by_hand integer, ADD COLUMN other_by_hand text");
            TestSession session = monorepo.session();
            robot.interact(() -> session.designing().edit(Monorepo.addColumn("auth", "users", "nick", "text")));
            MigrationView[] view = new MigrationView[1];
            robot.interact(() -> view[0] = monorepo.view(session, _ -> Optional.empty()));
            show(robot, view[0]);
            waitFor(robot, "it differs in");
            picture(robot, "migration-drifted");
            Files.writeString(
                    monorepo.migrations("mana-auth").resolve("0000_init.sql"), "ALTER TABLE gone ADD COLUMN x int;");
            robot.clickOn("Read again");
            waitFor(robot, "does not replay");
            picture(robot, "migration-from-database");
            Files.writeString(monorepo.migrations("mana-auth").resolve("0001_theirs.sql"), "SELECT 1;");
            robot.clickOn("Write 4 files");
            waitFor(robot, "changed since it was read");
            picture(robot, "migration-refused");
            robot.interact(() -> view[0].close());
        }
    }

    @Test
    void drawsOwnStatements(FxRobot robot) throws Exception {
        try (Monorepo monorepo = new Monorepo(Files.createTempDirectory(root, "repo")).remembered()) {
            TestSession session = monorepo.session();
            robot.interact(() -> session.designing().edit(Monorepo.addRequiredColumn("auth", "users", "nick", "text")));
            MigrationView[] view = new MigrationView[1];
            robot.interact(() -> view[0] = monorepo.view(session, _ -> Optional.empty()));
            show(robot, view[0]);
            waitFor(robot, "Replayed behind");
            picture(robot, "migration-required");
            robot.clickOn("Leave room to fill new columns");
            robot.clickOn("Check old rows in a later run");
            waitFor(robot, "Replayed behind");
            robot.clickOn("Own statement…");
            waitFor(robot, "Stands before");
            Stage dialog =
                    (Stage) robot.lookup(".migration-own").query().getScene().getWindow();
            picture(robot, dialog, "migration-own-dialog");
            robot.clickOn("Add");
            waitFor(robot, "It does not run");
            picture(robot, "migration-own");
            robot.interact(() -> view[0].close());
        }
    }

    /// As wide as it is beside the list of changes.
    private void show(FxRobot robot, MigrationView view) {
        robot.interact(() -> {
            Label left = new Label("The list of what is pending");
            left.setMinWidth(600);
            SplitPane split = new SplitPane(left, view);
            Scene scene = new Scene(split, 1280, 800);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
        });
    }

    private static void waitFor(FxRobot robot, String words) {
        waitFor(() -> robot
                .lookup(node -> node instanceof Labeled label
                        && Objects.requireNonNullElse(label.getText(), "").contains(words))
                .queryAll()
                .stream()
                .findAny()
                .isPresent());
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }

    private void picture(FxRobot robot, String name) throws IOException {
        picture(robot, stage, name);
    }

    private static void picture(FxRobot robot, Stage stage, String name) throws IOException {
        for (Theme theme : Theme.values()) {
            robot.interact(() -> theme.apply(stage.getScene()));
            WaitForAsyncUtils.waitForFxEvents();
            BufferedImage[] image = new BufferedImage[1];
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> image[0] = Snapshots.take(stage));
            assertThat(image[0]).isNotNull();
            Snapshots.write(image[0], Path.of("target/snapshots", name + "-" + theme + ".png"));
        }
    }
}
