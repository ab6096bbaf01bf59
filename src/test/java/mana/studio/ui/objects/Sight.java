package mana.studio.ui.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window for a test: what a person sees in it, and pictures of it in `target/snapshots/objects`.
public final class Sight {
    private final FxRobot robot;
    private final Stage stage;

    public Sight(FxRobot robot, Stage stage) {
        this.robot = robot;
        this.stage = stage;
    }

    /// An empty window.
    public static void open(Stage stage, double width, double height) {
        Scene scene = new Scene(new StackPane(), width, height);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    public void show(Supplier<Parent> content) {
        robot.interact(
                () -> ((StackPane) stage.getScene().getRoot()).getChildren().setAll(content.get()));
        settle();
    }

    /// Does something on the interface's thread that opens a dialog.
    public void ask(Runnable command) {
        int before = dialogs().size();
        robot.interact(command);
        await(() -> dialogs().size() > before);
        settle();
        robot.targetWindow(dialogs().getLast().getScene().getWindow());
    }

    public List<DialogPane> dialogs() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .map(DialogPane.class::cast)
                .toList();
    }

    public DialogPane dialog() {
        settle();
        return dialogs().getLast();
    }

    public Button button(String text) {
        settle();
        return dialog().getButtonTypes().stream()
                .filter(type -> type.getText().equals(text))
                .map(type -> (Button) dialog().lookupButton(type))
                .findFirst()
                .orElseThrow();
    }

    /// The control with that accessible name.
    @SuppressWarnings("unchecked")
    public <T extends Node> T named(String name) {
        settle();
        return (T) robot.lookup(node -> name.equals(node.getAccessibleText()) && isShown(node)).queryAll().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name));
    }

    /// What a person reads, in the whole of all windows.
    public List<String> texts() {
        settle();
        return robot
                .lookup(node -> (node instanceof Labeled || node instanceof Text) && isShown(node))
                .queryAll()
                .stream()
                .map(node -> node instanceof Labeled labeled ? labeled.getText() : ((Text) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList();
    }

    public void reads(String... texts) {
        try {
            WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> texts().containsAll(List.of(texts)));
        } catch (TimeoutException late) {
            // The assertion says what is there instead.
        }
        assertThat(texts()).contains(texts);
    }

    /// A picture in both themes.
    public void picture(String name) throws IOException {
        for (Theme theme : Theme.values()) {
            robot.interact(() -> {
                theme.apply(stage.getScene());
                dialogs()
                        .forEach(dialog -> dialog.pseudoClassStateChanged(
                                javafx.css.PseudoClass.getPseudoClass("dark"), theme == Theme.DARK));
            });
            settle();
            var image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(stage));
            Snapshots.write(image, Path.of("target/snapshots/objects", name + "-" + theme + ".png"));
        }
        robot.interact(() -> Theme.LIGHT.apply(stage.getScene()));
    }

    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    public static void await(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
