package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CodePaneTest {
    private final Background background = new FxBackground();
    private StackPane root;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        Scene scene = new Scene(root, 800, 500);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void highlightsAndCantBeWrittenTo(FxRobot robot) {
        CodePane pane = show(robot, CodePane.readOnly(background), "SELECT 'a'");

        robot.clickOn(".code-pane").write("x");

        assertThat(pane.text().getValue()).isEqualTo("SELECT 'a'");
        assertThat(pane.stylesAt(0)).containsExactly("sql-keyword");
        assertThat(pane.stylesAt(8)).containsExactly("sql-string");
    }

    @Test
    void highlightsWhatIsTyped(FxRobot robot) {
        CodePane pane = show(robot, CodePane.editable(background), "");

        robot.clickOn(".code-pane").write("select 1");

        waitFor(() ->
                pane.text().getValue().equals("select 1") && pane.stylesAt(0).contains("sql-keyword"));
        assertThat(pane.stylesAt(7)).containsExactly("sql-number");
    }

    @Test
    void followsATextFromElsewhereAndUnderlinesMistakes(FxRobot robot) {
        CodePane pane = show(robot, CodePane.editable(background), "SELECT a, b FROM t");
        robot.interact(() -> pane.select(10, 11));
        robot.interact(() -> pane.follow("SELECT aaa, b FROM t"));
        robot.write("x", 0);
        waitFor(() -> pane.text().getValue().equals("SELECT aaa, x FROM t"));

        robot.interact(() -> pane.markError(7, 10));
        assertThat(pane.stylesAt(8)).containsExactly("sql-identifier", "sql-error");
        assertThat(pane.stylesAt(0)).containsExactly("sql-keyword");
        robot.interact(() -> pane.markError(0, 0));
        assertThat(pane.stylesAt(8)).containsExactly("sql-identifier");
    }

    @Test
    void highlightsALongTextInTheBackground(FxRobot robot) {
        CodePane pane = show(robot, CodePane.readOnly(background), "SELECT 1;\n".repeat(10_000));

        waitFor(() -> pane.stylesAt(10 * 9_999).contains("sql-keyword"));
    }

    @Test
    void findsWithTheKeyboard(FxRobot robot) {
        show(robot, CodePane.readOnly(background), "users\nUsers\nother users");

        robot.clickOn(".code-pane")
                .press(KeyCode.CONTROL)
                .type(KeyCode.F)
                .release(KeyCode.CONTROL)
                .write("users");
        waitFor(() -> count(robot).endsWith("of 3"));
        robot.type(KeyCode.F3);
        String second = count(robot);
        robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);

        assertThat(second).isNotEqualTo(count(robot));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup(".find-bar").query().isVisible()).isFalse();
    }

    @Test
    void copiesTheWholeText(FxRobot robot) {
        CodePane pane = show(robot, CodePane.readOnly(background), "SELECT 1");

        robot.interact(pane::copyAll);

        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("SELECT 1"));
    }

    private CodePane show(FxRobot robot, CodePane pane, String text) {
        robot.interact(() -> {
            root.getChildren().setAll(pane);
            pane.setText(text);
        });
        WaitForAsyncUtils.waitForFxEvents();
        return pane;
    }

    private static String count(FxRobot robot) {
        return robot.lookup(".find-count").queryAs(Label.class).getText();
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
