package mana.studio.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import mana.studio.connection.Cancellation;
import mana.studio.design.Edit;
import mana.studio.diagram.DiagramEdits;
import mana.studio.diagram.Mark;
import mana.studio.diagram.Scope;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.scratch.Scratch;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the diagram in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class DiagramPicturesTest {
    private static final Path DUMP =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps/mana_platform.sql");

    @TempDir
    Path folder;

    private Stage stage;
    private Sight sight;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        sight.close();
    }

    @ParameterizedTest
    @EnumSource
    void drawsAPlatform(Theme theme) throws Exception {
        assumeTrue(Files.exists(DUMP), "there is no dump of the platform");
        TestSession session =
                new TestSession(TestDatabases.snapshot(Scratch.read(Files.readString(DUMP), new Cancellation())));
        sight = new Sight(stage, session, folder.resolve("positions.json"))
                .open(theme, 1280, 800)
                .seen();
        sight.picture("diagram-platform-" + theme);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.camera().zoomToFullSize());
        sight.picture("diagram-platform-near-" + theme);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.camera().zoom(-5));
        sight.picture("diagram-platform-middle-" + theme);
        String first = List.copyOf(sight.drawing().graph().cards().keySet()).getFirst();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.model().focus(first, 2));
        Sight.until(() -> sight.model().scope().get() instanceof Scope.Around
                && !sight.model().busy().get());
        sight.picture("diagram-around-" + theme);
        assertThat(sight.drawing().graph().cards()).containsKey(first);
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatIsPending(Theme theme, FxRobot robot) throws Exception {
        TestSession session = new TestSession(TestDatabases.snapshot(Sample.database()));
        sight = new Sight(stage, session, folder.resolve("positions.json"))
                .open(theme, 1280, 800)
                .seen();
        robot.interact(() -> pending(session));
        Sight.until(() -> sight.shows("app.teams"));
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> sight.camera().fit(sight.drawing()));
        sight.picture("diagram-pending-" + theme);
        robot.moveTo(sight.column("app.people", "org_id")).press(MouseButton.PRIMARY);
        robot.moveTo(sight.column("app.teams", "id"));
        sight.picture("diagram-drawing-" + theme);
        robot.moveTo(sight.column("app.orgs", "title"));
        sight.picture("diagram-refused-" + theme);
        robot.release(MouseButton.PRIMARY);
        robot.clickOn(sight.header("app.people"))
                .type(KeyCode.C)
                .write("team uid")
                .type(KeyCode.ENTER);
        sight.picture("diagram-field-" + theme);
        robot.type(KeyCode.ESCAPE).type(KeyCode.K);
        sight.picture("diagram-key-form-" + theme);
        robot.type(KeyCode.ESCAPE).rightClickOn(sight.header("app.people"));
        sight.picture("diagram-menu-" + theme);
        robot.type(KeyCode.ESCAPE).write("/").write("id");
        sight.picture("diagram-search-" + theme);
        assertThat(sight.drawing().graph().marks()).containsExactlyInAnyOrder(Mark.ADDED, Mark.CHANGED, Mark.REMOVED);
    }

    private static void pending(TestSession session) {
        Designing designing = session.designing();
        Database base = designing.design().get().database();
        Table users = base.table(new QualifiedName("app", "users")).orElseThrow();
        designing.edit(DiagramEdits.renameTable(base, users, "people"));
        designing.edit(Edit.of(
                "Change",
                database -> database.withSchemas(database.schemas().stream()
                        .map(schema -> schema.withTables(schema.tables().stream()
                                .filter(table -> !table.name().name().equals("rates"))
                                .map(DiagramPicturesTest::changed)
                                .toList()))
                        .toList())));
        Table teams =
                DiagramEdits.newTable(base.schema("app").orElseThrow()).withName(new QualifiedName("app", "teams"));
        designing.edit(DiagramEdits.addTable(teams));
    }

    private static Table changed(Table table) {
        return switch (table.name().name()) {
            case "people" ->
                table.withColumns(Stream.concat(
                                table.columns().subList(0, 2).stream(),
                                Stream.of(TableBuilder.table("app", "x")
                                        .notNull("email", "text")
                                        .build()
                                        .columns()
                                        .getFirst()))
                        .toList());
            case "posts" ->
                table.withColumns(table.columns().stream()
                        .map(column -> column.name().equals("body") ? column.withNotNull(Column.NotNull.PLAIN) : column)
                        .toList());
            case "invoices" -> table.withConstraints(table.constraints().subList(0, 1));
            default -> table;
        };
    }

    @ParameterizedTest
    @EnumSource
    void drawsAThousandTables(Theme theme) throws Exception {
        TestSession session = new TestSession(TestDatabases.large(1000));
        sight = new Sight(stage, session, folder.resolve("positions.json"))
                .open(theme, 1280, 800)
                .seen();
        sight.picture("diagram-thousand-" + theme);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sight.camera().zoomToFullSize());
        sight.picture("diagram-thousand-near-" + theme);
        assertThat(sight.drawing().graph().cards()).hasSize(1000);
    }
}
