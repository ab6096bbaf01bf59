package mana.studio.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.locks.release.Audit;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person sees who keeps whom waiting, cancels a statement, ends a session; real sessions of a real server.
@ExtendWith(ApplicationExtension.class)
class ActivityViewTest {
    private final Path pictures = Path.of("target", "screenshots");
    private mana.studio.locks.Scene scene;
    private Workspace workspace;
    private ActivityView view;
    private Stage stage;
    private Path audit = Path.of("");
    private mana.studio.locks.Scene.Actor importer;
    private mana.studio.locks.Scene.Actor api;
    private mana.studio.locks.Scene.Actor report;
    private CompletableFuture<@Nullable SQLException> waiting;
    private CompletableFuture<@Nullable SQLException> reporting;

    @Start
    void start(Stage shown) throws Exception {
        stage = shown;
        scene = mana.studio.locks.Scene.fresh().run("CREATE TABLE orders (id integer)");
        importer = scene.open("nightly-import").run("BEGIN").run("LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
        api = scene.open("orders-api");
        waiting = api.blocks("SELECT count(*) FROM orders");
        report = scene.open("monthly-report");
        reporting = report.start("SELECT pg_sleep(600)");
        Profile profile = new Profile(
                "test", "Test", Environment.LOCAL, null, false, scene.server().target(scene.database()));
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        audit = Files.createTempFile("acts", ".jsonl");
        view = new ActivityView(new TestSession(null, workspace), new Audit(audit));
        Scene content = new Scene(view, 1280, 760);
        Theme.LIGHT.apply(content);
        stage.setScene(content);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) throws Exception {
        robot.interact(view::close);
        workspace.close();
        scene.close();
    }

    @Test
    void cancelsAStatementByKeysAndEndsTheRootByMouse(FxRobot robot) throws Exception {
        waitFor(() -> texts(robot).containsAll(List.of("nightly-import", "orders-api", "monthly-report")));
        assertThat(texts(robot)).anyMatch(text -> text.matches("\\d+ of \\d+ connections.*1 blocked"));
        picture(robot, "activity");

        search(robot, "monthly-report");
        waitFor(() -> texts(robot).stream().anyMatch(text -> text.startsWith("monthly-report (pid " + report.pid())));
        robot.push(KeyCode.C);
        waitFor(() -> texts(robot).contains("Cancel the statement of " + report.pid() + "?"));
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents(10);
        assertThat(reporting).as("Enter leaves it").isNotDone();
        robot.push(KeyCode.C);
        waitFor(() -> texts(robot).contains("Cancel the statement of " + report.pid() + "?"));
        click(robot, "Cancel its statement");
        assertThat(Objects.requireNonNull(reporting.get(20, TimeUnit.SECONDS)).getSQLState())
                .isEqualTo("57014");
        assertThat(report.isAlive()).isTrue();
        waitFor(() -> texts(robot).contains("The statement of " + report.pid() + " was cancelled."));

        search(robot, "");
        click(robot, "Blocking");
        waitFor(() -> !texts(robot).contains("monthly-report"));
        picture(robot, "activity-blocking");
        click(robot, "nightly-import");
        waitFor(() -> texts(robot).stream()
                .anyMatch(text -> text.contains("idle in transaction") && text.contains("1 session waits for it")));
        click(robot, "End session (K)");
        waitFor(() -> texts(robot).contains("End session " + importer.pid() + "?"));
        dialogPicture(robot, "activity-end");
        click(robot, "End session");
        assertThat((Throwable) waiting.get(20, TimeUnit.SECONDS)).isNull();
        assertThat(importer.isAlive()).isFalse();
        assertThat(api.isAlive()).isTrue();
        assertThat(Files.readString(audit)).contains("\"act\":\"end\"", "\"act\":\"cancel\"", "\"phase\":\"outcome\"");
    }

    @Test
    void offersNothingThatCannotBeDone(FxRobot robot) throws Exception {
        waitFor(() -> texts(robot).contains("nightly-import"));
        click(robot, "Ours and the server's");
        search(robot, "mana-schema-studio incident");
        waitFor(() -> texts(robot).contains("It is this studio's own session."));
        assertThat(robot.lookup("End session (K)").query().isDisabled()).isTrue();
        robot.push(KeyCode.K);
        WaitForAsyncUtils.waitForFxEvents(10);
        assertThat(robot.lookup("#end-dialog").tryQuery()).isEmpty();
        click(robot, "Pause");
        waitFor(() -> texts(robot).contains("Go on"));
    }

    /// Narrows to one session and chooses it by keys.
    private static void search(FxRobot robot, String words) {
        robot.clickOn(node -> "Search sessions".equals(node.getAccessibleText()));
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.DELETE);
        robot.write(words, 0);
        WaitForAsyncUtils.waitForFxEvents(10);
        robot.interact(() -> robot.lookup("#sessions").query().requestFocus());
        robot.push(KeyCode.HOME);
    }

    private static void click(FxRobot robot, String what) {
        WaitForAsyncUtils.waitForFxEvents(10);
        robot.clickOn(what);
    }

    private static List<String> texts(FxRobot robot) {
        List<String>[] all = new List[1];
        robot.interact(() -> all[0] = robot.lookup(Node::isVisible).queryAll().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> Objects.requireNonNullElse(((Labeled) node).getText(), ""))
                .toList());
        return all[0];
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private void picture(FxRobot robot, String name) throws IOException {
        Files.createDirectories(pictures);
        for (Theme theme : Theme.values()) {
            BufferedImage[] image = new BufferedImage[1];
            robot.interact(() -> theme.apply(stage.getScene()));
            WaitForAsyncUtils.waitForFxEvents();
            robot.interact(() -> image[0] = Snapshots.take(stage));
            save(image[0], name, theme);
        }
        robot.interact(() -> Theme.LIGHT.apply(stage.getScene()));
    }

    private void dialogPicture(FxRobot robot, String name) throws IOException {
        BufferedImage[] image = new BufferedImage[1];
        robot.interact(() ->
                image[0] = Snapshots.take(robot.lookup("#end-dialog").query().getScene()));
        save(image[0], name, Theme.LIGHT);
    }

    private void save(BufferedImage image, String name, Theme theme) throws IOException {
        Snapshots.write(image, pictures.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
    }
}
