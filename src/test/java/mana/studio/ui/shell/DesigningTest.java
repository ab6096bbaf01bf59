package mana.studio.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import mana.studio.catalog.CatalogCache;
import mana.studio.connection.Profiles;
import mana.studio.convention.ServiceRegistry;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A day of designing in the whole window: from the first keystroke to a changed database.
@ExtendWith(ApplicationExtension.class)
class DesigningTest {
    @TempDir
    Path home;

    private final FxBackground background = new FxBackground();
    private final TestDatabase database = TestServer.freshDatabase().run(SmallPlatform.SQL);
    private MainWindow window;
    private Sight sight;

    @Start
    void start(Stage stage) {
        window = new MainWindow(parts(), stage);
        stage.show();
    }

    @BeforeEach
    void connect(FxRobot robot) {
        sight = new Sight(robot);
        open(robot);
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(window::close);
        background.close();
    }

    private Parts parts() {
        Places places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        return new Parts(
                places,
                background,
                new Profiles(places),
                new Demo(places),
                new CatalogCache(places),
                new Services(new JsonFile<>(
                        places.config().resolve("services.json"), ServiceRegistry.class, ServiceRegistry.MANA)),
                WindowState.file(places));
    }

    private void open(FxRobot robot) {
        String url = "postgresql://postgres@localhost:"
                + database.target().endpoints().getFirst().port() + "/" + database.name();
        robot.interact(() -> window.opener().begin(Map.of("DATABASE_URL", url)));
        sight.waitFor("mana-credits");
    }

    /// Shows the form of `auth.sessions`.
    private void sessions(FxRobot robot) {
        robot.clickOn("#explorer-filter").write("sessions").type(KeyCode.ENTER);
        sight.waitFor("agent 1");
        robot.clickOn("Structure");
        sight.waitFor("Add column");
    }

    private void rename(FxRobot robot, String column, String name) {
        robot.clickOn(column).type(KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A);
        robot.write(name).type(KeyCode.ENTER);
    }

    private void apply(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        sight.waitFor("Dry run…");
        robot.clickOn("Apply…");
        sight.waitFor("Back to the SQL");
        robot.clickOn("#apply-now");
        sight.waitFor("as designed");
    }

    @Test
    void asksForTheCodeBeforeItWritesAMigration(FxRobot robot) {
        sessions(robot);
        rename(robot, "user_agent", "agent");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        sight.waitFor("Where is the code?");
        robot.clickOn("Back to the SQL");
        sight.waitFor("Statements");
    }

    private List<String> ask(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
        return rows;
    }

    private List<String> columns(String table) {
        return ask("""
            SELECT attname || ' ' || format_type(atttypid, atttypmod) || CASE WHEN attnotnull THEN ' not null' ELSE '' END
            FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0 AND NOT attisdropped
            ORDER BY attnum\
            """.formatted(table));
    }

    @Test
    void changesATableAndAppliesExactlyThat(FxRobot robot) {
        sessions(robot);

        rename(robot, "user_agent", "agent");
        sight.waitFor("RENAME COLUMN");
        robot.type(KeyCode.RIGHT, KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A);
        robot.write("varchar(40)").type(KeyCode.ENTER);
        sight.waitFor("TYPE");
        robot.clickOn("Add column");
        robot.write("is_trusted").type(KeyCode.TAB).write("boolean").type(KeyCode.ENTER, KeyCode.ENTER);
        sight.waitFor("ADD COLUMN");
        apply(robot);

        assertThat(columns("auth.sessions"))
                .containsExactly(
                        "id integer not null",
                        "user_id text not null",
                        "agent character varying(40)",
                        "is_trusted boolean");
        assertThat(ask("SELECT agent FROM auth.sessions WHERE id = 7")).containsExactly("agent 7");
        sight.waitUntilGone("in 1 table");
    }

    @Test
    void goesTheSaferWayWhereItIsOnePhase(FxRobot robot) {
        sessions(robot);
        robot.clickOn("user_agent").type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
        sight.waitFor("NOT NULL");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        robot.clickOn("Safer way");
        sight.waitFor("Apply the safer way…");
        robot.clickOn("Apply the safer way…");
        sight.waitFor("Back to the SQL");
        robot.clickOn("#apply-now");
        sight.waitFor("as designed");

        assertThat(columns("auth.sessions")).contains("user_agent text not null");
        sight.waitUntilGone("in 1 table");
    }

