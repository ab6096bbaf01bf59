package mana.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.explorer.ExplorerView;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the screens in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
    private final TestSession session = new TestSession(TestDatabases.platformSnapshot());
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheExplorer(Theme theme, FxRobot robot) throws IOException {
        show(theme, () -> new SplitPane(new ExplorerView(session), new ExplorerView(session), new StackPane()));
        robot.clickOn("#explorer-filter").write("use");
        picture(theme, "explorer");
    }

    private void show(Theme theme, Supplier<Parent> view) {
        WaitForAsyncUtils.asyncFx(() -> {
            Scene scene = new Scene(view.get(), 1280, 800);
            theme.apply(scene);
            stage.setScene(scene);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(stage.getScene()));
        Snapshots.write(picture, Path.of("target/snapshots/%s-%s.png".formatted(name, theme.name().toLowerCase())));
        assertThat(colors(picture)).isGreaterThan(10);
    }

    private static long colors(BufferedImage picture) {
        return java.util.stream.IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(pixel -> picture.getRGB(pixel % picture.getWidth(), pixel / picture.getWidth()))
                .distinct()
                .count();
    }
}
