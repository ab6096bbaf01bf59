package mana.studio.ui.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person reads a table as TypeScript while designing it.
@ExtendWith(ApplicationExtension.class)
class DrizzleViewTest {
    @TempDir
    private Path root = Path.of("");

    private TestSession session;
    private DrizzleView view;

    @Start
    void start(Stage stage) throws Exception {
        session = new Coded(root).session();
        view = new DrizzleView(
                session, session.catalog().get().database().table(Coded.USERS).orElseThrow());
        Scene scene = new Scene(view, 900, 640);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(view::close);
    }

    @Test
    void followsTheDesign(FxRobot robot) throws TimeoutException {
        waitFor(() -> text(robot).contains("displayName: text('display_name').notNull(),"));
        assertThat(text(robot)).contains("export type NewUser = typeof users.$inferInsert;");

        robot.interact(() -> session.designing().edit(Coded.renameColumn("display_name", "full_name")));

        waitFor(() -> text(robot).contains("fullName: text('full_name').notNull(),"));
    }

    @Test
    void saysWhatDrizzleHasNoWordsFor(FxRobot robot) throws TimeoutException {
        waitFor(() -> shows(robot, "Not said by Drizzle: trigger touch_users of auth.users"));
    }

    @Test
    void writesTheSchemaAndEverything(FxRobot robot) throws TimeoutException {
        waitFor(() -> text(robot).contains("users = "));

        robot.clickOn("Schema auth");
        waitFor(() -> text(robot).contains("export const sessions = "));
        assertThat(text(robot))
                .contains("export const authSchema = pgSchema('auth');")
                .doesNotContain("balances");

        robot.clickOn("Everything");
        waitFor(() -> text(robot).contains("export const balances = creditsSchema.table('balances', {"));
    }

    @Test
    void writesAsTheOptionsSay(FxRobot robot) throws TimeoutException {
        waitFor(() -> text(robot).contains("NewUser"));

        robot.clickOn("Options").clickOn("Types of rows");
        waitFor(() -> !text(robot).contains("NewUser"));
        robot.clickOn("Options").clickOn("Column names by casing: 'snake_case'");
        waitFor(() -> text(robot).contains("displayName: text().notNull(),"));
    }

    @Test
    void copiesWhatIsShown(FxRobot robot) throws TimeoutException {
        waitFor(() -> text(robot).contains("users = "));

        robot.clickOn("Copy");

        String[] copied = new String[1];
        robot.interact(() -> copied[0] = (String) Clipboard.getSystemClipboard().getContent(DataFormat.PLAIN_TEXT));
        assertThat(copied[0]).isEqualTo(text(robot));
    }

    @Test
    void saysThatATableIsDropped(FxRobot robot) throws TimeoutException {
        waitFor(() -> text(robot).contains("users = "));

        robot.interact(() -> session.designing().edit(Coded.dropTable("users")));

        waitFor(() -> shows(robot, "Dropped in the design. This is how it was written last."));
        assertThat(text(robot)).contains("users = ");
    }

    private static String text(FxRobot robot) {
        return robot.lookup(node -> node instanceof CodeArea).<CodeArea>queryAll().stream()
                .map(CodeArea::getText)
                .findFirst()
                .orElse("");
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
