package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.Navigator.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UsingRowsTest {
    private static TestDatabase database;

    private final FakeSession session =
            new FakeSession(Sample.users(), Sample.sessions(), Sample.notes(), Sample.empty());
    private Stage stage;
    private Sight sight;

    @BeforeAll
    static void fill() {
        database = Sample.database();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
    }

    @AfterEach
    void close() {
        sight.close();
        assertThat(sight.source().askedOnFxThread()).isZero();
    }

    @Test
    void opensTheRowAForeignKeyPointsTo(FxRobot robot) {
        open(Sample.sessions(), new Filter("id", Operator.EQUALS, List.of("6")));
        sight.awaitColumn("user_id", List.of("7"));
        robot.clickOn(".grid-cell").type(KeyCode.RIGHT).type(KeyCode.F4);
        Place here = new Place(
                Sample.sessions().name(), List.of(new Filter("id", Operator.EQUALS, List.of("6"))));
        assertThat(session.opened)
                .containsExactly(new FakeSession.Opened(
                        Sample.USERS, List.of(new Filter("id", Operator.EQUALS, List.of("7"))), List.of(here)));
    }

    @Test
    void opensTheRowsThatPointToARowAndGoesBackAlongTheTrail(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user4@example.com"), MouseButton.SECONDARY)
                .moveTo("Referenced by");
        FxThread.await(() -> robot.lookup("auth.sessions (user_id)").tryQuery().isPresent());
        robot.clickOn("auth.sessions (user_id)");
        assertThat(session.opened.getFirst().filters())
                .containsExactly(new Filter("user_id", Operator.EQUALS, List.of("4")));
        Place from = new Place(Sample.sessions().name(), List.of());
        FxThread.run(() -> sight.view().showRows(List.of(), List.of(from)));
        assertThat(sight.texts("#trail")).contains("sessions", "users");
        robot.clickOn(email("user4@example.com")).press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(session.opened.getLast())
                .isEqualTo(new FakeSession.Opened(from.relation(), List.of(), List.of()));
    }

    @Test
    void opensACutValueWhole(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user2@example.com")).type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        sight.awaitText("#value-facts", "text · 20,003 characters");
        FxThread.await(() -> sight.scene().lookup("#value-text") instanceof org.fxmisc.richtext.CodeArea area
                && area.getText().replace("\n", "").length() == 20_003
                && area.getText().stripTrailing().endsWith("end"));
        robot.clickOn(email("user1@example.com")).type(KeyCode.RIGHT, 3);
        sight.awaitText(
                "#value-text",
                """
                {
                  "n": 1,
                  "tags": [
                    1,
                    2,
                    {
                      "a": null
                    }
                  ],
                  "theme": "dark"
                }""");
    }

    @Test
    void copiesWhatIsSelected(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user3@example.com"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.C).release(KeyCode.SHORTCUT);
        sight.awaitText("#doing", "Copied the value of email");
        assertThat(clipboard()).isEqualTo("user3@example.com");
        robot.type(KeyCode.LEFT).press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.RIGHT).release(KeyCode.SHIFT);
        sight.awaitText("#selected-cells", "2 rows × 2 columns");
        robot.clickOn("#copy-menu").clickOn("#copy-insert");
        sight.awaitText("#doing", "Copied 2 rows × 2 columns as INSERT");
        assertThat(clipboard())
                .contains("INSERT INTO auth.users", "(3, 'user3@example.com')", "(4, 'user4@example.com')");
    }

    @Test
    void exportsAllRowsOfTheQuery(FxRobot robot, @TempDir Path folder) throws Exception {
        open(Sample.users(), new Filter("id", Operator.AT_MOST, List.of("300")));
        sight.awaitColumn("id", List.of("1", "2"));
        Path file = folder.resolve("users.csv");
        sight.willPick(file);
        robot.clickOn("#export-menu").clickOn("#export-csv");
        sight.awaitText("#doing", "Exported 300 rows to users.csv");
        assertThat(Files.readString(file)).startsWith("id,email,name").contains("\n300,user300@example.com");
    }

    @Test
    void showsOneRowAtATime(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user2@example.com"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.R).release(KeyCode.SHORTCUT);
        sight.awaitText("#record-position", "Row 2");
        robot.type(KeyCode.RIGHT);
        sight.awaitText("#record-position", "Row 3");
        assertThat(sight.texts("#record-lines")).contains("email", "user3@example.com", "Ada Example 3");
    }

    private void open(Table table, Filter... filters) {
        sight = new Sight(stage, session, database, table, filters);
    }

    private Point2D email(String address) {
        return sight.cell("email", address);
    }

    private static String clipboard() {
        return FxThread.ask(() -> Clipboard.getSystemClipboard().getString());
    }
}
