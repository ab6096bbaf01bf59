package mana.studio.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.NoCode;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChangesViewTest {
    private final TestSession session = new TestSession(TestDatabases.platformSnapshot());
    private int made;

    @Start
    void start(Stage stage) {
        ChangesView view = new ChangesView(
                session,
                new Highlight(),
                new Label("What is pending"),
                phases -> new Label("Applying " + ++made
                        + phases.stream()
                                .map(phase -> phase.name().name())
                                .collect(Collectors.joining(", ", phases.isEmpty() ? "" : " in ", ""))),
                () -> new Label("Trying"),
                () -> new ChangesView.Written(new Label("Writing"), () -> {}, () -> {}),
                new NoCode());
        Scene scene = new Scene(view, 1000, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void appliesOnlyWhatIsPending(FxRobot robot) throws TimeoutException {
        assertThat(isDisabled(robot, "Apply…")).isTrue();
        assertThat(isDisabled(robot, "Dry run…")).isTrue();

        edit(robot);

        assertThat(isDisabled(robot, "Apply…")).isFalse();
        robot.interact(() -> session.designing().undo());
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isDisabled(robot, "Apply…"));
    }

    @Test
    void showsApplyingAndTryingInThePlaceOfTheSql(FxRobot robot) throws TimeoutException {
        edit(robot);
        assertThat(texts(robot)).contains("What is pending", "Statements");

        robot.clickOn("Dry run…");
        assertThat(texts(robot)).contains("Trying", "What is pending").doesNotContain("Statements");

        robot.clickOn("Apply…");
        assertThat(texts(robot)).contains("Applying 1").doesNotContain("Trying");

        robot.clickOn("Back to the SQL");
        assertThat(texts(robot)).contains("Statements").doesNotContain("Applying 1");
        robot.clickOn("Apply…");
        assertThat(texts(robot)).contains("Applying 2");
    }

    @Test
    void appliesTheSaferWayPhaseByPhase(FxRobot robot) throws TimeoutException {
        edit(robot);

        robot.clickOn("Safer way");
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> texts(robot).contains("Apply in phases…"));
        robot.clickOn("Apply in phases…");
        assertThat(texts(robot)).contains("Applying 1 in EXPAND, MIGRATE, CONTRACT");

        robot.clickOn("Back to the SQL");
        robot.clickOn("Direct");
        robot.clickOn("Apply…");
        assertThat(texts(robot)).contains("Applying 2");
    }

    private void edit(FxRobot robot) throws TimeoutException {
        robot.interact(
                () -> session.designing().edit(Shop.rename(new QualifiedName("auth", "users"), "name", "full_name")));
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> texts(robot).contains("1 statement, 1 transaction"));
    }

    private static boolean isDisabled(FxRobot robot, String words) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(words).<Node>query().isDisabled();
    }

    private static List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .toList();
    }
}
