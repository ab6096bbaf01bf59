package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NarrowingTest {
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
    void narrowsByAFilterThatIsTypedIn(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user7@example.com")).clickOn("#add-filter");
        robot.clickOn("#filter-value").write("user44").type(KeyCode.ENTER);
        sight.awaitColumn("id", List.of("44", "440", "441"));
        assertThat(sight.texts("#filter-pills")).contains("email", "contains", "user44");
        robot.clickOn(".pill-remove");
        sight.awaitColumn("id", List.of("1", "2", "3"));
    }

    @Test
    void offersTheLabelsOfAnEnum(FxRobot robot) {
        open(Sample.users(), new Filter("role", Operator.EQUALS, List.of("admin")));
        sight.awaitColumn("role", List.of("admin", "admin"));
        robot.clickOn(".pill-edit").clickOn("#filter-value").clickOn("editor").clickOn("#filter-apply");
        sight.awaitColumn("role", List.of("editor", "editor"));
    }

    @Test
    void filtersByTheValueOfACell(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user3@example.com"), MouseButton.SECONDARY).clickOn("Exclude this value");
        sight.awaitColumn("id", List.of("1", "2", "4"));
    }

    @Test
    void saysWhatTheServerSaysOfAWrongConditionAndKeepsTheRows(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("#where").write("id < 9 and emial = 'x'").type(KeyCode.ENTER);
        sight.awaitSeen("#where-problem");
        assertThat(sight.texts("#where-problem"))
                .contains("column \"emial\" does not exist")
                .contains("id < 9 and emial = 'x'\n           ▲");
        assertThat(sight.column("id")).startsWith("1", "2");
        assertThat(sight.texts("#stale")).contains("still the rows read at");
        robot.clickOn("#where").push(KeyCode.END).eraseText(11).write("role = 'admin'").type(KeyCode.ENTER);
        sight.awaitColumn("id", List.of("2", "5", "8"));
        sight.awaitGone("#where-problem");
    }

    @Test
    void saysWhenAFilterCannotBeReadAndKeepsTheRows() {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        FxThread.run(() -> sight.view()
                .showRows(List.of(new Filter("id", Operator.EQUALS, List.of("seven"))), List.of()));
        sight.awaitSeen("#feedback");
        assertThat(sight.texts("#feedback"))
                .contains("Invalid input syntax for type integer: \"seven\".", "Reading auth.users · SQLSTATE 22P02");
        assertThat(sight.column("id")).startsWith("1", "2");
    }

    @Test
    void offersToClearFiltersThatNothingPasses(FxRobot robot) {
        open(Sample.users(), new Filter("id", Operator.EQUALS, List.of("9000")));
        sight.awaitSeen("#clear-filters");
        robot.clickOn("#clear-filters");
        sight.awaitColumn("id", List.of("1", "2"));
    }

    @Test
    void saysThatATableIsEmpty() {
        open(Sample.empty());
        sight.awaitSeen(".empty-state");
        assertThat(sight.texts(".empty-state")).contains("No rows", "auth.empty is empty.");
    }

    @Test
    void hidesOrSinglesOutRowsMarkedAsDeleted(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2", "3"));
        robot.clickOn("#deleted-hide");
        sight.awaitColumn("id", List.of("1", "2", "4"));
        robot.clickOn("#deleted-only");
        sight.awaitColumn("id", List.of("3", "13", "23"));
    }

    private void open(Table table, Filter... filters) {
        sight = new Sight(stage, session, database, table, filters);
    }

    private Point2D email(String address) {
        return sight.cell("email", address);
    }
}
