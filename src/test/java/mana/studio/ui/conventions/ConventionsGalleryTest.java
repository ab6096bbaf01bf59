package mana.studio.ui.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.Switches;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the screen in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class ConventionsGalleryTest {
    private static final Path DUMP =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps/mana_platform.sql");

    @TempDir
    private Path folder = Path.of("");

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    private void show(FxRobot robot, Theme theme, TestSession session, HouseRules rules) {
        robot.interact(() -> {
            ConventionsView view = new ConventionsView(session, rules);
            Scene scene = new Scene(view, 1000, 740);
            theme.apply(scene);
            stage.setScene(scene);
            stage.sizeToScene();
            view.requestFocus();
        });
    }

    private void take(FxRobot robot, Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage[] picture = new BufferedImage[1];
        robot.interact(() -> picture[0] = Snapshots.take(stage));
        Path file = Path.of(
                "target/snapshots/conventions-" + name + "-" + theme.name().toLowerCase() + ".png");
        Snapshots.write(picture[0], file);
        assertThat(file).isNotEmptyFile();
    }

    private static void await(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> robot.lookup(text).tryQuery().isPresent());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsFindings(Theme theme, FxRobot robot) throws Exception {
        Snapshot snapshot = House.read(
                Files.isRegularFile(DUMP) ? Files.readString(DUMP).replaceAll("(?m)^\\\\.*$", "") : House.SQL);
        TestSession session = new TestSession(snapshot);
        HouseRules rules = House.rules(session, folder);
        robot.interact(
                () -> rules.change(own -> own.withRule("updated-at", false).withRule("boolean-name", "auth", false)));
        show(robot, theme, session, rules);
        await(robot, "No enums in public");
        TreeView<?> tree = robot.lookup("#findings").queryAs(TreeView.class);
        robot.interact(() -> tree.getSelectionModel().select(0));
        take(robot, theme, "rule");
        robot.interact(() -> tree.getSelectionModel().select(1));
        robot.type(KeyCode.F);
        await(robot, "#mended");
        take(robot, theme, "fixed");
        robot.clickOn("By object");
        robot.clickOn("#finding-filter").write("plan");
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        take(robot, theme, "object");
        robot.clickOn("#finding-filter").eraseText(4).write("xyz");
        robot.interact(() -> rules.change(own -> Switches.NONE));
        await(robot, "No match");
        take(robot, theme, "nomatch");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsSilence(Theme theme, FxRobot robot) throws Exception {
        TestSession session = new TestSession(House.read(House.SQL));
        show(robot, theme, session, House.rules(session, folder));
        await(robot, "#findings");
        robot.clickOn("mail.messages.enabled").type(KeyCode.S);
        await(robot, "#silence-reason");
        take(robot, theme, "silence");
        robot.clickOn("#silence-reason").write("The app reads it by this name");
        take(robot, theme, "reason");
        robot.type(KeyCode.ENTER);
        await(robot, "1 silenced");
        robot.clickOn("1 silenced");
        robot.clickOn("mail.messages.enabled");
        take(robot, theme, "silenced");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsNothing(Theme theme, FxRobot robot) throws Exception {
        TestSession session = new TestSession(TestDatabases.snapshot(TestDatabases.database()));
        show(robot, theme, session, House.rules(session, folder));
        await(robot, "No findings");
        take(robot, theme, "none");
    }
}
