package mana.studio.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.testing.NoCode;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the preview in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class PreviewGalleryTest {
    private static Shop shop;

    private final Highlight highlight = new Highlight();
    private Stage stage;

    @BeforeAll
    static void open() throws Exception {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void drawsEveryConsequence(Theme theme, FxRobot robot) throws IOException {
        TestSession session = shop.session();
        show(theme, robot, new PreviewPane(session, highlight), 560);
        Shop.everything()
                .forEach(edit -> robot.interact(() -> session.designing().edit(edit)));
        waitFor(() -> items(robot) > 8);
        waitFor(() -> Shop.isSettled(session)
                && !robot.lookup(".statement-number").queryAll().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup(".statement-number").<Node>query());
        robot.type(KeyCode.RIGHT);
        robot.clickOn(robot.lookup("Count now").<Node>query());
        waitFor(() -> !robot.lookup("Count again").queryAll().isEmpty());
        picture(theme, "preview-consequences-1");
        for (int page = 2; page <= 4; page++) {
            int to = page * 3 - 4;
            robot.interact(() -> robot.lookup(".preview-list").queryListView().scrollTo(to));
            picture(theme, "preview-consequences-" + page);
        }
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheScreenOfChanges(Theme theme, FxRobot robot) throws IOException {
        TestSession session = shop.session();
        Label pending = new Label("9 changes in 4 objects");
        show(
                theme,
                robot,
                new ChangesView(session, highlight, new StackPane(pending), _ -> new Label("A"), () -> new Label("D"),
                        () -> new ChangesView.Written(new Label("W"), () -> {}, () -> {}),
                new NoCode()),
                1280);
        Shop.everything()
                .forEach(edit -> robot.interact(() -> session.designing().edit(edit)));
        waitFor(() -> items(robot) > 8 && Shop.isSettled(session));
        picture(theme, "changes");
        robot.clickOn("Safer way");
        waitFor(() -> !robot.lookup(".phase-title").queryAll().isEmpty());
        picture(theme, "changes-safer");
        robot.clickOn("Before / after");
        waitFor(() -> !robot.lookup(".line-number").queryAll().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        picture(theme, "changes-before-after");
        robot.clickOn("Way back");
        waitFor(() -> !robot.lookup(".lost-notice .label").queryAll().isEmpty());
        picture(theme, "changes-way-back");
        robot.clickOn("Script");
        waitFor(() -> !robot.lookup(".code-area").queryAll().isEmpty());
        picture(theme, "changes-script");
    }

    @ParameterizedTest
    @EnumSource
    void drawsThatNothingIsPending(Theme theme, FxRobot robot) throws IOException {
        show(theme, robot, new PreviewPane(shop.session(), highlight), 480);
        waitFor(() -> !robot.lookup("No changes pending").queryAll().isEmpty());
        picture(theme, "preview-empty");
    }

    @ParameterizedTest
    @EnumSource
    void drawsANarrowPaneWithLongNames(Theme theme, FxRobot robot) throws IOException {
        TestSession session = shop.session();
        show(theme, robot, new PreviewPane(session, highlight), 420);
        String name = "user_subscription_notification_preference_overrides_history";
        robot.interact(() -> session.designing().edit(Shop.newTable(name)));
        robot.interact(() -> session.designing().edit(Shop.rename(Shop.USERS, "note", name + "_id")));
        robot.interact(() -> session.designing().edit(Shop.emailNotNull()));
        waitFor(() -> items(robot) == 3 && Shop.isSettled(session));
        // What can be counted may stand below what is seen.
        robot.interact(() -> robot.lookup(".preview-list").queryListView().scrollTo(2));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(robot.lookup("Count now").<Node>query());
        waitFor(() -> !robot.lookup("Count again").queryAll().isEmpty());
        picture(theme, "preview-narrow");
    }

    private static int items(FxRobot robot) {
        return robot.lookup(".preview-list").queryAll().stream()
                .mapToInt(node -> ((ListView<?>) node).getItems().size())
                .sum();
    }

    private void show(Theme theme, FxRobot robot, Region view, int width) {
        robot.interact(() -> {
            view.setMinWidth(width);
            view.setMaxWidth(width);
            Scene scene = new Scene(new HBox(view), 1280, 800);
            theme.apply(scene);
            stage.setScene(scene);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage[] image = new BufferedImage[1];
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> image[0] = Snapshots.take(stage));
        assertThat(image[0]).isNotNull();
        Snapshots.write(image[0], Path.of("target/snapshots", name + "-" + theme + ".png"));
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(15, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
