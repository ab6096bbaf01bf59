package mana.studio.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.Stage;
import mana.studio.connection.Cancellation;
import mana.studio.scratch.Scratch;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the diagram in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class DiagramPicturesTest {
    private static final Path DUMP =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps/mana_platform.sql");

    @TempDir
    Path folder;

    private Stage stage;
    private Sight sight;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        sight.close();
    }

    @ParameterizedTest
    @EnumSource
    void drawsAPlatform(Theme theme) throws Exception {
        assumeTrue(Files.exists(DUMP), "there is no dump of the platform");
        TestSession session = new TestSession(
                TestDatabases.snapshot(Scratch.read(Files.readString(DUMP), new Cancellation())));
        sight = new Sight(stage, session, folder.resolve("positions.json")).open(theme, 1280, 800).seen();
        sight.picture("diagram-platform-" + theme);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.camera().zoomToFullSize());
        sight.picture("diagram-platform-near-" + theme);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.camera().zoom(-5));
        sight.picture("diagram-platform-middle-" + theme);
        String first = List.copyOf(sight.drawing().graph().cards().keySet()).getFirst();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.model().focus(first, 2));
        Sight.until(() -> sight.model().scope().get() instanceof mana.studio.diagram.Scope.Around
                && !sight.model().busy().get());
        sight.picture("diagram-around-" + theme);
        assertThat(sight.drawing().graph().cards()).containsKey(first);
    }
}