    @Test
    void goesTheSaferWayInPhasesAcrossTwoStarts(FxRobot robot) {
        sessions(robot);
        rename(robot, "user_agent", "agent");
        sight.waitFor("RENAME COLUMN");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        robot.clickOn("Safer way");
        sight.waitFor("Apply in phases…");
        robot.clickOn("Apply in phases…");
        sight.waitFor("For later: migrate, contract.");
        robot.clickOn("#apply-now");
        sight.waitFor("Phase 2 of 3: migrate is next.");
        assertThat(columns("auth.sessions")).contains("user_agent text", "agent text");
        robot.interact(window::close);

        robot.interact(() -> window = new MainWindow(parts(), window.stage()));
        open(robot);
        sight.waitFor("Phase 2 of 3: migrate is still to come.");
        robot.clickOn("#phase-bar");
        sight.waitFor("Back to the SQL");
        robot.clickOn("#apply-condition").clickOn("#apply-now");
        sight.waitFor("Phase 3 of 3: contract is next.");
        robot.clickOn("#apply-again");
        sight.waitFor("No running code uses what goes");
        robot.lookup(".check-box").queryAll().forEach(robot::clickOn);
        robot.clickOn("#apply-now");
        sight.waitFor("as designed");

        assertThat(columns("auth.sessions")).contains("agent text").doesNotContain("user_agent text");
        sight.waitUntilGone("is still to come");
        sight.waitUntilGone("in 1 table");
    }

    @Test
    void asksBeforeItLeavesWhatIsStillApplied(FxRobot robot) throws SQLException {
        sessions(robot);
        rename(robot, "user_agent", "agent");
        sight.waitFor("RENAME COLUMN");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        sight.waitFor("Dry run…");
        robot.clickOn("Apply…");
        sight.waitFor("Back to the SQL");
        try (Connection other = database.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM auth.sessions");
            robot.clickOn("#apply-now");
            sight.waitFor("waits");

            Platform.runLater(window::disconnect);
            sight.waitFor("Applying to " + database.name() + " is still running. Stop it and disconnect?");
            robot.clickOn("Go on");
            sight.waitFor("Cancel");
            Platform.runLater(
                    () -> window.stage().fireEvent(new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
            sight.waitFor("Stop it and close the window?");
            assertThat(window.stage().isShowing()).isTrue();
            robot.clickOn("Stop and close the window");
            sight.waitUntil(() -> !window.stage().isShowing(), "the window is gone");
            other.rollback();
        }
        assertThat(columns("auth.sessions")).contains("user_agent text");
        assertThat(ask("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                        + " AND pid <> pg_backend_pid()"))
                .containsExactly("0");
    }

    @Test
    void createsATableFromATemplateByTheExplorersMenu(FxRobot robot) {
        robot.rightClickOn("credits");
        robot.clickOn("New table…");
        sight.waitFor("Starts with");
        robot.clickOn("#ask-name").write("vouchers").type(KeyCode.ENTER);
        sight.waitFor("gen_random_uuid()");
        sight.waitFor("CREATE TABLE");
        apply(robot);

        assertThat(ask("SELECT relnamespace::regnamespace FROM pg_class WHERE relname = 'vouchers'"))
                .containsExactly("credits");
        assertThat(columns("credits.vouchers"))
                .contains(
                        "id uuid not null",
                        "created_at timestamp with time zone not null",
                        "updated_at timestamp with time zone not null");
    }

    @Test
    void undoesAndRedoesAllThatWasDesigned(FxRobot robot) {
        sessions(robot);
        rename(robot, "user_agent", "agent");
        rename(robot, "agent", "browser");
        robot.clickOn("Add column");
        robot.write("seen_at").type(KeyCode.TAB).write("timestamptz").type(KeyCode.ENTER, KeyCode.ENTER);
        sight.waitFor("ADD COLUMN");

        for (int step = 0; step < 10; step++) {
            robot.push(KeyCode.CONTROL, KeyCode.Z);
        }
        sight.waitUntilGone("seen_at");
        sight.waitFor("user_agent");
        for (int step = 0; step < 10; step++) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        }
        sight.waitFor("browser");
        sight.waitFor("seen_at");
        apply(robot);

        assertThat(columns("auth.sessions")).contains("browser text", "seen_at timestamp with time zone");
    }

    @Test
    void takesUpAgainWhatWasLeftHalfFinished(FxRobot robot) {
        sessions(robot);
        rename(robot, "user_agent", "agent");
        sight.waitFor("1 change in 1 table");
        robot.interact(window::close);

        robot.interact(() -> window = new MainWindow(parts(), window.stage()));
        open(robot);
        sight.waitFor("1 change in 1 table");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        sight.waitFor("RENAME COLUMN");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        sight.waitFor("No changes pending");
    }

    @Test
    void asksWhoseChangeHoldsWhereTheDatabaseWasChangedToo(FxRobot robot) {
        sessions(robot);
        robot.clickOn("user_agent").type(KeyCode.RIGHT, KeyCode.F2).push(KeyCode.CONTROL, KeyCode.A);
        robot.write("varchar(40)").type(KeyCode.ENTER);
        sight.waitFor("1 change in 1 table");
        database.run("ALTER TABLE auth.sessions ALTER user_agent TYPE varchar(60); ALTER TABLE auth.users ADD age int");

        robot.type(KeyCode.F5);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        sight.waitFor("Take theirs");
        robot.clickOn("Take theirs");

        sight.waitFor("No changes pending");
        assertThat(columns("auth.sessions")).contains("user_agent character varying(60)");
    }
}
