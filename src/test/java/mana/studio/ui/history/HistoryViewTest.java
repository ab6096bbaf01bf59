package mana.studio.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.Simulation.Step;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person opens a project, reads its history, and repairs it.
@ExtendWith(ApplicationExtension.class)
class HistoryViewTest {
    private static final String SNAPSHOT =
            "{\"version\": \"7\", \"dialect\": \"postgresql\", \"id\": \"%s\", \"prevId\": \"%s\"}";

    @TempDir
    private Path home = Path.of("");

    private Path project = Path.of("");
    private JsonFile<ProjectSettings> settings;
    private Workspace workspace;
    private TestDatabase database;
    private TestSession session;
    private HistoryView view;

    @Start
    void start(Stage stage) throws Exception {
        project = Files.createDirectories(home.resolve("project"));
        settings = new JsonFile<>(home.resolve("projects.json"), ProjectSettings.class, ProjectSettings.NONE);
        String first = "CREATE SCHEMA a;--> statement-breakpoint\nCREATE TABLE a.one (id int);";
        service("alpha", "'a'", first, "CREATE TABLE a.two (id int);");
        service("beta", "'b'", "CREATE SCHEMA b;");
        // Beta, which shares the table, was deployed in between.
        file("alpha/sql/meta/_journal.json", journal(1_795_173_000_000L, 1_795_173_010_000L));
        file("beta/sql/meta/_journal.json", journal(1_795_173_050_000L));
        database = TestServer.freshDatabase().run("""
            CREATE SCHEMA a; CREATE TABLE a.one (id int); CREATE SCHEMA b; CREATE SCHEMA drizzle;
            CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
            INSERT INTO drizzle.__drizzle_migrations (hash, created_at)
            VALUES ('%s', 1795173000000), ('%s', 1795173050000);\
            """.formatted(hash(first), hash("CREATE SCHEMA" + " b;")));
        Profile profile = new Profile("test", "Test", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        Snapshot snapshot = new CatalogReader(workspace.source()).read(new Cancellation());
        session = new TestSession(snapshot, workspace);
        view = new HistoryView(
                session,
                settings,
                Optional.empty(),
                Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC));
        Scene scene = new Scene(view, 1100, 740);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> view.close());
        workspace.close();
    }

    private void service(String name, String filter, String... files) throws IOException {
        file(
                name + "/drizzle.config.ts",
                "export default defineConfig({ dialect: 'postgresql', out: './sql', schemaFilter: [" + filter
                        + "] });");
        for (int i = 0; i < files.length; i++) {
            file(name + "/sql/000" + i + "_m.sql", files[i]);
            String before = i == 0 ? "00000000-0000-0000-0000-000000000000" : name + (i - 1);
            file(name + "/sql/meta/000" + i + "_snapshot.json", SNAPSHOT.formatted(name + i, before));
        }
    }

    private static String journal(long... whens) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < whens.length; i++) {
            entries.append(i == 0 ? "" : ",\n").append("""
                {"idx": %d, "version": "7", "when": %d, "tag": "000%d_m", "breakpoints": true}\
                """.formatted(i, whens[i], i));
        }
        return "{\"version\": \"7\", \"dialect\": \"postgresql\", \"entries\": [" + entries + "]}";
    }

    private static String hash(String text) {
        return new MigrationFile(Path.of("x"), text).hash();
    }

    private void file(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    /// The lines of the table: state and name.
    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#migrations").tryQueryAs(TableView.class).stream()
                .flatMap(table -> ((TableView<?>) table).getItems().stream())
                .map(Entry.class::cast)
                .map(entry -> Sentences.word(entry.state()) + " " + entry.tag())
                .toList();
    }

    private static List<String> texts(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .toList();
    }

    /// Clicks when everything stands where it will stay.
    private static void click(FxRobot robot, String what) {
        WaitForAsyncUtils.waitForFxEvents(10);
        robot.clickOn(what);
    }

    private void open(FxRobot robot) throws Exception {
        await(() -> robot.lookup("Choose a project…").tryQuery().isPresent());
        robot.interact(() -> view.open(project));
        await(() -> lines(robot).equals(List.of("applied 0000_m", "will be skipped 0001_m", "other service 0000_m")));
    }

    @Test
    void readsAProjectThatIsOpened(FxRobot robot) throws Exception {
        open(robot);
        await(() -> texts(robot)
                .containsAll(List.of(
                        "The next migrate has nothing to run and passes over 1 migration.",
                        "alpha shares drizzle.__drizzle_migrations with beta. The newest row of any of them decides for"
                                + " all.",
                        "schema a",
                        "1 will be skipped",
                        "1 finding",
                        "not after 0000_m of beta")));
        await(() -> texts(robot).contains("What it creates is not in this database: table a.two."));
        assertThat(settings.load().folder("test")).contains(project);
        click(robot, "beta");
        await(() -> lines(robot).contains("applied 0000_m") && lines(robot).size() == 2);
        click(robot, "Needs attention (1)");
        await(() -> lines(robot).isEmpty());
    }

    @Test
    void repairsTheFilesAfterShowingTheChange(FxRobot robot) throws Exception {
        open(robot);
        click(robot, "Give it a later when…");
        await(() -> robot.lookup("#repair-preview").tryQuery().isPresent());
        assertThat(texts(robot))
                .contains("One file changes. All of it is written or nothing; what changed meanwhile stops it.");
        click(robot, "Cancel");
        assertThat(project.resolve("alpha/sql/meta/_journal.json")).content().contains("1795173010000");
        click(robot, "Give it a later when…");
        await(() -> robot.lookup("#repair-go").tryQuery().isPresent());
        click(robot, "#repair-go");
        await(() -> lines(robot).equals(List.of("applied 0000_m", "pending 0001_m", "other service 0000_m")));
        await(() -> texts(robot).contains("Files were changed: Give it a later when."));
        assertThat(project.resolve("alpha/sql/meta/_journal.json")).content().doesNotContain("1795173010000");
        click(robot, "Run 1 pending…");
        assertThat(session.visited()).containsExactly("run alpha drizzle.__drizzle_migrations");
    }

    @Test
    void namesTheDatabasesOfEnvFilesWithoutTheirSecrets(FxRobot robot) throws Exception {
        file("alpha/.env", "DATABASE_URL=postgres://ada:hidden-word@db.internal:6543/alpha_data");
        open(robot);
        await(() -> texts(robot).containsAll(List.of("db.internal:6543/alpha_data", "alpha/.env · DATABASE_URL")));
        assertThat(String.join("\n", texts(robot).stream().map(String::valueOf).toList()))
                .doesNotContain("hidden-word");
        click(robot, "Open it…");
        await(() -> session.visited().contains("connection alpha ada@db.internal:6543/alpha_data"));
        file(
                "alpha/.env",
                "DATABASE_URL=postgres://ada@localhost:"
                        + database.target().endpoints().getFirst().port() + "/"
                        + database.target().database());
        robot.interact(view::refresh);
        await(() -> texts(robot).contains("Open here"));
        assertThat(texts(robot)).doesNotContain("Open it…");
    }

    @Test
    void makesSnapshotsThatAreMissing(FxRobot robot) throws Exception {
        Path meta = project.resolve("alpha/sql/meta");
        Files.delete(meta.resolve("0000_snapshot.json"));
        Files.delete(meta.resolve("0001_snapshot.json"));
        open(robot);
        robot.interact(() ->
                robot.lookup("#migrations").queryTableView().getSelectionModel().select(1));
        click(robot, "Make 2 snapshots…");
        await(() -> robot.lookup("#repair-go").tryQuery().isPresent());
        click(robot, "#repair-go");
        await(() -> texts(robot).contains("Files were changed: Make 2 snapshots."));
        assertThat(meta.resolve("0001_snapshot.json")).content().contains("\"a.one\"", "\"a.two\"");
        assertThat(meta.resolve("0000_snapshot.json"))
                .content()
                .contains("\"a.one\"")
                .doesNotContain("\"a.two\"");
        await(() -> texts(robot).stream().noneMatch("Make 2 snapshots…"::equals));
    }

    @Test
    void repairsTheRowsAfterShowingTheStatements(FxRobot robot) throws Exception {
        open(robot);
        click(robot, "Run it here, and record it…");
        await(() -> robot.lookup("#repair-go").tryQuery().isPresent());
        click(robot, "#repair-go");
        await(() -> lines(robot).equals(List.of("applied 0000_m", "applied 0001_m", "other service 0000_m")));
        database.run("SELECT id FROM a.two");
    }

    @Test
    void showsWhatAMigrationDoes(FxRobot robot) throws Exception {
        open(robot);
        click(robot, "Consequences");
        await(() -> texts(robot).contains("1 statement, all in one transaction with whatever else is pending."));
        click(robot, "Schema");
        await(() -> robot.lookup("Difference").tryQuery().isPresent()
                && robot.lookup((Node node) -> "Line 1 added".equals(node.getAccessibleText()))
                        .tryQuery()
                        .isPresent());
        click(robot, "As SQL");
        await(() -> robot.lookup(".history-code").queryAll().stream().findAny().isPresent());
    }

    /// Else a button would go from under the mouse each time that the folder is read.
    @Test
    void leavesWhatIsStillTheSameWhereItStands(FxRobot robot) throws Exception {
        open(robot);
        Node button = robot.lookup("Give it a later when…").query();
        robot.interact(() -> view.refresh());
        await(() -> session.background().running().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("Give it a later when…").<Node>query()).isSameAs(button);
    }

    @Test
    void picksUpWhatChangesOutside(FxRobot robot) throws Exception {
        open(robot);
        file("alpha/sql/0002_hotfix.sql", "SELECT 1;");
        await(() -> lines(robot).contains("not in the journal 0002_hotfix"));
    }

    @Test
    void simulatesAnotherOrder(FxRobot robot) throws Exception {
        open(robot);
        database.run("TRUNCATE drizzle.__drizzle_migrations");
        robot.interact(() -> view.refresh());
        await(() -> lines(robot).equals(List.of("pending 0000_m", "pending 0001_m")));
        click(robot, "Simulate a deployment");
        await(() -> texts(robot).contains("3 migrations run, 0 are skipped."));
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        await(() -> texts(robot).contains("1 migration runs, 2 are skipped."));
        ListView<?> steps = robot.lookup("#simulation").queryListView();
        assertThat(steps.getItems().stream()
                        .map(step -> ((Step) step).participant().service()))
                .containsExactly("beta", "alpha");
        await(() -> settings.load().order(project).equals(List.of("beta", "alpha")));
    }

    @Test
    void asksWhatCannotBeRead(FxRobot robot) throws Exception {
        file("gamma/drizzle.config.ts", "export default defineConfig({ dialect: 'postgresql', out: join(dir, 'x') });");
        open(robot);
        TextField field = robot.lookup((Node node) -> "out of gamma".equals(node.getAccessibleText()))
                .queryAs(TextField.class);
        robot.clickOn(field).write("./sql").type(KeyCode.ENTER);
        await(() -> robot.lookup((Node node) -> "out of gamma".equals(node.getAccessibleText()))
                .tryQuery()
                .isEmpty());
        assertThat(settings.load().answers(project).get("gamma/drizzle.config.ts"))
                .containsEntry("out", "./sql");
    }
}
