package mana.studio.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import mana.studio.design.Design;
import mana.studio.diagram.Box;
import mana.studio.diagram.Edge;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Point;
import mana.studio.diagram.Scope;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DiagramViewTest {
    @TempDir
    Path folder;

    private final TestSession session = new TestSession(TestDatabases.snapshot(Sample.database()));
    private Stage stage;
    private Sight sight;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @BeforeEach
    void open() {
        sight = new Sight(stage, session, folder.resolve("positions.json")).open();
    }

    @AfterEach
    void close() {
        sight.close();
    }

    @Test
    void drawsAForeignKeyFromColumnToColumn(FxRobot robot) {
        robot.moveTo(sight.column("app.users", "org_id")).press(MouseButton.PRIMARY);
        robot.moveTo(sight.column("app.orgs", "id"));
        assertThat(sight.reads(robot, "users.org_id → orgs.id")).isTrue();
        robot.release(MouseButton.PRIMARY);

        assertThat(design().undoable()).contains("Add foreign key users.org_id → orgs.id");
        ForeignKey key = table("users").foreignKeys().getFirst();
        assertThat(key.name()).isEqualTo("users_org_id_fkey");
        assertThat(key.referencedTable()).isEqualTo(new QualifiedName("app", "orgs"));
        Sight.until(() -> sight.drawing().graph().edges().stream().anyMatch(edge -> edge.mark() == Mark.ADDED));
        Sight.until(
                () -> planned().contains("ADD CONSTRAINT users_org_id_fkey FOREIGN KEY (org_id) REFERENCES app.orgs"));
    }

    @Test
    void refusesAForeignKeyBetweenDifferentTypesAndSaysWhy(FxRobot robot) {
        robot.moveTo(sight.column("app.users", "nickname")).press(MouseButton.PRIMARY);
        robot.moveTo(sight.column("app.orgs", "id"));
        assertThat(sight.reads(robot, "text cannot refer to uuid")).isTrue();
        robot.release(MouseButton.PRIMARY);

        assertThat(design().isEmpty()).isTrue();
        assertThat(sight.reads(robot, "text cannot refer to uuid. Give both columns the same type first."))
                .isTrue();
    }

    @Test
    void refusesAForeignKeyToWhatIsNotUniqueAndSaysWhatHelps(FxRobot robot) {
        robot.moveTo(sight.column("app.users", "nickname")).press(MouseButton.PRIMARY);
        robot.moveTo(sight.column("app.orgs", "title"));
        assertThat(sight.reads(robot, "orgs.title is not unique")).isTrue();
        assertThat(sight.reads(robot, "Refer to orgs.id, or make title unique first"))
                .isTrue();
        robot.type(KeyCode.ESCAPE);
        robot.release(MouseButton.PRIMARY);

        assertThat(design().isEmpty()).isTrue();
    }

    @Test
    void addsAForeignKeyByKeyboard(FxRobot robot) {
        select(robot, "app.users");
        robot.type(KeyCode.K);
        Sight.until(() -> sight.reads(robot, "Add foreign key to users"));
        robot.write("orgs");
        robot.type(KeyCode.ENTER);

        assertThat(design().undoable()).contains("Add foreign key users.org_id → orgs.id");
        assertThat(sight.reads(robot, "Add foreign key to users")).isFalse();
    }

    @Test
    void removesAForeignKeyByKeyboardAndShowsItAsRemoved(FxRobot robot) {
        select(robot, "app.posts");
        robot.type(KeyCode.E, KeyCode.DELETE);

        assertThat(design().undoable()).contains("Remove foreign key posts.author_id → users.id");
        Sight.until(() -> edge("posts_author_id_fkey").mark() == Mark.REMOVED);
        robot.interact(() -> session.designing().undo());
        Sight.until(() -> edge("posts_author_id_fkey").mark() == Mark.NONE);
    }

    @Test
    void undoesAndRedoesByKeysAndSaysWhat(FxRobot robot) {
        select(robot, "app.posts");
        robot.type(KeyCode.E, KeyCode.DELETE);
        Sight.until(() -> edge("posts_author_id_fkey").mark() == Mark.REMOVED);

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        Sight.until(() -> edge("posts_author_id_fkey").mark() == Mark.NONE);
        assertThat(sight.reads(robot, "Undone: Remove foreign key posts.author_id")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(sight.reads(robot, "Nothing to undo")).isTrue();

        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        Sight.until(() -> edge("posts_author_id_fkey").mark() == Mark.REMOVED);
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Y);
        Sight.until(() -> edge("posts_author_id_fkey").mark() == Mark.REMOVED);
        assertThat(design().redoable()).isEmpty();
    }

    @Test
    void addsColumnsAtACardsFoot(FxRobot robot) {
        robot.moveTo(sight.foot("app.users")).doubleClickOn(sight.foot("app.users"));
        robot.write("team uid").type(KeyCode.ENTER);
        assertThat(sight.reads(robot, "There is no type uid")).isTrue();
        robot.write("")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("team_id uuid not null")
                .type(KeyCode.ENTER);
        Sight.until(() -> table("users").column("team_id").isPresent());
        robot.write("age: int").type(KeyCode.ENTER, KeyCode.ESCAPE);

        Sight.until(() -> table("users").column("age").isPresent());
        Column added = table("users").column("team_id").orElseThrow();
        assertThat(added.type().sql()).isEqualTo("uuid");
        assertThat(added.isNotNull()).isTrue();
        assertThat(table("users").column("age").orElseThrow().type().sql()).isEqualTo("integer");
        Sight.until(() -> sight.card("app.users").rows().stream().anyMatch(row -> row.mark() == Mark.ADDED));
    }

    @Test
    void createsATableFromThePatternAndNamesIt(FxRobot robot) {
        select(robot, "app.users");
        robot.type(KeyCode.N);
        Sight.until(() -> sight.shows("app.new_table"));
        robot.write("teams").type(KeyCode.ENTER);

        Sight.until(() -> sight.shows("app.teams"));
        Table teams = table("teams");
        assertThat(teams.columns()).extracting(Column::name).containsExactly("id", "created_at", "updated_at");
        assertThat(teams.primaryKey().orElseThrow().name()).isEqualTo("teams_pkey");
        assertThat(sight.card("app.teams").mark()).isEqualTo(Mark.ADDED);
        Sight.until(() -> planned().contains("CREATE TABLE app.teams"));
    }

    @Test
    void renamesATableWithWhatRefersToIt(FxRobot robot) {
        select(robot, "app.users");
        robot.type(KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A).write("orgs").type(KeyCode.ENTER);
        assertThat(sight.reads(robot, "app has a orgs already")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("people").type(KeyCode.ENTER);

        Sight.until(() -> sight.shows("app.people"));
        assertThat(sight.card("app.people").note()).isEqualTo("was users");
        assertThat(table("posts").foreignKeys().getFirst().referencedTable().name())
                .isEqualTo("people");
        assertThat(sight.card("app.posts").mark()).isEqualTo(Mark.NONE);
        Sight.until(() -> planned().strip().equals("ALTER TABLE app.users RENAME TO people;"));
    }

    @Test
    void opensATableByMouseAndByKeyboard(FxRobot robot) {
        robot.doubleClickOn(sight.header("app.users"));
        select(robot, "app.orgs");
        robot.type(KeyCode.ENTER);

        assertThat(session.visited()).containsExactly("app.users STRUCTURE", "app.orgs STRUCTURE");
    }

    @Test
    void findsTablesAndColumns(FxRobot robot) {
        robot.clickOn(sight.header("app.users")).write("/");
        robot.write("author");
        Sight.until(() -> sight.reads(robot, "1 found"));
        robot.type(KeyCode.ENTER);

        assertThat(selected()).isEqualTo("app.posts");
        assertThat(sight.model().matches().get().columns()).hasSize(1);
        Box seen = sight.camera().now().seen();
        assertThat(Math.abs(seen.centerX() - sight.box("app.posts").centerX())).isLessThan(2);
        robot.type(KeyCode.ESCAPE);
        assertThat(sight.model().matches().get().cards()).isEmpty();
    }

    @Test
    void movesFromTableToTableByArrows(FxRobot robot) {
        select(robot, "app.users");
        Box here = sight.box("app.users");
        robot.type(KeyCode.RIGHT);
        assertThat(sight.box(selected()).x()).isGreaterThan(here.x());
        robot.type(KeyCode.LEFT);
        assertThat(sight.box(selected()).x()).isLessThan(sight.box("app.posts").x());
        assertThat(spoken()).startsWith("table " + selected());
    }

    @Test
    void focusesOnNeighboursAndComesBack(FxRobot robot) {
        select(robot, "app.orgs");
        robot.push(KeyCode.MINUS);
        Viewport left = sight.camera().now();
        robot.type(KeyCode.F);
        Sight.until(() -> !sight.shows("app.posts") && sight.shows("app.orgs"));
        assertThat(sight.shows("billing.invoices")).isTrue();
        assertThat(sight.reads(robot, "1 step")).isTrue();
        robot.type(KeyCode.ESCAPE);
        Sight.until(() -> sight.shows("app.posts"));
        assertThat(sight.model().scope().get()).isEqualTo(new Scope.All());
        assertThat(sight.camera().now()).isEqualTo(left);
    }

    @Test
    void keepsWhereACardWasDragged(FxRobot robot) {
        Box others = sight.box("app.posts");
        Point2D from = sight.header("app.users");
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(70, 90)).release(MouseButton.PRIMARY);
        Box moved = sight.box("app.users");
        Sight.until(() -> Files.exists(folder.resolve("positions.json"))
                && Files.readString(folder.resolve("positions.json")).contains("\"y\" : " + moved.y()));

        sight.open();

        assertThat(sight.box("app.users")).isEqualTo(moved);
        assertThat(sight.box("app.posts")).isEqualTo(others);
    }

    @Test
    void takesBackArrangingAgain(FxRobot robot) {
        Point2D from = sight.header("app.users");
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(from.add(70, 90)).release(MouseButton.PRIMARY);
        Box moved = sight.box("app.users");
        robot.clickOn((Node node) -> "Arrange again".equals(node.getAccessibleText()));
        Sight.until(() -> !sight.box("app.users").equals(moved));
        robot.clickOn("Undo");
        Sight.until(() -> sight.box("app.users").equals(moved));
    }

    @Test
    void panByDraggingThePaperAndZoomsByTheWheel(FxRobot robot) {
        Viewport before = sight.camera().now();
        Point2D empty = sight.header("app.orgs").subtract(60, 40);
        robot.moveTo(empty).press(MouseButton.PRIMARY).moveTo(empty.add(50, 30)).release(MouseButton.PRIMARY);
        Viewport panned = sight.camera().now();
        assertThat((before.x() - panned.x()) * panned.scale()).isBetween(45.0, 51.0);

        Point2D header = sight.header("app.users");
        robot.moveTo(header).scroll(1, VerticalDirection.UP);
        assertThat(sight.camera().now().level()).isNotEqualTo(panned.level());
        Point2D after = sight.header("app.users");
        assertThat(after.distance(header)).isLessThan(12);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(sight.camera().now().seen().contains(corner())).isTrue();
    }

    @Test
    void exportsFilesThatAreWhole(FxRobot robot) throws Exception {
        Path svg = folder.resolve("diagram.svg");
        sight.willPick(svg);
        robot.clickOn((Node node) -> "Export".equals(node.getAccessibleText())).clickOn("SVG…");
        Sight.until(() -> sight.reads(robot, "Exported diagram.svg"));
        String texts = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(svg.toFile())
                .getDocumentElement()
                .getTextContent();
        assertThat(List.of("orgs", "users", "posts", "invoices", "rates")).allMatch(texts::contains);

        for (int scale : List.of(1, 2)) {
            Path png = folder.resolve(scale + ".png");
            sight.willPick(png);
            robot.clickOn((Node node) -> "Export".equals(node.getAccessibleText()))
                    .clickOn(scale == 1 ? "PNG…" : "PNG, twice as large…");
            Sight.until(() -> sight.reads(robot, "Exported " + scale + ".png"));
            BufferedImage picture = ImageIO.read(png.toFile());
            Box all = sight.drawing().bounds().grown(40);
            assertThat(picture.getWidth()).isEqualTo((int) Math.ceil(all.width() * scale));
            assertThat(picture.getHeight()).isEqualTo((int) Math.ceil(all.height() * scale));
        }
    }

    @Test
    void saysWhatIsMissing(FxRobot robot) {
        TestSession empty = new TestSession(TestDatabases.snapshot(TestDatabases.database()));
        Sight nothing = new Sight(stage, empty, folder.resolve("none.json")).open(Theme.LIGHT, 900, 600);
        Sight.until(() -> nothing.reads(robot, "No tables yet"));
        nothing.close();
    }

    private void select(FxRobot robot, String table) {
        robot.clickOn(sight.header(table));
        assertThat(selected()).isEqualTo(table);
    }

    private String selected() {
        WaitForAsyncUtils.waitForFxEvents();
        return sight.model().selectedCard().map(card -> card.name().toString()).orElse("");
    }

    private String spoken() {
        return stage.getScene().lookup("#diagram-canvas").getAccessibleText();
    }

    private Point corner() {
        Box box = sight.box("app.users");
        return new Point(box.x(), box.y());
    }

    private Edge edge(String name) {
        return sight.drawing().graph().edges().stream()
                .filter(edge -> edge.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Design design() {
        WaitForAsyncUtils.waitForFxEvents();
        return session.designing().design().get();
    }

    private Table table(String name) {
        return design().database().table(new QualifiedName("app", name)).orElseThrow();
    }

    private String planned() {
        Forecast forecast = session.designing().forecast().get();
        return forecast == null ? "" : forecast.plan().sql();
    }
}
