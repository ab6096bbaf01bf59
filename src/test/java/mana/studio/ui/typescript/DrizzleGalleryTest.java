package mana.studio.ui.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import mana.studio.design.Edit;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the TypeScript in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class DrizzleGalleryTest {
    @TempDir
    private Path root = Path.of("");

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void drawsATableAndWhatIsPending(Theme theme, FxRobot robot) throws Exception {
        Coded coded = new Coded(root);
        TestSession session = coded.session();
        DrizzleView[] view = new DrizzleView[1];
        robot.interact(() -> view[0] = new DrizzleView(
                session, session.catalog().get().database().table(Coded.USERS).orElseThrow()));
        show(theme, robot, view[0], 1000);
        waitFor(() -> code(robot).contains("users = "));
        picture(theme, "drizzle-table");
        edit(robot, session, Coded.renameColumn("display_name", "full_name"));
        edit(robot, session, Coded.addColumn("locale", "text"));
        edit(robot, session, Coded.dropColumn("is_email_verified"));
        edit(robot, session, Coded.dropTable("sessions"));
        DrizzleSide[] side = new DrizzleSide[1];
        robot.interact(() -> {
            side[0] = coded.side(session);
            side[0].show(session.designing().forecast().get(), null);
        });
        show(theme, robot, side[0].view(), 760);
        waitFor(() -> code(robot).contains("users"));
        picture(theme, "drizzle-before-after");
        // The window was just made smaller and may still move under the pointer.
        ToggleButton files = robot.lookup("Schema files").query();
        robot.interact(files::fire);
        waitFor(() -> shows(robot, "No project yet"));
        picture(theme, "drizzle-no-project");
        coded.remembered();
        robot.interact(() -> side[0].show(session.designing().forecast().get(), null));
        waitFor(() -> shows(robot, "Apply to file…"));
        picture(theme, "drizzle-patch");
        robot.interact(view[0]::close);
    }

    private static void edit(FxRobot robot, TestSession session, Edit edit) throws TimeoutException {
        robot.interact(() -> session.designing().edit(edit));
        waitFor(() -> session.designing().forecast().get() != null
                && session.designing().forecast().get().design()
                        == session.designing().design().get());
    }

    private void show(Theme theme, FxRobot robot, Parent view, int width) {
        robot.interact(() -> {
            Scene scene = new Scene(view, width, 700);
            theme.apply(scene);
            stage.setScene(scene);
            stage.sizeToScene();
        });
    }

    private void picture(Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage[] image = new BufferedImage[1];
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> image[0] = Snapshots.take(stage));
        assertThat(image[0]).isNotNull();
        Snapshots.write(image[0], Path.of("target/snapshots", name + "-" + theme + ".png"));
    }

    private static String code(FxRobot robot) {
        return robot.lookup(node -> node instanceof CodeArea).<CodeArea>queryAll().stream()
                .map(CodeArea::getText)
                .findFirst()
                .orElse("");
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot
                .lookup((Node node) -> node instanceof Labeled label && text.equals(label.getText()))
                .queryAll()
                .stream()
                .anyMatch(Node::isVisible);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
