package mana.studio.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.console.History;
import mana.studio.console.Kept;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A console in a window, on a real server; its pictures go to `target/snapshots`.
@ExtendWith(ApplicationExtension.class)
class ConsoleTabTest {
    private static TestDatabase database;
    private static Workspace workspace;
    private static Snapshot snapshot;

    @TempDir
    private Path home = Path.of("");

    private Stage stage;
    private ConsoleTab tab;
    private TestSession session;

    @BeforeAll
    static void open() throws Exception {
        database = TestServer.freshDatabase().run("""
            CREATE SCHEMA credits;
            CREATE TABLE credits.balances (id int PRIMARY KEY, user_id text NOT NULL, amount numeric(12,2),
                is_frozen boolean, note jsonb, updated_at timestamptz);
            INSERT INTO credits.balances
            SELECT g, 'user_' || g, g * 1.5, g % 3 = 0, CASE g % 2 WHEN 0 THEN '{"plan": "pro"}'::jsonb END,
                   '2026-11-25 12:00+00'
            FROM generate_series(1, 1500) g;
            """);
        Profile profile = new Profile("console", "local", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        snapshot = new CatalogReader(workspace.source()).read(new Cancellation());
    }

    @AfterAll
    static void closeAll() {
        workspace.close();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.show();
    }

    @BeforeEach
    void show(FxRobot robot) {
        show(robot, Theme.LIGHT);
    }

    private void show(FxRobot robot, Theme theme) {
        Places places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        session = new TestSession(snapshot, workspace);
        robot.interact(() -> {
            tab = new ConsoleTab(session, new Kept(places, "console"), new History(places), 1, "");
            Scene scene = new Scene((Parent) tab.view(), 1000, 680);
            theme.apply(scene);
            stage.setScene(scene);
            stage.sizeToScene();
        });
        await("the editor", () -> !editor().isDisabled());
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> tab.close());
    }

    private Node editor() {
        return tab.view().lookup("#console-editor");
    }

    private static void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(
                    15,
                    TimeUnit.SECONDS,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (Exception late) {
            throw new AssertionError("Not seen: " + what, late);
        }
    }

    private static boolean seen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasText(Node root, String text) {
        return root.lookupAll("*").stream()
                .anyMatch(node -> node instanceof Labeled label
                        && label.getText() != null
                        && label.getText().contains(text)
                        && seen(node));
    }

    private void awaitText(String text) {
        await(text, () -> hasText(tab.view(), text));
    }

    private static void awaitDialog(String text) {
        await(
                text,
                () -> Window.getWindows().stream()
                        .anyMatch(window -> window.getScene() != null
                                && hasText(window.getScene().getRoot(), text)));
    }

    private static void press(FxRobot robot, String button) {
        robot.interact(() -> Window.getWindows().stream()
                .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
                .filter(node -> node instanceof ButtonBase base && button.equals(base.getText()) && seen(node))
                .map(ButtonBase.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button " + button))
                .fire());
    }

    private void write(FxRobot robot, String sql) {
        robot.interact(() -> {
            CodePane pane = (CodePane) editor();
            pane.replace(0, pane.text().getValue().length(), sql);
            pane.requestFocus();
        });
    }

    private void take(FxRobot robot, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            robot.interact(() -> theme.apply(stage.getScene()));
            WaitForAsyncUtils.waitForFxEvents();
            BufferedImage[] picture = new BufferedImage[1];
            robot.interact(() -> picture[0] = Snapshots.take(stage));
            Path file = Path.of(
                    "target/snapshots/console-" + name + "-" + theme.name().toLowerCase() + ".png");
            Snapshots.write(picture[0], file);
            assertThat(file).isNotEmptyFile();
        }
    }

    @Test
    void runsTheStatementUnderTheCaretAndFetchesMore(FxRobot robot) throws Exception {
        write(robot, "SELECT 1 AS one;\n\nSELECT b.*, NULL AS nothing\nFROM credits.balances b\nORDER BY id;");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        awaitText("First 1,000 rows");
        awaitText("user_2");
        take(robot, "rows");
        press(robot, "Fetch 10,000");
        awaitText("1,500 rows");
    }

