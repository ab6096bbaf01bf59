package mana.studio.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.demo.DemoServer;
import mana.studio.settings.Places;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the screen in both themes, on the demo, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class HistoryGalleryTest {
    @TempDir
    private static Path home = Path.of("");

    private static Places places;
    private static DemoServer server;

    private Stage stage;

    @BeforeAll
    static void startTheDemo() throws Exception {
        places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        server = DemoServer.start(places, (_, _) -> {});
    }

    @AfterAll
    static void stopTheDemo() throws IOException {
        server.close();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.show();
    }

    private HistoryView show(FxRobot robot, Theme theme, TestSession session, Optional<Path> project, int width) {
        HistoryView[] shown = new HistoryView[1];
        robot.interact(() -> {
            HistoryView view = new HistoryView(session, places, project);
            Scene scene = new Scene(view, width, 740);
            theme.apply(scene);
            stage.setScene(scene);
            stage.sizeToScene();
            view.requestFocus();
            shown[0] = view;
        });
        return shown[0];
    }

    private void take(FxRobot robot, Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage[] picture = new BufferedImage[1];
        robot.interact(() -> picture[0] = Snapshots.take(stage));
        Path file =
                Path.of("target/snapshots/history-" + name + "-" + theme.name().toLowerCase() + ".png");
        Snapshots.write(picture[0], file);
        assertThat(file).isNotEmptyFile();
    }

    private static void await(FxRobot robot, String text) throws Exception {
        WaitForAsyncUtils.waitFor(
                30, TimeUnit.SECONDS, () -> robot.lookup(text).tryQuery().isPresent());
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> robot.lookup(button).queryAs(ButtonBase.class).fire());
    }

    private static TestSession session(Workspace workspace) throws Exception {
        return new TestSession(new CatalogReader(workspace.source()).read(new Cancellation()), workspace);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsTheIncident(Theme theme, FxRobot robot) throws Exception {
        Profile incident = server.incident((_, _) -> {});
        try (Workspace workspace = Workspace.open(incident, null, _ -> {}, new Cancellation())) {
            HistoryView view = show(robot, theme, session(workspace), DemoServer.project(places, incident), 1030);
            await(robot, "0003_error_logs");
            take(robot, theme, "incident");
            robot.interact(() -> robot.lookup("#migrations")
                    .queryAs(TableView.class)
                    .getSelectionModel()
                    .select(2));
            press(robot, "Consequences");
            await(robot, "2 statements, all in one transaction with whatever else is pending.");
            take(robot, theme, "consequences");
            press(robot, "Schema");
            WaitForAsyncUtils.waitFor(
                    30,
                    TimeUnit.SECONDS,
                    () -> robot.lookup((Node node) -> "Line 1 added".equals(node.getAccessibleText()))
                            .tryQuery()
                            .isPresent());
            take(robot, theme, "schema");
            for (String repair : List.of("Give 3 migrations a later when…", "Run it here, and record it…")) {
                Platform.runLater(
                        () -> robot.lookup(repair).queryAs(ButtonBase.class).fire());
                await(robot, "#repair-preview");
                take(robot, theme, repair.startsWith("Give") ? "repair-files" : "repair-rows");
                press(robot, "Cancel");
            }
            robot.interact(view::close);
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void drawsTheDemo(Theme theme, FxRobot robot) throws Exception {
        try (Workspace workspace = Workspace.open(server.profile(), null, _ -> {}, new Cancellation())) {
            TestSession session = session(workspace);
            HistoryView homeless = show(robot, theme, session, Optional.empty(), 1030);
            await(robot, "Choose a project…");
            take(robot, theme, "homeless");
            robot.interact(homeless::close);
            HistoryView view = show(robot, theme, session, DemoServer.project(places, server.profile()), 1600);
            await(robot, "0004_credit_expiry");
            take(robot, theme, "demo");
            press(robot, "Timeline");
            take(robot, theme, "timeline");
            press(robot, "Simulate a deployment");
            take(robot, theme, "simulation");
            robot.interact(view::close);
        }
    }
}
