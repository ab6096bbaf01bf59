package mana.studio.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Spot;
import mana.studio.schema.Table;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.SideBySide;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PreviewPaneTest {
    private static Shop shop;

    private final TestSession session = shop.session();
    private final Highlight highlight = new Highlight();
    private PreviewPane preview;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws Exception {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Start
    void start(Stage stage) {
        preview = new PreviewPane(session, highlight, (_, wanted) -> Optional.of(folder.resolve(wanted.suggested())));
        Scene scene = new Scene(new StackPane(preview), 1000, 780);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void stop(FxRobot robot) {
        robot.interact(preview::close);
    }

    @Test
    void saysWhatItIsForWhileNothingIsPending(FxRobot robot) {
        waitFor(() -> texts(robot).contains("No changes pending"));

        edit(robot, Shop.rename(Shop.USERS, "name", "full_name"), Shop.rename(Shop.USERS, "full_name", "name"));

        waitFor(() -> texts(robot).contains("No changes pending"));
    }

    @Test
    void showsStatementsWithTheirConsequencesInWords(FxRobot robot) {
        edit(
                robot,
                Shop.emailNotNull(),
                Shop.dropColumn(Shop.USERS, "note"),
                Shop.index(Shop.VIEWS, "idx_page_views_user_id", "user_id"));

        waitFor(() -> statements(robot).contains("ALTER TABLE auth.users DROP COLUMN note"));
        assertThat(statements(robot))
                .contains(
                        "ALTER TABLE auth.users ALTER COLUMN email SET NOT NULL",
                        "CREATE INDEX idx_page_views_user_id ON events.page_views USING btree (user_id)");
        assertThat(texts(robot))
                .contains(
                        "3 statements, 1 transaction",
                        "loses data: 1",
                        "blocks reads and writes of auth.users",
                        "blocks writes of events.page_views",
                        "Loses data: all values of auth.users.note",
                        "Blocks reads and writes of auth.users",
                        "Reads all of auth.users, 458 MB",
                        "Blocks writes of events.page_views",
                        "Reads all of events.page_views, 2.1 GB",
                        "danger");
    }

    @Test
    void saysWhatRunsOutsideOfTheTransaction(FxRobot robot) {
        edit(robot, Shop.adminByDefault());

        waitFor(() -> texts(robot).contains("Runs outside of a transaction, and is committed by itself"));
        assertThat(texts(robot))
                .contains("2 statements, 1 transaction, 1 outside of a transaction")
                .noneMatch(text -> text.startsWith("may fail"));
    }

    @Test
    void tellsMoreOnRequest(FxRobot robot) {
        edit(robot, Shop.dropColumn(Shop.USERS, "note"));
        waitFor(() -> !robot.lookup(".statement").queryAll().isEmpty());
        assertThat(texts(robot)).doesNotContain("PostgreSQL documentation: ALTER TABLE");

        focusList(robot);
        robot.type(KeyCode.RIGHT);

        assertThat(texts(robot))
                .contains("PostgreSQL documentation: ALTER TABLE")
                .anyMatch(text -> text.startsWith("Stop using the column"));
        robot.type(KeyCode.LEFT);
        assertThat(texts(robot)).doesNotContain("PostgreSQL documentation: ALTER TABLE");
    }

    @Test
    void countsTheRowsInTheWayAndForgetsThemWithTheNextEdit(FxRobot robot) {
        edit(robot, Shop.emailNotNull());
        waitFor(() -> texts(robot).contains("Count now"));

        robot.clickOn("Count now");

        String answer = "2 rows have NULL in email (id 00000000-0000-0000-0000-000000000002,"
                + " 00000000-0000-0000-0000-000000000003), counted now";
        waitFor(() -> texts(robot).contains(answer));
        assertThat(texts(robot)).contains("Count again");

        edit(robot, Shop.dropColumn(Shop.VIEWS, "path"));
        waitFor(() -> statements(robot).size() == 2);
        assertThat(texts(robot)).doesNotContain(answer, "Count again");
    }

    @Test
    void countsRowsThatReferToNothing(FxRobot robot) {
        edit(robot, Shop.transactionsReferUsers());
        waitFor(() -> texts(robot).contains("Count now"));

        robot.clickOn("Count now");

        waitFor(() -> texts(robot).contains("1 row finds no row of auth.users by user_id (id 2), counted now"));
    }

    @Test
    void keepsTheSelectionWhateverComesBefore(FxRobot robot) {
        edit(robot, Shop.emailNotNull(), Shop.pathBecomesShort());
        waitFor(() -> statements(robot).size() == 2);
        robot.clickOn(".preview-list");
        robot.interact(() -> list(robot).getSelectionModel().clearAndSelect(1));
        String chosen = list(robot).getSelectionModel().getSelectedItem().sql();

        edit(robot, Shop.rename(Shop.USERS, "name", "full_name"), Shop.newTable("invoices"));
        waitFor(() -> list(robot).getItems().size() == 4);

        assertThat(list(robot).getSelectionModel().getSelectedItems())
                .extracting(Row::sql)
                .containsExactly(chosen);
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isNotEqualTo(1);
    }

    @Test
    void keepsItsPlaceAmongManyStatements(FxRobot robot) {
        edit(robot, many(500));
        waitFor(() -> list(robot).getItems().size() == 500);
        robot.interact(() -> list(robot).scrollTo(250));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> flow(robot).scrollPixels(17));
        WaitForAsyncUtils.waitForFxEvents();
        String first = firstInSight(robot);
        double offset = flow(robot).getFirstVisibleCell().getLayoutY();
        assertThat(flow(robot).getFirstVisibleCell().getIndex()).isGreaterThan(100);

        // A rename comes first in a plan.
        edit(robot, Shop.rename(Shop.USERS, "name", "full_name"));
        waitFor(() -> list(robot).getItems().size() == 501);
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(firstInSight(robot)).isEqualTo(first);
        assertThat(flow(robot).getFirstVisibleCell().getLayoutY())
                .isCloseTo(offset, org.assertj.core.data.Offset.offset(1.5));
        assertThat(robot.lookup(".preview-cell").queryAll().size())
                .as("cells in use")
                .isLessThan(60);
    }

    @Test
    void leadsToTheFieldAndBack(FxRobot robot) {
        edit(robot, Shop.emailNotNull(), Shop.pathBecomesShort());
        waitFor(() -> statements(robot).size() == 2);
        Design design = session.designing().design().get();
        Table users = design.database().table(Shop.USERS).orElseThrow();
        Spot email = new Spot(users.id(), Shop.columnOf(design.database(), Shop.USERS, "email"), Spot.Field.NOT_NULL);

        robot.clickOn(".preview-list");
        int at = indexOf(robot, "ALTER TABLE auth.users ALTER COLUMN email SET NOT NULL;\n");
        robot.interact(() -> list(robot).getSelectionModel().clearAndSelect(at));
        assertThat(highlight.fields().get()).hasSize(1);
        assertThat(highlight.marks(email)).isTrue();
        assertThat(highlight.marks(new Spot(email.object(), email.part(), Spot.Field.TYPE)))
                .isFalse();

        robot.type(KeyCode.ENTER);
        assertThat(session.visited()).containsExactly("spot NOT_NULL");

        robot.interact(() -> highlight.focus(email));
        assertThat(pointed(robot)).containsExactly("ALTER TABLE auth.users ALTER COLUMN email SET NOT NULL");
        robot.interact(() -> highlight.focus(null));
        assertThat(pointed(robot)).isEmpty();
    }

    @Test
    void movesWithTheArrowsAndCopiesWhatIsSelected(FxRobot robot) {
        edit(robot, Shop.emailNotNull(), Shop.pathBecomesShort(), Shop.amountBecomesBigint());
        waitFor(() -> statements(robot).size() == 3);
        focusList(robot);

        robot.type(KeyCode.DOWN);
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);

        assertThat(clipboard(robot))
                .isEqualTo(list(robot).getItems().get(1).sql()
                        + list(robot).getItems().get(2).sql());

        robot.clickOn("Copy SQL");
        assertThat(clipboard(robot).lines()).hasSize(3);
    }

    @Test
    void findsWords(FxRobot robot) {
        edit(robot, Shop.emailNotNull(), Shop.pathBecomesShort(), Shop.amountBecomesBigint());
        waitFor(() -> statements(robot).size() == 3);
        focusList(robot);

        robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
        robot.write("varying");

        assertThat(list(robot).getSelectionModel().getSelectedItem().sql()).contains("character varying(20)");
    }

    @Test
    void replacesTheStatementsByTheSaferWay(FxRobot robot) {
        edit(robot, Shop.emailNotNull(), Shop.index(Shop.VIEWS, "idx_page_views_user_id", "user_id"));
        waitFor(() -> texts(robot).contains("A safer way exists"));

        robot.clickOn("A safer way exists");

        waitFor(() -> texts(robot).contains("Phase 1: expand"));
        assertThat(texts(robot)).contains("Starts at any time").anyMatch(text -> text.startsWith("Not before "));
        assertThat(statements(robot))
                .contains(
                        "CREATE INDEX CONCURRENTLY idx_page_views_user_id ON events.page_views USING btree (user_id);");
        robot.clickOn("Script");
        robot.clickOn("Copy SQL");
        assertThat(clipboard(robot)).contains("CONCURRENTLY").contains("lock_timeout");

        robot.clickOn("Statements");
        robot.clickOn("Direct");
        waitFor(() -> statements(robot).contains("ALTER TABLE auth.users ALTER COLUMN email SET NOT NULL"));
    }

    @Test
    void showsTheWayBackAndWhatItDoesNotBringBack(FxRobot robot) throws IOException {
        edit(robot, Shop.dropColumn(Shop.USERS, "note"), Shop.rename(Shop.USERS, "name", "full_name"));
        waitFor(() -> statements(robot).size() == 2);

        robot.clickOn("Way back");
        waitFor(() -> texts(robot).contains("Does not come back: all values of auth.users.note"));
        waitFor(() -> code(robot).contains("ALTER TABLE auth.users ADD COLUMN note text"));
        robot.clickOn("Save down script…");

        Path file = folder.resolve("down.sql");
        waitFor(() -> texts(robot).contains("Saved down.sql"));
        assertThat(Files.readString(file))
                .contains("RENAME COLUMN full_name TO name;", "ALTER TABLE auth.users ADD COLUMN note text;");
    }

    @Test
    void comparesBeforeAndAfterSideBySide(FxRobot robot) {
        edit(robot, Shop.addColumn(Shop.USERS, "phone", "text"));
        waitFor(() -> statements(robot).size() == 1);

        robot.clickOn("Before / after");

        waitFor(() -> code(robot).contains("phone"));
        assertThat(texts(robot)).contains("Before", "After", "− removed   + added   ~ changed");
        assertThat(robot.lookup(".line-number").queryAll().stream()
                        .map(Node::getAccessibleText)
                        .toList())
                .contains("gap", "Line 7 added");
    }

    @Test
    void savesTheScript(FxRobot robot) throws IOException {
        edit(robot, Shop.dropColumn(Shop.USERS, "note"));
        waitFor(() -> statements(robot).size() == 1);

        robot.clickOn("Save");
        robot.clickOn("Save as file…");

        waitFor(() -> texts(robot).contains("Saved up.sql"));
        assertThat(Files.readString(folder.resolve("up.sql"))).isEqualTo("ALTER TABLE auth.users DROP COLUMN note;\n");
    }

    /// 500 columns that change, ten a table.
    private Edit[] many(int count) {
        return new Edit[] {
            Edit.of("Many columns", database -> {
                List<Edit> edits = new ArrayList<>();
                IntStream.range(0, count)
                        .forEach(at -> edits.add(Shop.addColumn(Shop.VIEWS, "column_%03d".formatted(at), "text")));
                Design design = Design.of(database);
                for (Edit edit : edits) {
                    design = design.edit(edit);
                }
                return design.database();
            })
        };
    }

    private void edit(FxRobot robot, Edit... edits) {
        robot.interact(() -> List.of(edits).forEach(session.designing()::edit));
        waitFor(() -> Shop.isSettled(session));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void focusList(FxRobot robot) {
        robot.interact(preview::requestFocus);
    }

    private static ListView<Row> list(FxRobot robot) {
        return robot.lookup(".preview-list").query();
    }

    private static VirtualFlow<?> flow(FxRobot robot) {
        return robot.from(list(robot)).lookup(".virtual-flow").query();
    }

    private static String firstInSight(FxRobot robot) {
        return list(robot)
                .getItems()
                .get(flow(robot).getFirstVisibleCell().getIndex())
                .sql();
    }

    @Test
    void copiesAPieceOfAStatementMarkedWithTheMouse(FxRobot robot) {
        edit(robot, Shop.dropColumn(Shop.USERS, "note"));
        waitFor(() -> statements(robot).contains("ALTER TABLE auth.users DROP COLUMN note"));

        robot.moveTo(letter(robot, "auth")).press(MouseButton.PRIMARY);
        robot.moveTo(letter(robot, "DROP")).release(MouseButton.PRIMARY);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo("auth.users ");

        robot.doubleClickOn(letter(robot, "note"));
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo("note");
        assertThat(session.visited()).isEmpty();
    }

    @Test
    void copiesAPieceOfAStatementMarkedWithTheKeys(FxRobot robot) {
        edit(robot, Shop.dropColumn(Shop.USERS, "note"), Shop.dropColumn(Shop.USERS, "name"));
        waitFor(() -> statements(robot).size() == 2);
        String second = statements(robot).get(1);
        robot.interact(() -> preview.requestFocus());
        robot.type(KeyCode.DOWN);

        robot.push(KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.RIGHT);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo(" TABLE");

        robot.type(KeyCode.HOME).push(KeyCode.SHIFT, KeyCode.END).push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).isEqualTo(second);

        robot.type(KeyCode.ESCAPE, KeyCode.UP).push(KeyCode.CONTROL, KeyCode.C);
        assertThat(clipboard(robot)).startsWith(statements(robot).getFirst());
    }

    /// Where a person presses to begin before a word of the SQL.
    private static Point2D letter(FxRobot robot, String word) {
        WaitForAsyncUtils.waitForFxEvents();
        TextFlow flow = robot.lookup(".preview-cell .sql-text").queryAllAs(TextFlow.class).stream()
                .filter(PreviewPaneTest::isShown)
                .findFirst()
                .orElseThrow();
        int at = statement(flow).indexOf(word);
        return WaitForAsyncUtils.waitForAsyncFx(5000, () -> {
            MoveTo start = (MoveTo) flow.getRangeShape(at, at + 1, false)[0];
            return flow.localToScreen(start.getX() + 1, start.getY() + 6);
        });
    }

    private static int indexOf(FxRobot robot, String sql) {
        return list(robot).getItems().stream().map(Row::sql).toList().indexOf(sql);
    }

    private static List<String> pointed(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".preview-cell:pointed").queryAll().stream()
                .map(cell -> statement(robot.from(cell).lookup(".sql-text").query()))
                .toList();
    }

    private static String statement(TextFlow flow) {
        StringBuilder sql = new StringBuilder();
        for (Node node : flow.getChildren()) {
            if (node instanceof Text text) {
                sql.append(text.getText());
            }
        }
        return sql.toString();
    }

    /// The statements that a person sees.
    private static List<String> statements(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".preview-cell .sql-text").queryAllAs(TextFlow.class).stream()
                .filter(PreviewPaneTest::isShown)
                .map(PreviewPaneTest::statement)
                .toList();
    }

    private static String code(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        StringBuilder text = new StringBuilder();
        robot.lookup(".code-area")
                .queryAllAs(org.fxmisc.richtext.CodeArea.class)
                .forEach(area -> text.append(area.getText()).append('\n'));
        return text.toString();
    }

    private static List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null)
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static String clipboard(FxRobot robot) {
        String[] text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0] == null ? "" : text[0];
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
