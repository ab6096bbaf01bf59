package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.rows.Filter;
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
        assertThat(sight.source().askedOnFxThread()).isZero();
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
    void sortsByAClickOnAHead() {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        sight.clickHead("role", false);
        sight.awaitColumn("id", List.of("3", "6", "9"));
        sight.clickHead("role", false);
        sight.awaitColumn("id", List.of("449", "446", "443"));
        sight.clickHead("role", false);
        sight.awaitColumn("id", List.of("1", "2", "3"));
    }

    @Test
    void addsASortKeyByAClickWithShift() {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        sight.clickHead("role", false);
        sight.clickHead("id", true);
        sight.awaitColumn("id", List.of("3", "6", "9"));
        sight.clickHead("id", true);
        sight.awaitColumn("id", List.of("450", "447", "444"));
    }

    @Test
    void saysHowRowsWithoutAKeyAreOrdered() {
        open(Sample.notes());
        sight.awaitText("#row-order", "No primary key: rows in physical order");
    }

    @Test
    void goesToTheLastRowAndToARowByItsNumber(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(email("user2@example.com")).type(KeyCode.END);
        FxThread.await(() -> sight.column("id").contains("450"));
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        sight.awaitText("#selected-cells", "2 rows × 1 column");
        assertThat(sight.column("id")).contains("449", "450");
        robot.type(KeyCode.HOME);
        sight.awaitColumn("id", List.of("1", "2"));
        robot.press(KeyCode.SHORTCUT).type(KeyCode.G).release(KeyCode.SHORTCUT);
        robot.clickOn("#go-to-row").write("200").type(KeyCode.ENTER);
        sight.awaitColumn("id", List.of("200", "201"));
    }

    @Test
    void staysWhereItIsWhenItReadsAgain(FxRobot robot) {
        open(Sample.sessions());
        sight.awaitColumn("id", List.of("1", "2"));
        robot.clickOn(sight.cell("id", "2")).type(KeyCode.PAGE_DOWN, 4);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        List<String> before = sight.column("id");
        assertThat(before).doesNotContain("1");
        database.run("UPDATE auth.sessions SET agent = 'other'; ANALYZE auth.sessions;");
        FxThread.run(sight.view()::refresh);
        sight.awaitColumn("agent", List.of("other"));
        assertThat(sight.column("id")).isEqualTo(before);
        assertThat(sight.texts("#selected-cells")).isEqualTo("2 rows × 1 column");
    }

    @Test
    void keepsTheRowsAndSaysHowOldTheyAreWhenTheServerIsLost(FxRobot robot) {
        open(Sample.users());
        sight.awaitColumn("id", List.of("1", "2"));
        sight.source().cut();
        FxThread.run(sight.view()::refresh);
        sight.awaitSeen("#feedback");
        assertThat(sight.texts("#feedback")).contains("Reading auth.users", "SQLSTATE 08001", "still the rows read at");
        assertThat(sight.column("id")).startsWith("1", "2");
        sight.source().mend();
        robot.clickOn("Try again");
        sight.awaitGone("#feedback");
        assertThat(sight.column("id")).startsWith("1", "2");
    }

    @Test
    void showsAnyPlaceOfAMillionRowsWithoutHoldingThem(FxRobot robot) {
        database.run(
                """
                CREATE UNLOGGED TABLE auth.events (id integer, body text);
                INSERT INTO auth.events SELECT n, 'event ' || n FROM generate_series(1, 1000000) AS n;
                ALTER TABLE auth.events ADD PRIMARY KEY (id);
                ANALYZE auth.events;
                """);
        open(Sample.events());
        sight.awaitColumn("id", List.of("1", "2"));
        sight.awaitText("#row-count", "≈ 1,000,000 rows");
        ScrollBar bar = robot.lookup("#position-bar").queryAs(ScrollBar.class);
        FxThread.await(() -> bar.getMax() > 900_000);
        FxThread.run(() -> bar.setValue(500_000));
        FxThread.await(() -> sight.column("id").stream().anyMatch(id -> id.matches("(4[5-9]|5[0-4])\\d{4}")));
        FxThread.run(() -> bar.setValue(bar.getMax()));
        FxThread.await(() -> sight.column("id").contains("1000000"));
        robot.clickOn(sight.cell("id", "1000000")).type(KeyCode.HOME);
        sight.awaitColumn("id", List.of("1", "2"));
        assertThat(FxThread.ask(() -> sight.table().getItems().size())).isLessThan(RowWindow.CAPACITY);
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
        robot.clickOn(email("user1@example.com"));
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

    private Point2D email(String address) {
        return sight.cell("email", address);
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
