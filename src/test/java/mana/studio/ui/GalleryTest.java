package mana.studio.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.schema.SchemaObject;
import mana.studio.testing.NoCommands;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.explorer.ExplorerView;
import mana.studio.ui.explorer.QuickOpen;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import mana.studio.ui.structure.ReferencesView;
import mana.studio.ui.structure.StructureView;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Draws the screens in both themes, for people to look at: `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class GalleryTest {
    private static final String SQL = """
            -- Who is still here
            CREATE TABLE auth.users (
                id uuid DEFAULT gen_random_uuid() NOT NULL,
                email text NOT NULL,
                role auth.user_role DEFAULT 'member'::auth.user_role NOT NULL,
                score numeric(10,2) DEFAULT 1.5,
                "createdAt" timestamp with time zone DEFAULT now() NOT NULL,
                CONSTRAINT users_pkey PRIMARY KEY (id),
                CONSTRAINT users_email_check CHECK ((email ~~ '%@%'::text))
            );

            /* Only those
               who did not leave */
            CREATE INDEX idx_users_active ON auth.users USING btree (role, "createdAt" DESC) WHERE (deleted_at IS NULL);

            CREATE OR REPLACE FUNCTION auth.touch()
             RETURNS trigger
             LANGUAGE plpgsql
            AS $function$
            BEGIN
                -- whoever writes, the clock is the server's
                NEW.updated_at := now();
                RETURN NEW;
            END
            $function$;
            """;

    private final TestSession session = new TestSession(TestDatabases.platformSnapshot());
    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setWidth(1280);
        stage.setHeight(800);
        stage.show();
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheExplorer(Theme theme, FxRobot robot) throws IOException {
        show(theme, () -> {
            ExplorerView open = new ExplorerView(session, new NoCommands());
            ExplorerView filtered = new ExplorerView(session, new NoCommands());
            ExplorerView empty = new ExplorerView(new TestSession(null), new NoCommands());
            List.of(open, filtered, empty).forEach(view -> view.setPrefWidth(300));
            open.setId("open");
            filtered.setId("filtered");
            return new HBox(8, open, filtered, empty);
        });
        robot.clickOn(robot.from(robot.lookup("#open")).lookup("auth").<Node>query())
                .type(KeyCode.RIGHT);
        robot.clickOn(robot.from(robot.lookup("#open")).lookup("sessions").<Node>query())
                .type(KeyCode.RIGHT);
        robot.clickOn(robot.from(robot.lookup("#filtered"))
                        .lookup("#explorer-filter")
                        .<Node>query())
                .write("use");
        picture(theme, "explorer");
    }

    @ParameterizedTest
    @EnumSource
    void drawsQuickOpen(Theme theme, FxRobot robot) throws IOException {
        show(theme, () -> {
            QuickOpen quickOpen = new QuickOpen(session);
            quickOpen.setId("overlay");
            return new StackPane(new StructureView(session, table("auth.users")), quickOpen);
        });
        robot.interact(() -> robot.lookup("#overlay").<QuickOpen>query().show());
        robot.write("user");
        waitFor(() ->
                !robot.lookup("#quick-open-list").queryListView().getItems().isEmpty());
        picture(theme, "quick-open");
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheStructure(Theme theme) throws IOException {
        show(theme, () -> new StructureView(session, table("auth.users")));
        picture(theme, "structure-table");
        show(theme, () -> new StructureView(session, table("auth.sessions")));
        picture(theme, "structure-sessions");
        show(theme, () -> new StructureView(session, TestDatabases.wide()));
        picture(theme, "structure-wide");
        show(theme, () -> new StructureView(session, object("auth.active_users")));
        picture(theme, "structure-view");
        show(theme, () -> new StructureView(session, object("auth.touch")));
        picture(theme, "structure-function");
        show(theme, () -> new StructureView(session, object("events.page_views")));
        picture(theme, "structure-partitioned");
    }

    @ParameterizedTest
    @EnumSource
    void drawsTheReferences(Theme theme, FxRobot robot) throws IOException {
        show(theme, () -> new ReferencesView(session, table("auth.users")));
        waitFor(() -> !robot.lookup(".section").queryAll().isEmpty());
        picture(theme, "references");
    }

    @ParameterizedTest
    @EnumSource
    void drawsCode(Theme theme, FxRobot robot) throws IOException {
        show(theme, () -> {
            CodePane pane = CodePane.readOnly(session.background());
            pane.setText(SQL);
            return pane;
        });
        robot.clickOn(".code-pane")
                .press(KeyCode.CONTROL)
                .type(KeyCode.F)
                .release(KeyCode.CONTROL)
                .write("user");
        picture(theme, "code");
    }

    private Table table(String name) {
        return (Table) object(name);
    }

    private SchemaObject object(String name) {
        return session.catalog().get().database().schemas().stream()
                .flatMap(schema -> schema.objects())
                .filter(object -> object.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }

    private void show(Theme theme, Supplier<Parent> view) {
        WaitForAsyncUtils.asyncFx(() -> {
            Scene scene = new Scene(view.get(), 1280, 800);
            theme.apply(scene);
            stage.setScene(scene);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(Theme theme, String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(stage.getScene()));
        Snapshots.write(
                picture,
                Path.of("target/snapshots/%s-%s.png"
                        .formatted(name, theme.name().toLowerCase())));
        assertThat(colors(picture)).isGreaterThan(10);
    }

    private static long colors(BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(pixel -> picture.getRGB(pixel % picture.getWidth(), pixel / picture.getWidth()))
                .distinct()
                .count();
    }
}
