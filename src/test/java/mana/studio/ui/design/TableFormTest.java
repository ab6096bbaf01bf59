package mana.studio.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does to a table by mouse and keyboard, and what the design is then.
@ExtendWith(ApplicationExtension.class)
class TableFormTest {
    private final TestSession session = new TestSession(TestDatabases.platformSnapshot());
    private final Highlight highlight = new Highlight();
    private StackPane root;
    private TableForm form;

    @Start
    void start(Stage stage) {
        root = new StackPane();
        Scene scene = new Scene(root, 640, 800);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void renamesAColumnAsItIsTyped(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.F2).write("mail");

        assertThat(names(table("auth.users"))).contains("mail").doesNotContain("email");
        assertThat(unique(table("auth.users"))).isEqualTo(List.of("mail"));
        robot.type(KeyCode.ENTER);
        assertThat(names(table("auth.users"))).startsWith("id", "mail", "name");
        assertThat(design().undoable()).contains("Rename column email");
    }

    @Test
    void takesBackWhatWasTypedWithEscape(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.F2).write("mail").type(KeyCode.ESCAPE);

        assertThat(database()).isEqualTo(design().base());
        assertThat(design().undoable()).isEmpty();
    }

    @Test
    void passesByTheNameOfAnotherColumnWithoutTakingItAlong(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.F2).write("identifier").type(KeyCode.ENTER);

        assertThat(names(table("auth.users"))).startsWith("id", "identifier");
        assertThat(table("auth.users").primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(unique(table("auth.users"))).containsExactly("identifier");
    }

    @Test
    void changesATypeByTyping(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER).write("varchar(80)").type(KeyCode.ENTER);

        assertThat(column("auth.users", "email").type().sql()).isEqualTo("character varying(80)");
    }

    @Test
    void changesATypeByTheList(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER).write("user_ro").type(KeyCode.ENTER);
        robot.type(KeyCode.ENTER);

        assertThat(column("auth.users", "email").type().sql()).isEqualTo("auth.user_role");
        assertThat(column("auth.users", "email").type().named()).isEqualTo(new QualifiedName("auth", "user_role"));
    }

    @Test
    void allowsNullWithSpaceAndWithTheMouse(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
        assertThat(column("auth.users", "email").isNotNull()).isFalse();
        robot.clickOn(spoken("Not null of name"));

        assertThat(column("auth.users", "name").isNotNull()).isTrue();
    }

    @Test
    void setsADefaultByCompletion(FxRobot robot) {
        show(robot, "auth.users");

        robot.clickOn("deleted_at").type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.F2);
        robot.write("no").type(KeyCode.ENTER, KeyCode.ENTER);

        assertThat(column("auth.users", "deleted_at").defaultExpression()).isEqualTo("now()");
    }

    @Test
    void addsAColumnWithInsertAndGoesOnWithTab(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.INSERT).write("age").type(KeyCode.TAB).write("integer").type(KeyCode.ENTER, KeyCode.ENTER);

        Column added = table("auth.users").columns().getLast();
        assertThat(added.name()).isEqualTo("age");
        assertThat(added.type().sql()).isEqualTo("integer");
        assertThat(table("auth.users").columns()).hasSize(9);
    }

    @Test
    void movesNewColumnsOnlyAmongThemselves(FxRobot robot) {
        show(robot, "auth.users");

        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(said("PostgreSQL cannot reorder")).isTrue();
        robot.type(KeyCode.INSERT).write("a").type(KeyCode.ENTER, KeyCode.INSERT).write("b").type(KeyCode.ENTER);
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);

        assertThat(names(table("auth.users"))).endsWith("deleted_at", "b", "a");
    }

    @Test
    void dropsTwoColumnsAfterShowingWhatGoesAlong(FxRobot robot) {
        show(robot, "auth.users");

        robot.type(KeyCode.DOWN).press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.type(KeyCode.DELETE);
        waitFor(() -> robot.lookup("Drop columns email, name?").tryQuery().isPresent());
        robot.clickOn(robot.from(robot.lookup(".dialog-pane")).lookup("Drop").<Node>query());

        assertThat(names(table("auth.users"))).doesNotContain("email", "name").contains("id", "role");
        assertThat(table("auth.users").constraints()).noneMatch(key -> key.columns().contains("email"));
        robot.clickOn("email").clickOn("Bring back");
        assertThat(names(table("auth.users"))).startsWith("id", "email", "role");
        assertThat(unique(table("auth.users"))).containsExactly("email");
    }

    @Test
    void addsAForeignKeyByForm(FxRobot robot) {
        show(robot, "credits.transactions");

        press(robot, "Add foreign key");
        robot.write("auth.sessions").type(KeyCode.ENTER);
        choose(robot, "On delete", "cascade");

        List<ForeignKey> keys = table("credits.transactions").foreignKeys();
        assertThat(keys).hasSize(2);
        ForeignKey added = keys.stream()
                .filter(key -> key.referencedTable().equals(new QualifiedName("auth", "sessions")))
                .findFirst()
                .orElseThrow();
        assertThat(added.referencedColumns()).containsExactly("id");
        assertThat(added.onDelete()).isEqualTo(Action.CASCADE);
    }

    @Test
    void addsAnIndexOnTheSelectedColumn(FxRobot robot) {
        show(robot, "auth.users");

        robot.clickOn("created_at");
        press(robot, "Add index");

        Index added = table("auth.users").indexes().stream()
                .filter(index -> index.name().equals("idx_users_created_at_1"))
                .findFirst()
                .orElseThrow();
        assertThat(added.keys()).extracting(Index.Key::column).containsExactly("created_at");
    }

    @Test
    void undoesAndRedoesEverything(FxRobot robot) {
        show(robot, "auth.users");
        robot.type(KeyCode.DOWN, KeyCode.F2).write("mail").type(KeyCode.ENTER);
        robot.type(KeyCode.INSERT).write("age").type(KeyCode.ENTER);
        press(robot, "Add index");
        Database reached = database();

        robot.press(KeyCode.CONTROL);
        while (design().undoable().isPresent()) {
            robot.type(KeyCode.Z);
        }
        robot.release(KeyCode.CONTROL);
        assertThat(database()).isEqualTo(design().base());
        assertThat(shown("mail")).isFalse();

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT);
        while (design().redoable().isPresent()) {
            robot.type(KeyCode.Z);
        }
        robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(database()).isEqualTo(reached);
        assertThat(shown("mail")).isTrue();
    }

    private void show(FxRobot robot, String name) {
        Table table = table(name);
        robot.interact(() -> {
            form = new TableForm(session, table.id(), highlight, TestHints.of(session), _ -> new Label());
            root.getChildren().setAll(form);
            root.applyCss();
            root.layout();
            form.requestFocus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Scrolls to a button and presses it.
    private void press(FxRobot robot, String button) {
        Node node = robot.lookup(button).query();
        robot.interact(node::requestFocus);
        robot.interact(() -> Reveal.in((javafx.scene.control.ScrollPane) form.getCenter(), node));
        robot.type(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void choose(FxRobot robot, String field, String value) {
        Node combo = spoken(field);
        robot.interact(() -> {
            combo.requestFocus();
            Reveal.in((javafx.scene.control.ScrollPane) form.getCenter(), combo);
        });
        robot.clickOn(combo).clickOn(value);
    }

    /// The control that a screen reader calls so.
    private Node spoken(String text) {
        waitFor(() -> find(text).isPresent());
        return find(text).orElseThrow();
    }

    private Optional<Node> find(String text) {
        return form.lookupAll("*").stream()
                .filter(node -> text.equals(node.getAccessibleText()) && node.isVisible())
                .findFirst();
    }

    private boolean said(String beginning) {
        return form.lookupAll(".label").stream()
                .anyMatch(node -> node instanceof Label label
                        && label.isVisible()
                        && label.getText() != null
                        && label.getText().startsWith(beginning));
    }

    private boolean shown(String text) {
        return form.lookupAll(".design-cell").stream()
                        .anyMatch(node -> node instanceof javafx.scene.control.Labeled cell && text.equals(cell.getText()))
                || form.lookupAll(".text-input").stream()
                        .anyMatch(node -> node instanceof TextInputControl field && text.equals(field.getText()));
    }

    private mana.studio.design.Design design() {
        return session.designing().design().get();
    }

    private Database database() {
        return design().database();
    }

    private Table table(String name) {
        return database().tables()
                .filter(table -> table.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Column column(String table, String name) {
        return table(table).column(name).orElseThrow();
    }

    private static List<String> names(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.toList());
    }

    private static List<String> unique(Table table) {
        return table.constraints().stream()
                .filter(mana.studio.schema.Constraint.Unique.class::isInstance)
                .findFirst()
                .orElseThrow()
                .columns();
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
