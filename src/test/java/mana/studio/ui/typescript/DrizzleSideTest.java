package mana.studio.ui.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import mana.studio.design.Edit;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Theme;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person looks at what is pending as code, and takes it into the schema files.
@ExtendWith(ApplicationExtension.class)
class DrizzleSideTest {
    @TempDir
    private Path root = Path.of("");

    private Coded coded;
    private TestSession session;
    private DrizzleSide side;

    @Start
    void start(Stage stage) throws Exception {
        coded = new Coded(root);
        session = coded.session();
        side = coded.side(session);
        Scene scene = new Scene(side.view(), 1000, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void showsTheCodeBeforeAndAfter(FxRobot robot) throws TimeoutException {
        edit(robot, Coded.renameColumn("display_name", "full_name"), Coded.addColumn("locale", "text"));

        waitFor(() -> texts(robot).size() == 2 && texts(robot).get(1).contains("locale: text('locale'),"));
        assertThat(texts(robot).get(0)).contains("displayName: text('display_name').notNull(),");
        assertThat(texts(robot).get(1)).contains("fullName: text('full_name').notNull(),");
    }

    @Test
    void asksForAProject(FxRobot robot) throws TimeoutException {
        edit(robot, Coded.addColumn("locale", "text"));

        robot.clickOn("Schema files");
        waitFor(() -> shows(robot, "No project yet"));
        robot.clickOn("Open a project in History");

        assertThat(session.visited()).containsExactly("screen HISTORY");
    }

    @Test
    void writesTheFileOnceItIsConfirmed(FxRobot robot) throws Exception {
        coded.remembered();
        edit(robot, Coded.renameColumn("display_name", "full_name"), Coded.addColumn("locale", "text"));
        robot.clickOn("Schema files");
        waitFor(() -> shows(robot, "Apply to file…"));
        assertThat(shows(
                        robot,
                        "The property users.displayName keeps its name, which other code uses; only the"
                                + " column's name changes."))
                .isTrue();

        robot.clickOn("Apply to file…").clickOn("Cancel");
        assertThat(coded.file()).hasContent(Coded.FILE);
        robot.clickOn("Apply to file…").clickOn("Write file");

        waitFor(() -> !Files.readString(coded.file()).equals(Coded.FILE));
        assertThat(coded.file())
                .hasContent(Coded.FILE
                        .replace("'display_name'", "'full_name'")
                        .replace(
                                ".defaultNow().notNull(),\n});\n\nexport const sessions",
                                ".defaultNow().notNull(),\n  locale: text('locale'),\n});\n\nexport const sessions"));
    }

    @Test
    void saysWhatIsLeftByHand(FxRobot robot) throws Exception {
        coded.remembered();
        edit(robot, Coded.dropTable("sessions"));
        robot.clickOn("Schema files");

        waitFor(() -> shows(robot, "Left by hand"));
        assertThat(shows(
                        robot,
                        "By hand: src/auth.schema.ts, line 16: delete table auth.sessions, the constant"
                                + " sessions down to line 22."))
                .isTrue();
        assertThat(robot.lookup("#apply-patch").<Node>query().isDisabled()).isTrue();
    }

    @Test
    void overwritesNothingThatChangedMeanwhile(FxRobot robot) throws Exception {
        coded.remembered();
        edit(robot, Coded.addColumn("locale", "text"));
        robot.clickOn("Schema files");
        waitFor(() -> shows(robot, "Apply to file…"));
        Files.writeString(coded.file(), Coded.FILE + "// meanwhile\n");

        robot.clickOn("Apply to file…").clickOn("Write file");

        waitFor(() ->
                shows(robot, "auth.schema.ts changed since it was read: nothing was written. It was read again."));
        assertThat(coded.file()).hasContent(Coded.FILE + "// meanwhile\n");
    }

    private void edit(FxRobot robot, Edit... edits) throws TimeoutException {
        for (Edit edit : edits) {
            robot.interact(() -> session.designing().edit(edit));
        }
        waitFor(() -> {
            Forecast forecast = session.designing().forecast().get();
            return forecast != null
                    && forecast.design() == session.designing().design().get();
        });
        robot.interact(() -> side.show(session.designing().forecast().get(), null));
    }

    private static List<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof CodeArea).<CodeArea>queryAll().stream()
                .map(CodeArea::getText)
                .toList();
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot
                .lookup((Node node) -> node instanceof Labeled label && text.equals(label.getText()))
                .queryAll()
                .stream()
                .anyMatch(Node::isVisible);
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
