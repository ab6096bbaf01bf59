package mana.studio.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a person does to a table by mouse and keyboard, and what the design is then.
@ExtendWith(ApplicationExtension.class)
class TableFormTest {
    private final FormHands hands = new FormHands();

    @Start
    void start(Stage stage) {
        hands.start(stage);
    }

    @Test
    void renamesAColumnAsItIsTyped(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.F2).write("mail");

        assertThat(FormHands.names(hands.table("auth.users"))).contains("mail").doesNotContain("email");
        assertThat(FormHands.unique(hands.table("auth.users"))).isEqualTo(List.of("mail"));
        robot.type(KeyCode.ENTER);
        assertThat(FormHands.names(hands.table("auth.users"))).startsWith("id", "mail", "name");
        assertThat(hands.design().undoable()).contains("Rename column email");
    }

    @Test
    void takesBackWhatWasTypedWithEscape(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.F2).write("mail").type(KeyCode.ESCAPE);

        assertThat(hands.database()).isEqualTo(hands.design().base());
        assertThat(hands.design().undoable()).isEmpty();
    }

    @Test
    void passesByTheNameOfAnotherColumnWithoutTakingItAlong(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.F2).write("identifier").type(KeyCode.ENTER);

        assertThat(FormHands.names(hands.table("auth.users"))).startsWith("id", "identifier");
        assertThat(hands.table("auth.users").primaryKey().orElseThrow().columns())
                .containsExactly("id");
        assertThat(FormHands.unique(hands.table("auth.users"))).containsExactly("identifier");
    }

    @Test
    void changesATypeByTyping(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER)
                .write("varchar(80)")
                .type(KeyCode.ENTER);

        assertThat(hands.column("auth.users", "email").type().sql()).isEqualTo("character varying(80)");
    }

    @Test
    void changesATypeByTheList(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER).write("user_ro").type(KeyCode.ENTER);
        robot.type(KeyCode.ENTER);

        assertThat(hands.column("auth.users", "email").type().sql()).isEqualTo("auth.user_role");
        assertThat(hands.column("auth.users", "email").type().named())
                .isEqualTo(new QualifiedName("auth", "user_role"));
    }

    @Test
    void allowsNullWithSpaceAndWithTheMouse(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.SPACE);
        assertThat(hands.column("auth.users", "email").isNotNull()).isFalse();
        robot.clickOn(hands.spoken("Not null of name"));

        assertThat(hands.column("auth.users", "name").isNotNull()).isTrue();
    }

    @Test
    void setsADefaultByCompletion(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.clickOn("deleted_at").type(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.F2);
        robot.write("no").type(KeyCode.ENTER, KeyCode.ENTER);

        assertThat(hands.column("auth.users", "deleted_at").defaultExpression()).isEqualTo("now()");
    }

    @Test
    void addsAColumnWithInsertAndGoesOnWithTab(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.INSERT)
                .write("age")
                .type(KeyCode.TAB)
                .write("integer")
                .type(KeyCode.ENTER, KeyCode.ENTER);

        Column added = hands.table("auth.users").columns().getLast();
        assertThat(added.name()).isEqualTo("age");
        assertThat(added.type().sql()).isEqualTo("integer");
        assertThat(hands.table("auth.users").columns()).hasSize(9);
    }

    @Test
    void movesNewColumnsOnlyAmongThemselves(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        assertThat(hands.said("PostgreSQL cannot reorder")).isTrue();
        robot.type(KeyCode.INSERT)
                .write("a")
                .type(KeyCode.ENTER, KeyCode.INSERT)
                .write("b")
                .type(KeyCode.ENTER);
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);

        assertThat(FormHands.names(hands.table("auth.users"))).endsWith("deleted_at", "b", "a");
    }

    @Test
    void dropsTwoColumnsAfterShowingWhatGoesAlong(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN).press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.type(KeyCode.DELETE);
        FormHands.waitFor(
                () -> robot.lookup("Drop columns email, name?").tryQuery().isPresent());
        robot.clickOn(robot.from(robot.lookup(".dialog-pane")).lookup("Drop").<Node>query());

        assertThat(FormHands.names(hands.table("auth.users")))
                .doesNotContain("email", "name")
                .contains("id", "role");
        assertThat(hands.table("auth.users").constraints())
                .noneMatch(key -> key.columns().contains("email"));
        robot.clickOn("email").clickOn("Bring back");
        assertThat(FormHands.names(hands.table("auth.users"))).startsWith("id", "email", "role");
        assertThat(FormHands.unique(hands.table("auth.users"))).containsExactly("email");
    }

    @Test
    void addsAForeignKeyByForm(FxRobot robot) {
        hands.show(robot, "credits.transactions");

        hands.press(robot, "Add foreign key");
        robot.write("auth.sessions").type(KeyCode.ENTER);
        hands.choose(robot, "On delete", "cascade");

        List<ForeignKey> keys = hands.table("credits.transactions").foreignKeys();
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
        hands.show(robot, "auth.users");

        robot.clickOn("created_at");
        hands.press(robot, "Add index");

        Index added = hands.table("auth.users").indexes().stream()
                .filter(index -> index.name().equals("idx_users_created_at_1"))
                .findFirst()
                .orElseThrow();
        assertThat(added.keys()).extracting(Index.Key::column).containsExactly("created_at");
    }

    @Test
    void undoesAndRedoesEverything(FxRobot robot) {
        hands.show(robot, "auth.users");
        robot.type(KeyCode.DOWN, KeyCode.F2).write("mail").type(KeyCode.ENTER);
        robot.type(KeyCode.INSERT).write("age").type(KeyCode.ENTER);
        hands.press(robot, "Add index");
        Database reached = hands.database();

        robot.press(KeyCode.CONTROL);
        while (hands.design().undoable().isPresent()) {
            robot.type(KeyCode.Z);
        }
        robot.release(KeyCode.CONTROL);
        assertThat(hands.database()).isEqualTo(hands.design().base());
        assertThat(hands.shown("mail")).isFalse();

        robot.press(KeyCode.CONTROL, KeyCode.SHIFT);
        while (hands.design().redoable().isPresent()) {
            robot.type(KeyCode.Z);
        }
        robot.release(KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(hands.database()).isEqualTo(reached);
        assertThat(hands.shown("mail")).isTrue();
    }
}
