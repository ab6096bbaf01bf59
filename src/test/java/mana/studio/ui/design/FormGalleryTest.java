package mana.studio.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the form in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class FormGalleryTest {
    private Stage stage;
    private Session session;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setScene(new Scene(new StackPane(), 600, 690));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void drawsATable(Theme theme, FxRobot robot) throws IOException {
        session = new ProblemSession(TestDatabases.platformSnapshot());
        TableForm form = show(theme, users().id(), robot, 600);
        robot.interact(form::requestFocus);
        picture(theme, "form-users");
        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER).write("time");
        picture(theme, "form-types");
        robot.type(KeyCode.ESCAPE, KeyCode.ESCAPE);
        scroll(robot, form, 1);
        picture(theme, "form-users-below");
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatIsChanged(Theme theme, FxRobot robot) throws IOException {
        session = new ProblemSession(TestDatabases.platformSnapshot());
        Table users = users();
        Identity email = users.column("email").orElseThrow().id();
        TableForm form = show(theme, users.id(), robot, 600);
        robot.interact(() -> {
            edit(database -> Edits.renameColumn(database, users.id(), email, "e_mail"));
            edit(database -> Edits.dropColumn(
                            database,
                            users.id(),
                            users.column("preferences").orElseThrow().id())
                    .database());
            edit(database -> Edits.dropParts(
                            database, users.id(), users.indexes().getFirst().id())
                    .database());
            edit(database -> Edits.changeColumn(
                    database,
                    users.id(),
                    users.column("name").orElseThrow().id(),
                    old -> old.withDefault("'nobody'::text")));
            form.requestFocus();
        });
        robot.type(KeyCode.DOWN, KeyCode.INSERT).write("created").type(KeyCode.ENTER);
        picture(theme, "form-changed");
        scroll(robot, form, 1);
        picture(theme, "form-changed-below");
        robot.interact(() -> edit(database -> Edits.drop(database, users.id()).database()));
        picture(theme, "form-dropped");
    }

    @ParameterizedTest
    @EnumSource
    void drawsEverySection(Theme theme, FxRobot robot) throws IOException {
        session = new ProblemSession(TestDatabases.platformSnapshot());
        Table users = users();
        TableForm form = show(theme, users.id(), robot, 600);
        for (Constraint constraint : users.constraints()) {
            robot.interact(() -> form.show(new Spot(users.id(), constraint.id(), Spot.Field.NAME)));
        }
        picture(theme, "form-keys");
        robot.interact(
                () -> form.show(new Spot(users.id(), users.indexes().getLast().id(), Spot.Field.COLUMNS)));
        picture(theme, "form-index");
        robot.interact(
                () -> form.show(new Spot(users.id(), users.policies().getLast().id(), Spot.Field.NAME)));
        scroll(robot, form, 1);
        picture(theme, "form-policy");
        Table sessions = table("auth.sessions");
        TableForm other = show(theme, sessions.id(), robot, 600);
        robot.interact(() -> other.show(
                new Spot(sessions.id(), sessions.foreignKeys().getFirst().id(), Spot.Field.REFERENCE)));
        picture(theme, "form-foreign-key");
    }

    @ParameterizedTest
    @EnumSource
    void drawsWhatIsWrong(Theme theme, FxRobot robot) throws IOException {
        session = new ProblemSession(TestDatabases.platformSnapshot());
        Table sessions = table("auth.sessions");
        TableForm form = show(theme, sessions.id(), robot, 600);
        robot.interact(() -> {
            edit(database -> Edits.renameColumn(
                    database,
                    sessions.id(),
                    sessions.column("token").orElseThrow().id(),
                    "user_id"));
            edit(database -> Edits.changeColumn(
                    database,
                    sessions.id(),
                    sessions.column("user_id").orElseThrow().id(),
                    old -> old.withType(new DataType("integer", DataType.Family.INTEGER, null))));
            edit(database -> Edits.changeColumn(
                    database,
                    sessions.id(),
                    sessions.column("ip_address").orElseThrow().id(),
                    old -> old.withType(new DataType("inett", DataType.Family.OTHER, null))));
            edit(database -> Edits.rename(database, sessions.id(), "users"));
            form.requestFocus();
        });
        robot.type(KeyCode.DOWN);
        picture(theme, "form-errors");
        robot.interact(() -> form.show(
                new Spot(sessions.id(), sessions.foreignKeys().getFirst().id(), Spot.Field.REFERENCE)));
        picture(theme, "form-errors-key");
    }

    @ParameterizedTest
    @EnumSource
    void drawsANewTable(Theme theme, FxRobot robot) throws IOException {
        session = new ProblemSession(TestDatabases.platformSnapshot());
        Table fresh = TableBuilder.table("auth", "new_table").build();
        robot.interact(() -> edit(database -> Edits.add(database, fresh)));
        TableForm form = show(theme, fresh.id(), robot, 600);
        robot.interact(form::requestFocus);
        picture(theme, "form-empty");
    }

    @ParameterizedTest
    @EnumSource
    void drawsManyColumnsAndLongNames(Theme theme, FxRobot robot) throws IOException {
        TableBuilder many = TableBuilder.table("auth", "many").notNull("id", "uuid", "gen_random_uuid()");
        for (int i = 1; i < 60; i++) {
            many.column("measurement_of_sensor_" + i, i % 3 == 0 ? "timestamp with time zone" : "numeric(12,2)");
        }
        Table sixty = many.primaryKey("id").build();
        session = new ProblemSession(snapshot(TestDatabases.database(sixty, TestDatabases.wide())));
        TableForm form = show(theme, sixty.id(), robot, 600);
        robot.interact(form::requestFocus);
        for (int i = 0; i < 20; i++) {
            robot.type(KeyCode.DOWN);
        }
        picture(theme, "form-sixty");
        Table wide = session.catalog()
                .get()
                .database()
                .tables()
                .filter(table -> table.name().schema().equals("event_discovery"))
                .findFirst()
                .orElseThrow();
        TableForm longNames = show(theme, wide.id(), robot, 600);
        robot.interact(longNames::requestFocus);
        picture(theme, "form-long");
        robot.interact(() ->
                longNames.show(new Spot(wide.id(), wide.foreignKeys().getFirst().id(), Spot.Field.REFERENCE)));
        picture(theme, "form-long-key");
        TableForm large = show(theme, sixty.id(), robot, 1180);
        robot.interact(large::requestFocus);
        picture(theme, "form-large");
    }

    private static Snapshot snapshot(Database database) {
        return TestDatabases.snapshot(database);
    }

    private void edit(java.util.function.UnaryOperator<Database> change) {
        session.designing().edit(Edit.of("Prepare", change));
    }

    private Table users() {
        return table("auth.users");
    }

    private Table table(String name) {
        return session.catalog()
                .get()
                .database()
                .tables()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void scroll(FxRobot robot, TableForm form, double to) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> ((ScrollPane) form.getCenter()).setVvalue(to));
    }

    private TableForm show(Theme theme, Identity table, FxRobot robot, double width) {
        robot.interact(() -> {
            TableForm form = new TableForm(
                    session,
                    table,
                    new Highlight(),
                    TestHints.of(session),
                    _ -> new Label("Triggers, privileges, size"));
            Scene scene = new Scene(form, width, 690);
            theme.apply(scene);
            stage.setScene(scene);
            stage.setWidth(width);
        });
        return (TableForm) stage.getScene().getRoot();
    }

    private void picture(Theme theme, String name) throws IOException {
        waitFor(() -> session.background().running().isEmpty());
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(stage));
        Snapshots.write(
                picture,
                Path.of("target/snapshots/%s-%s.png"
                        .formatted(name, theme.name().toLowerCase(Locale.ROOT))));
        List<Node> fields = List.copyOf(stage.getScene().getRoot().lookupAll(".label"));
        assertThat(fields).isNotEmpty();
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