    @Test
    void runsAScriptUpToItsErrorAndShowsWhere(FxRobot robot) throws Exception {
        write(
                robot,
                "DO $$ BEGIN RAISE NOTICE 'counting % rows', 1500; END $$;\n"
                        + "UPDATE credits.balances SET note = NULL WHERE id = 1;\n"
                        + "SELECT amuont FROM credits.balances;\nSELECT 2;");
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.ENTER)
                .release(KeyCode.ENTER, KeyCode.SHIFT, KeyCode.CONTROL);
        awaitText("column \"amuont\" does not exist");
        awaitText("SQLSTATE 42703");
        awaitText("NOTICE: counting 1500 rows");
        awaitText("UPDATE · 1 row affected");
        assertThat(hasText(tab.view(), "SELECT 2")).isFalse();
        take(robot, "error");
    }

    @Test
    void asksBeforeEveryRowGoes(FxRobot robot) {
        write(robot, "DELETE FROM credits.balances");
        Platform.runLater(() -> ((ButtonBase) tab.view().lookup("#console-run")).fire());
        awaitDialog("DELETE without WHERE concerns every row");
        press(robot, "Cancel");
        write(robot, "SELECT count(*) FROM credits.balances");
        robot.interact(() -> ((ButtonBase) tab.view().lookup("#console-run")).fire());
        awaitText("1500");
    }

    @Test
    void keepsATransactionOpenInSightAndAsksWhenClosed(FxRobot robot) throws Exception {
        robot.clickOn("Transaction");
        await("manual", () -> !tab.view().lookup("#console-run").isDisabled());
        write(robot, "UPDATE credits.balances SET amount = 0 WHERE id = 2");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        awaitText("Open for ");
        take(robot, "transaction");
        boolean[] closes = new boolean[1];
        Platform.runLater(() -> closes[0] = tab.mayClose());
        awaitDialog("Close with an open transaction?");
        press(robot, "Cancel");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(closes[0]).isFalse();
        press(robot, "Roll back");
        await("the end of the transaction", () -> !hasText(tab.view(), "Open for "));
    }

    @Test
    void explainsAnUnlockOfAnotherSessionsLock(FxRobot robot) throws Exception {
        write(robot, "SELECT pg_advisory_unlock(987654321);");
        awaitText("does not hold lock 987654321");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        awaitText("Lock 987654321 was not released");
        awaitText("false");
        take(robot, "unlock");
    }

    @Test
    void cancelsWhatRuns(FxRobot robot) {
        write(robot, "SELECT pg_sleep(60)");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        awaitText("Running for ");
        robot.press(KeyCode.CONTROL, KeyCode.F2).release(KeyCode.F2, KeyCode.CONTROL);
        awaitText("Cancelled; the server stopped it");
    }

    @Test
    void completesColumnsOfTheStatementsTables(FxRobot robot) throws Exception {
        write(robot, "SELECT b.us FROM credits.balances b");
        int caret = "SELECT b.us".length();
        robot.interact(() -> ((CodePane) editor()).select(caret, caret));
        robot.press(KeyCode.CONTROL, KeyCode.SPACE).release(KeyCode.SPACE, KeyCode.CONTROL);
        await(
                "completions",
                () -> completions() != null && !completions().getItems().isEmpty());
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        assertThat(((CodePane) editor()).text().getValue()).isEqualTo("SELECT b.user_id FROM credits.balances b");
    }

    private static ListView<?> completions() {
        return (ListView<?>) Window.getWindows().stream()
                .map(window -> window.getScene().getRoot().lookup("#completions"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Test
    void comesBackWithItsText(FxRobot robot) {
        write(robot, "SELECT 'kept';\n-- ALTER ROLE x PASSWORD\nALTER ROLE x PASSWORD 'hidden';");
        robot.interact(() -> tab.close());
        Path file = home.resolve("state/consoles/console/1.json");
        await("the file", () -> file.toFile().exists());
        show(robot, Theme.LIGHT);
        assertThat(((CodePane) editor()).text().getValue())
                .startsWith("SELECT 'kept';")
                .doesNotContain("hidden");
    }
}
