package mana.studio.ui.locks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import mana.studio.connection.Cancellation;
import mana.studio.connection.EmbeddedServer;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Target;
import mana.studio.connection.Workspace;
import mana.studio.locks.Scene;
import mana.studio.locks.watch.Sight;
import mana.studio.locks.watch.Troubles;
import mana.studio.settings.Places;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The board of a real database in a window, and a scene of real sessions beside it.
final class Screen implements AutoCloseable {
    final Scene people;
    final Workspace workspace;
    final TestSession session;
    final Places places;
    final LockBoard board;
    private final BorderPane root = new BorderPane();
    private javafx.scene.Scene scene;

    Screen(Path home, Scene people, Environment environment, String user) throws Exception {
        this.people = people;
        EmbeddedServer server = people.server();
        Target own = server.target(people.database());
        Target target = new Target(own.endpoints(), own.database(), user, own.parameters());
        Profile profile = new Profile(people.database(), "Test", environment, null, false, false, target);
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        thresholds(1);
        session = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new TestSession(null, workspace));
        board = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new LockBoard(session, places, Optional.empty()));
    }

    /// Everything is stuck at once, so that nobody waits for minutes.
    private void thresholds(double red) throws IOException {
        Files.createDirectories(places.config());
        String step = "{\"yellow\":0.2,\"red\":" + red + "}";
        Files.writeString(
                places.config().resolve("lock-thresholds.json"),
                "{\"idle\":{\"yellow\":600,\"red\":900},\"idleWanted\":" + step + ",\"waiting\":" + step
                        + ",\"idleInTransaction\":" + step + "}");
    }

    void open(Stage stage, Theme theme, int width, int height) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            scene = new javafx.scene.Scene(root, width, height);
            theme.apply(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            root.setCenter(new StackPane(board.view()));
            root.setBottom(new HBox(board.badge()));
            return scene;
        });
    }

    /// The person looks elsewhere: the board is left.
    void leave() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            ((LocksView) ((StackPane) root.getCenter()).getChildren().getFirst()).close();
            root.setCenter(null);
            return root;
        });
    }

    void come() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            root.setCenter(new StackPane(board.view()));
            return root;
        });
    }

    /// Only what is of the scene's own database.
    void onlyHere() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            board.model()
                    .narrowing()
                    .set(Narrowing.NONE.withDatabase(people.capabilities().databaseId()));
            return root;
        });
    }

    /// The server does not answer any more; what was read stays, with its age.
    void lose(Duration ago) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            board.close();
            Sight last = board.model().sight().get();
            board.model()
                    .see(new Sight(
                            last.capabilities(),
                            last.board(),
                            last.assessments(),
                            Instant.now().minus(ago),
                            Troubles.of(
                                    new SQLException("The connection attempt failed.", "08001"),
                                    workspace.profile().target(),
                                    last.capabilities(),
                                    last.board()),
                            last.pace(),
                            last.notes()));
            return root;
        });
    }

    /// What a person reads, in every window, a line a text.
    static String texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        String labels =
                robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .filter(text -> text != null && !text.isEmpty())
                        .collect(Collectors.joining("\n"));
        String flows = robot
                .lookup(node -> node instanceof Text
                        && isShown(node)
                        && node.getStyleClass().contains("text"))
                .queryAllAs(Text.class)
                .stream()
                .map(Text::getText)
                .collect(Collectors.joining());
        String fields = robot
                .lookup(node -> node instanceof TextInputControl && isShown(node))
                .queryAllAs(TextInputControl.class)
                .stream()
                .map(TextInputControl::getText)
                .collect(Collectors.joining("\n"));
        return labels + "\n" + flows + "\n" + fields;
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static void waitForText(FxRobot robot, String text) {
        waitUntil(robot, "“" + text + "”", () -> texts(robot).contains(text));
    }

    static void waitUntil(FxRobot robot, String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("did not come: " + what + "\n" + texts(robot), late);
        }
    }

    /// Clicks on what is seen now and stands still: rows are drawn anew with every look, and a dialog takes a moment to
    /// find its size.
    static void click(FxRobot robot, String what) {
        waitUntil(robot, what, () -> {
            Optional<Point2D> before = placeNow(robot, what);
            WaitForAsyncUtils.waitForFxEvents(3);
            return before.isPresent() && before.equals(placeNow(robot, what));
        });
        robot.clickOn(placeNow(robot, what).orElseThrow());
    }

    private static Optional<Point2D> placeNow(FxRobot robot, String what) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> place(robot, what));
    }

    /// Clicks into a field, and writes when it has the focus.
    static void write(FxRobot robot, String field, String text) {
        waitUntil(robot, field + " has the focus", () -> {
            click(robot, field);
            return robot.lookup(field).query().isFocused();
        });
        robot.targetWindow(robot.lookup(field).query().getScene().getWindow());
        robot.write(text);
    }

    private static Optional<Point2D> place(FxRobot robot, String what) {
        return robot.lookup(what).queryAll().stream()
                .filter(node -> node.getScene() != null && isShown(node) && !node.isDisabled())
                .findFirst()
                .map(node -> node.localToScreen(node.getBoundsInLocal()))
                .map(bounds -> new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    void picture(String name, Theme theme) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Snapshots.take(scene.getWindow()));
        Snapshots.write(
                picture,
                Path.of("target/snapshots/locks-%s-%s.png"
                        .formatted(name, theme.name().toLowerCase(Locale.ROOT))));
    }

    @Override
    public void close() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            root.setCenter(null);
            board.close();
            return root;
        });
        workspace.close();
        people.close();
    }
}
