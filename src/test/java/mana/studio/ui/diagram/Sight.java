package mana.studio.ui.diagram;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Positions;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A diagram in a window, and where a person finds things in it.
final class Sight {
    private final Stage stage;
    private final TestSession session;
    private final JsonFile<Positions> store;
    private final JsonFile<DiagramWishes> wishes;
    private DiagramView view;
    private Path picked;

    Sight(Stage stage, TestSession session, Path positions) {
        this.stage = stage;
        this.session = session;
        this.store = new JsonFile<>(positions, Positions.class, Positions.NONE);
        this.wishes = DiagramWishes.in(positions.resolveSibling("wishes.json"));
    }

    /// Opens a diagram, in place of the one before.
    Sight open(Theme theme, double width, double height) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            if (view != null) {
                view.close();
            }
            view = new DiagramView(session, store, wishes, (_, _) -> Optional.ofNullable(picked));
            StackPane root = new StackPane(view.view());
            Scene scene = new Scene(root, width, height);
            theme.apply(scene);
            stage.setScene(scene);
            stage.setX(0);
            stage.setY(0);
            stage.show();
            view.shown();
        });
        return this;
    }

    Sight open() {
        return open(Theme.LIGHT, 980, 760).seen();
    }

    /// Waits until there is a diagram.
    Sight seen() {
        until(() -> !drawing().graph().isEmpty());
        return this;
    }

    void willPick(Path file) {
        picked = file;
    }

    DiagramView view() {
        return view;
    }

    DiagramModel model() {
        return view.model();
    }

    Camera camera() {
        return view.camera();
    }

    Drawing drawing() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> model().drawing().get());
    }

    Card card(String name) {
        return drawing().graph().cards().values().stream()
                .filter(card -> card.name().toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card of " + name));
    }

    boolean shows(String name) {
        return drawing().graph().cards().values().stream()
                .anyMatch(card -> card.name().toString().equals(name));
    }

    Box box(String name) {
        return drawing().box(card(name).key()).orElseThrow();
    }

    /// The middle of a card's header on the screen.
    Point2D header(String name) {
        Box box = box(name);
        return onScreen(box.x() + 30, box.y() + Card.HEADER / 2);
    }

    /// The middle of a column on the screen.
    Point2D column(String table, String column) {
        Card card = card(table);
        int row = card.rows().stream().map(each -> each.name()).toList().indexOf(column);
        if (row < 0) {
            throw new AssertionError(table + " shows no " + column);
        }
        Box box = box(table);
        return onScreen(box.centerX(), box.y() + Card.middle(row));
    }

    Point2D foot(String table) {
        Box box = box(table);
        return onScreen(box.centerX(), box.bottom() - 6);
    }

    private Point2D onScreen(double worldX, double worldY) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Node canvas = stage.getScene().lookup("#diagram-canvas");
            Viewport at = camera().now();
            return canvas.localToScreen(at.toScreenX(worldX), at.toScreenY(worldY));
        });
    }

    /// Whether somebody can read a text.
    boolean reads(FxRobot robot, String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled labeled
                        && Objects.requireNonNullElse(labeled.getText(), "").contains(text)
                        && isShown(node))
                .tryQuery()
                .isPresent();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static void until(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    BufferedImage picture() {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> Snapshots.take(stage.getScene().getWindow()));
    }

    void picture(String name) throws IOException {
        Snapshots.write(picture(), Path.of("target/snapshots/" + name + ".png"));
    }

    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            view.close();
            stage.hide();
        });
    }
}
