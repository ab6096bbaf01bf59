package mana.studio.ui.design;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.design.Design;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A form in a window, and what a person finds and does in it.
final class FormHands {
    private final ProblemSession session;
    private final Highlight highlight = new Highlight();
    private StackPane root;
    private Region form;
    private ScrollPane scroll;

    /// With a database as large as a real one, and no server.
    FormHands() {
        this(new ProblemSession(TestDatabases.platformSnapshot()));
    }

    FormHands(ProblemSession session) {
        this.session = session;
    }

    void start(Stage stage) {
        start(stage, 800);
    }

    /// @param height less than that of the screen where lists are to open below low fields
    void start(Stage stage, double height) {
        root = new StackPane();
        Scene scene = new Scene(root, 640, height);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    ProblemSession session() {
        return session;
    }

    Highlight highlight() {
        return highlight;
    }

    TableForm form() {
        return (TableForm) form;
    }

    /// Shows a table's form with the focus on its first column.
    void show(FxRobot robot, String name) {
        Table table = table(name);
        robot.interact(() -> {
            TableForm made = new TableForm(session, table.id(), highlight, TestHints.of(session), _ -> new Label());
            form = made;
            root.getChildren().setAll(form);
            root.applyCss();
            root.layout();
            scroll = (ScrollPane) made.getCenter();
            form.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Shows the indexes of a materialized view.
    void showIndexes(FxRobot robot, Identity view) {
        robot.interact(() -> {
            form = new IndexesPane(session, view, highlight, TestHints.of(session));
            scroll = new ScrollPane(form);
            scroll.setFitToWidth(true);
            root.getChildren().setAll(scroll);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Scrolls to a button and presses it.
    void press(FxRobot robot, String button) {
        Node node = robot.lookup(button).query();
        robot.interact(() -> {
            node.requestFocus();
            reveal(node);
        });
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Opens the detail of a part.
    void open(FxRobot robot, String part) {
        Node head = form.lookupAll(".part-head").stream()
                .filter(node -> node.getAccessibleText().contains(part))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> {
            head.requestFocus();
            reveal(head);
        });
        robot.type(KeyCode.RIGHT);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What the list below the field with the focus offers, for what stands in it.
    List<String> offered(FxRobot robot, String field) {
        Node node = spoken(field);
        robot.interact(() -> {
            node.requestFocus();
            reveal(node);
        });
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
        waitFor(() -> robot.lookup(".completion-list").tryQuery().isPresent());
        ListView<?> list = robot.lookup(".completion-list").query();
        List<String> texts =
                list.getItems().stream().map(choice -> ((Choice) choice).text()).toList();
        robot.type(KeyCode.ESCAPE);
        return texts;
    }

    /// Chooses the next value of a field by the keyboard.
    void next(FxRobot robot, String field) {
        Node combo = spoken(field);
        robot.interact(() -> {
            combo.requestFocus();
            reveal(combo);
        });
        robot.type(KeyCode.DOWN);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Chooses a value of a field by the mouse.
    void choose(FxRobot robot, String field, String value) {
        Node combo = spoken(field);
        robot.interact(() -> {
            combo.requestFocus();
            reveal(combo);
        });
        robot.clickOn(combo).clickOn(value);
    }

    /// Gives the focus to a field and replaces what it holds.
    void write(FxRobot robot, String field, String text) {
        Node node = spoken(field);
        robot.interact(() -> {
            node.requestFocus();
            reveal(node);
        });
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void reveal(Node node) {
        Reveal.in(scroll, node);
    }

    /// The control that a screen reader calls so.
    Node spoken(String text) {
        waitFor(() -> find(text).isPresent());
        return find(text).orElseThrow();
    }

    /// Whether a control that a screen reader calls so is to be seen.
    boolean isSpoken(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return find(text).isPresent();
    }

    private Optional<Node> find(String text) {
        return form.lookupAll("*").stream()
                .filter(node -> text.equals(node.getAccessibleText()) && node.isVisible())
                .findFirst();
    }

    /// Whether the form says a sentence that begins so.
    boolean said(String beginning) {
        return form.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.isVisible()
                        && Objects.requireNonNullElse(label.getText(), "").startsWith(beginning));
    }

    /// Whether a cell or a field holds exactly this.
    boolean shown(String text) {
        WaitForAsyncUtils.waitForFxEvents();
        return form.lookupAll(".design-cell").stream()
                        .anyMatch(node -> node instanceof Labeled cell && text.equals(cell.getText()))
                || form.lookupAll(".text-input").stream()
                        .anyMatch(node -> node instanceof TextInputControl field && text.equals(field.getText()));
    }

    Design design() {
        return session.designing().design().get();
    }

    Database database() {
        return design().database();
    }

    Table table(String name) {
        return database()
                .tables()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Column column(String table, String name) {
        return table(table).column(name).orElseThrow();
    }

    static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    /// The columns of the first unique constraint.
    static List<String> unique(Table table) {
        return table.constraints().stream()
                .filter(Constraint.Unique.class::isInstance)
                .findFirst()
                .orElseThrow()
                .columns();
    }

    static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
