package mana.studio.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class RealStructureTest {
    private static Workspace workspace;
    private static Snapshot snapshot;

    private StackPane root;

    @BeforeAll
    static void connect() throws ConnectException, SQLException {
        TestServer.TestDatabase database = TestServer.freshDatabase().run("""
                        CREATE SCHEMA auth;
                        CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE);
                        CREATE INDEX idx_users_email ON auth.users (pg_catalog.lower(email));
                        """);
        Profile profile = new Profile("test", "Test", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        snapshot = new CatalogReader(workspace.source()).read(new Cancellation());
    }

    @AfterAll
    static void disconnect() {
        workspace.close();
    }

    @Start
    void start(Stage stage) {
        root = new StackPane();
        Scene scene = new Scene(root, 1000, 800);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void measuresTheSizeOfATableAndOfItsIndexesOnDemand(FxRobot robot) {
        show(robot, new StructureView(session(), users()));
        assertThat(texts(robot)).contains("Measure").noneMatch(text -> text.contains("indexes 24 kB"));

        robot.clickOn("#measure-size");

        waitFor(() -> texts(robot).stream().anyMatch(text -> text.contains("indexes 24 kB")));
        assertThat(texts(robot)).contains("8 kB");
    }

    @Test
    void showsAndCopiesTheStatementsThatMakeATable(FxRobot robot) {
        show(robot, new SqlView(session(), users()));
        waitFor(() -> copied(robot).contains("CREATE TABLE auth.users"));

        assertThat(copied(robot)).contains("idx_users_email");
    }

    private static String copied(FxRobot robot) {
        robot.clickOn("#copy-sql");
        String[] text = new String[1];
        robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
        return text[0] == null ? "" : text[0];
    }

    private static TestSession session() {
        return new TestSession(snapshot, workspace);
    }

    private static Table users() {
        return snapshot.database().table(new QualifiedName("auth", "users")).orElseThrow();
    }

    private void show(FxRobot robot, Node view) {
        robot.interact(() -> root.getChildren().setAll(view));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Set<String> texts(FxRobot robot) {
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .collect(Collectors.toSet());
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
