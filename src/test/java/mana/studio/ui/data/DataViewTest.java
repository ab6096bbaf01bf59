package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
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
class DataViewTest {
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
    }

    @Test
    void opensOnTheFirstPageInTheOrderOfTheKey() {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2", "3", "4"));
        sight.awaitText("#row-count", "450 rows");
        assertThat(sight.column("name").subList(0, 5))
                .startsWith("\"\"")
                .contains("Ada Example 3", "two↵lines", "NULL");
    }

    @Test
    void estimatesTheRowsAndCountsThemOnDemand(FxRobot robot) {
        open(Sample.sessions());
        sight.awaitText("#row-count", "≈ 1,000 rows");
        robot.clickOn("#count-rows");
        sight.awaitText("#row-count", "1,000 rows");
    }

    @Test
    void sortsByAClickOnAHead(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("#column-id .grid-header-name");
        robot.clickOn("#column-id .grid-header-name");
        sight.awaitColumn("id", List.of("450", "449", "448"));
        robot.clickOn("#column-id .grid-header-name");
        sight.awaitColumn("id", List.of("1", "2", "3"));
    }

    @Test
    void narrowsByAFilterThatIsTypedIn(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("user7@example.com").clickOn("#add-filter");
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
        robot.clickOn("user3@example.com", MouseButton.SECONDARY).clickOn("Exclude this value");
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
        robot.clickOn("#where").eraseText(11).write("role = 'admin'").type(KeyCode.ENTER);
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
    void saysHowRowsWithoutAKeyAreOrdered() {
        open(Sample.notes());
        sight.awaitText("#row-order", "No primary key: rows in physical order");
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
        robot.clickOn("user4@example.com", MouseButton.SECONDARY)
                .clickOn("Referenced by")
                .clickOn("sessions (user_id)");
        assertThat(session.opened.getFirst().filters())
                .containsExactly(new Filter("user_id", Operator.EQUALS, List.of("4")));
        Place from = new Place(Sample.sessions().name(), List.of());
        FxThread.run(() -> sight.view().showRows(List.of(), List.of(from)));
        assertThat(sight.texts("#trail")).contains("sessions", "users");
        robot.clickOn("user4@example.com").press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        assertThat(session.opened.getLast())
                .isEqualTo(new FakeSession.Opened(from.relation(), List.of(), List.of()));
    }

    @Test
    void opensACutValueWhole(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("user2@example.com").type(KeyCode.RIGHT);
        robot.press(KeyCode.SHIFT).type(KeyCode.ENTER).release(KeyCode.SHIFT);
        sight.awaitText("#value-facts", "text · 20,003 characters");
        FxThread.await(() -> sight.scene().lookup("#value-text") instanceof org.fxmisc.richtext.CodeArea area
                && area.getText().replace("\n", "").length() == 20_003
                && area.getText().stripTrailing().endsWith("end"));
        robot.clickOn("user1@example.com").type(KeyCode.RIGHT, 3);
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
    void hidesOrSinglesOutRowsMarkedAsDeleted(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2", "3"));
        robot.clickOn("#deleted-hide");
        sight.awaitColumn("id", List.of("1", "2", "4"));
        robot.clickOn("#deleted-only");
        sight.awaitColumn("id", List.of("3", "13", "23"));
    }

    @Test
    void copiesWhatIsSelected(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("user3@example.com");
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
        robot.clickOn("user2@example.com");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.R).release(KeyCode.SHORTCUT);
        sight.awaitText("#record-position", "Row 2");
        robot.type(KeyCode.RIGHT);
        sight.awaitText("#record-position", "Row 3");
        assertThat(sight.texts("#record-lines")).contains("email", "user3@example.com", "Ada Example 3");
    }

    @Test
    void goesToTheLastRowAndToARowByItsNumber(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("user2@example.com").type(KeyCode.END);
        FxThread.await(() -> sight.column("id").contains("450"));
        robot.type(KeyCode.HOME);
        sight.awaitColumn("id", List.of("1", "2"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.G).release(KeyCode.SHORTCUT);
        robot.clickOn("#go-to-row").write("200").type(KeyCode.ENTER);
        sight.awaitColumn("id", List.of("200", "201"));
    }

    @Test
    void staysWhereItIsWhenItReadsAgain(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("user2@example.com").type(KeyCode.PAGE_DOWN, 4);
        List<String> before = sight.column("id");
        assertThat(before).doesNotContain("1");
        var opened = FxThread.ask(() -> sight.scene().lookup("#read-at"));
        database.run("UPDATE auth.users SET score = score");
        FxThread.run(sight.view()::refresh);
        FxThread.await(() -> sight.column("id").equals(before) && opened != null);
        assertThat(sight.texts("#selected-cells")).isEmpty();
    }

    @Test
    void stopsALongQueryOnTheServer(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("#where").write("pg_sleep(60) is null").type(KeyCode.ENTER);
        FxThread.await(() -> sleepers() == 1);
        sight.awaitSeen("#cancel");
        robot.press(KeyCode.SHORTCUT).type(KeyCode.F2).release(KeyCode.SHORTCUT);
        FxThread.await(() -> sleepers() == 0);
        sight.awaitGone("#cancel");
        assertThat(sight.column("id")).startsWith("1", "2");
    }

    @Test
    void scrollsThroughMoreThanOnePageWithoutLosingARow(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn("user1@example.com");
        int lines = sight.column("id").size();
        while (!sight.column("id").contains("450")) {
            List<String> seen = sight.column("id");
            int first = Integer.parseInt(seen.getFirst());
            assertThat(seen)
                    .isEqualTo(IntStream.range(first, first + seen.size())
                            .mapToObj(Integer::toString)
                            .toList());
            robot.type(KeyCode.PAGE_DOWN);
        }
        assertThat(lines).isPositive();
    }

    private void open(Table table, Filter... filters) {
        sight = new Sight(stage, session, database, table, filters);
    }

    private static String clipboard() {
        return FxThread.ask(() -> Clipboard.getSystemClipboard().getString());
    }

    private static int sleepers() {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(
                        """
                        SELECT count(*) FROM pg_catalog.pg_stat_activity
                        WHERE state = 'active' AND query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()
                        """)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }
}
