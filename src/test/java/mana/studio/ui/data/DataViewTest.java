package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.rows.Filter;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DataViewTest {
    private static TestDatabase database;
    private final FakeSession session = new FakeSession(Sample.users(), Sample.sessions(), Sample.notes());
    private Stage stage;
    private DataView view;

    @BeforeAll
    static void fill() {
        database = Sample.database();
    }

    @Start
    void start(Stage shown) {
        stage = shown;
        stage.setScene(new Scene(new StackPane(), 1280, 800));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> view.close());
        session.close();
    }

    @Test
    void opensOnTheFirstPageAndSaysHowManyRowsThereMayBe(FxRobot robot) throws Exception {
        show(robot, Sample.users());
        try { await(() -> text(robot, "#row-count").equals("≈ 450 rows")); } finally { picture(robot, "failed"); System.out.println("ROWS " + text(robot, "#row-count")); }
        assertThat(robot.lookup("user1@example.com").tryQuery()).isPresent();
        picture(robot, "first");
    }

    private void show(FxRobot robot, Table table, Filter... filters) {
        robot.interact(() -> {
            view = new DataView(session, database.source(), table, List.of(filters));
            ((StackPane) stage.getScene().getRoot()).getChildren().setAll(view.view());
            view.shown();
        });
    }

    private static String text(FxRobot robot, String query) {
        Node node = robot.lookup(query).query();
        return ((Labeled) node).getText();
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(FxRobot robot, String name) {
        robot.interact(() -> {
            try {
                Snapshots.write(Snapshots.take(stage.getScene()), Path.of("target/snapshots", name + ".png"));
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
        });
    }
}
