package mana.studio.ui.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.drift.Difference;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.plan.Planner;
import mana.studio.settings.JsonFile;
import mana.studio.testing.DrizzleKit;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person sees how code and database differ, and repairs it in either direction. The code is compiled by the real
/// drizzle-kit.
@ExtendWith(ApplicationExtension.class)
class DriftViewTest {
    private static final String CODE = """
        import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';

        export const shopSchema = pgSchema('shop');

        export const orders = shopSchema.table('orders', {
          id: uuid('id').primaryKey().defaultRandom(),
          userId: text('user_id').notNull(),
        });
        """;

    private Path project = Path.of("");
    private Workspace workspace;
    private TestSession session;
    private DriftView view;

    @Start
    void start(Stage stage) throws Exception {
        project = DrizzleKit.folder("drift-view");
        Files.writeString(project.resolve("schema.ts"), CODE);
        Files.writeString(project.resolve("drizzle.config.ts"), """
            import { defineConfig } from 'drizzle-kit';
            export default defineConfig({
              dialect: 'postgresql', schema: './schema.ts', out: './drizzle', schemaFilter: ['shop'],
            });
            """);
        DrizzleKit.Said generated = DrizzleKit.run(project, Map.of(), "drizzle-kit", "generate", "--name", "init");
        assertThat(generated.exit()).as(generated.err()).isZero();
        TestDatabase database = TestServer.freshDatabase().run(migration()).run("""
            ALTER TABLE shop.orders ADD COLUMN note text;
            CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();
            """);
        Profile profile = new Profile("test", "Test", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        session = new TestSession(new CatalogReader(workspace.source()).read(new Cancellation()), workspace);
        JsonFile<ProjectSettings> settings =
                new JsonFile<>(project.resolve("projects.json"), ProjectSettings.class, ProjectSettings.NONE);
        view = new DriftView(session, settings, Optional.of(project));
        Scene scene = new Scene(view, 1100, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        if (view != null) {
            robot.interact(() -> view.close());
            workspace.close();
        }
    }

    private String migration() throws IOException {
        try (Stream<Path> files = Files.list(project.resolve("drizzle"))) {
            Path sql = files.filter(file -> file.toString().endsWith(".sql"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(sql);
        }
    }

    @Test
    void showsWhatOnlyTheDatabaseHas(FxRobot robot) throws TimeoutException, IOException {
        await(() -> lines(robot).equals(List.of("shop.orders.note")));
        await(() -> texts(robot)
                .containsAll(List.of(
                        "Code read",
                        "Snapshot read",
                        "Database read",
                        "Only the database has it: no migration made it.")));
        picture(robot, "drift");
        click(robot, "Push would destroy (1)");
        await(() -> texts(robot).contains("column shop.orders.note"));
        picture(robot, "drift-push");
        assertThat(texts(robot)).contains("Drops the column with its values: the code does not declare it.");
        click(robot, "Unknown to Drizzle (2)");
        await(() -> texts(robot).stream().anyMatch(text -> text.contains("touch")));
        picture(robot, "drift-silent");
    }

    @Test
    void comparesAllServicesAndOpensOne(FxRobot robot) throws Exception {
        await(() -> lines(robot).equals(List.of("shop.orders.note")));
        Path other = Files.createDirectories(project.resolve("services/billing"));
        Files.writeString(other.resolve("drizzle.config.ts"), """
            export default { dialect: 'postgresql', schema: './none.ts', out: './drizzle', schemaFilter: ['billing'] };
            """);
        Files.createDirectories(other.resolve("drizzle/meta"));
        Files.writeString(
                other.resolve("drizzle/meta/_journal.json"),
                "{\"version\": \"7\", \"dialect\": \"postgresql\", \"entries\": []}");
        robot.interact(view::refresh);
        await(() -> robot.lookup("#drift-service").queryComboBox().getItems().size() == 2);
        click(robot, "All services");
        await(() -> texts(robot).contains("1 difference in 2 services, 1 of them not compared"));
        await(() -> texts(robot).stream().anyMatch(text -> text.contains("Snapshot: There is no snapshot")));
        picture(robot, "drift-all");
        robot.interact(() -> {
            TableView<?> services = robot.lookup("#services").queryTableView();
            for (int at = 0; at < services.getItems().size(); at++) {
                if (services.getItems().get(at) instanceof ProjectDriftModel.Line line
                        && line.service().owns().contains("shop")) {
                    services.getSelectionModel().select(at);
                }
            }
            services.requestFocus();
        });
        click(robot, "Show");
        await(() -> lines(robot).equals(List.of("shop.orders.note")));
        assertThat(texts(robot)).contains("Differences (1)");
    }

    @Test
    void keepsWhatWasComparedWhenStopped(FxRobot robot) throws Exception {
        await(() -> lines(robot).equals(List.of("shop.orders.note")));
        click(robot, "All services");
        await(() ->
                robot.lookup("#drift-cancel").tryQuery().filter(Node::isVisible).isPresent());
        robot.interact(() -> robot.lookup("#drift-cancel").queryButton().fire());
        await(() -> texts(robot).contains("0 of 1 services compared, then stopped"));
        click(robot, "Compare again");
        await(() -> texts(robot).contains("1 difference in 1 service"));
    }

    @Test
    void makesTheDatabaseLikeTheCode(FxRobot robot) throws TimeoutException {
        await(() -> lines(robot).equals(List.of("shop.orders.note")));
        click(robot, "Make the database like the code…");
        await(() -> session.visited().contains("screen CHANGES"));
        var design = Objects.requireNonNull(session.designing().design().get());
        assertThat(Planner.planDesign(design.base(), design.database()).sql())
                .isEqualTo("ALTER TABLE shop.orders DROP COLUMN note;\n");
    }

    @Test
    void makesTheCodeLikeTheDatabase(FxRobot robot) throws TimeoutException, IOException {
        await(() -> lines(robot).equals(List.of("shop.orders.note")));
        click(robot, "Make the code like the database…");
        await(() -> texts(robot).contains("Change the code of shop.orders.note?"));
        Scene dialog = robot.lookup("Change the code").query().getScene();
        write("drift-patch", Theme.LIGHT, dialog);
        click(robot, "Cancel");
        assertThat(project.resolve("schema.ts")).hasContent(CODE);
        click(robot, "Make the code like the database…");
        await(() -> robot.lookup("Change the code").tryQuery().isPresent());
        click(robot, "Change the code");
        await(() -> texts(robot)
                .contains(
                        "Code and database agree, no migration says so: pushed or made by hand. Another database would"
                                + " not get it from the migrations."));
        assertThat(Files.readString(project.resolve("schema.ts"))).contains("note: text('note')");
        click(robot, "Push would destroy");
        await(() -> texts(robot).contains("Push destroys nothing"));
    }

    /// For people to look at: `target/snapshots`.
    private void picture(FxRobot robot, String name) throws IOException {
        for (Theme theme : Theme.values()) {
            robot.interact(() -> theme.apply(view.getScene()));
            write(name, theme, view.getScene());
        }
        robot.interact(() -> Theme.LIGHT.apply(view.getScene()));
    }

    private static void write(String name, Theme theme, Scene scene) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(scene));
        Snapshots.write(picture, Path.of("target/snapshots", name + "-" + theme + ".png"));
    }

    private static List<String> lines(FxRobot robot) {
        return robot.lookup("#differences").tryQueryAs(TableView.class).stream()
                .flatMap(table -> ((TableView<?>) table).getItems().stream())
                .map(Difference.class::cast)
                .map(difference -> difference.part().toString())
                .toList();
    }

    private static List<String> texts(FxRobot robot) {
        return robot
                .lookup((Node node) -> node instanceof Labeled && node.isVisible())
                .queryAllAs(Labeled.class)
                .stream()
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .toList();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    /// Clicks when everything stands where it will stay.
    private static void click(FxRobot robot, String what) {
        WaitForAsyncUtils.waitForFxEvents(10);
        robot.clickOn(what);
    }
}
