package mana.studio.ui.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a person does to keys, rules and options, and how the form follows what others do.
@ExtendWith(ApplicationExtension.class)
class TableFormPartsTest {
    private final FormHands hands = new FormHands();

    @Start
    void start(Stage stage) {
        hands.start(stage);
    }

    @Test
    void renamesMovesAndDescribesTheTable(FxRobot robot) {
        hands.show(robot, "auth.users");

        hands.write(robot, "Name", "people");
        hands.choose(robot, "Schema", "credits");
        hands.write(robot, "Comment", "All of them");

        Table people = hands.table("credits.people");
        assertThat(people.comment()).isEqualTo("All of them");
        assertThat(hands.table("auth.sessions").foreignKeys().getFirst().referencedTable())
                .isEqualTo(people.name());
        assertThat(hands.said("changed")).isTrue();
        hands.press(robot, "Revert");
        assertThat(hands.database()).isEqualTo(hands.design().base());
    }

    @Test
    void dropsTheTableAndBringsItBack(FxRobot robot) {
        hands.show(robot, "auth.users");

        hands.press(robot, "Drop table…");
        FormHands.waitFor(
                () -> robot.lookup("Drop table auth.users?").tryQuery().isPresent());
        assertThat(robot.lookup("−  foreign key sessions_user_id_fkey of auth.sessions")
                        .tryQuery())
                .isPresent();
        robot.clickOn(robot.from(robot.lookup(".dialog-pane")).lookup("Drop").<javafx.scene.Node>query());

        assertThat(hands.database().tables())
                .noneMatch(table -> table.name().name().equals("users"));
        assertThat(hands.said("auth.users will be dropped")).isTrue();
        robot.clickOn("Bring back");
        assertThat(hands.table("auth.users"))
                .isEqualTo(hands.design()
                        .base()
                        .tables()
                        .filter(table -> table.name().name().equals("users"))
                        .findFirst()
                        .orElseThrow());
        assertThat(hands.table("auth.sessions").foreignKeys()).hasSize(1);
    }

    @Test
    void addsAUniqueConstraintOnTheSelectedColumns(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.DOWN)
                .press(KeyCode.SHIFT)
                .type(KeyCode.DOWN)
                .release(KeyCode.SHIFT);
        hands.press(robot, "Add unique");
        robot.write("created").type(KeyCode.ENTER);
        hands.choose(robot, "Checked", "at commit, deferrable");

        Unique added = parts(Unique.class).stream()
                .filter(key -> key.columns().size() > 1)
                .findFirst()
                .orElseThrow();
        assertThat(added.columns()).containsExactly("name", "role", "created_at");
        assertThat(added.name()).isEqualTo("users_name_role_created_at_key");
        assertThat(added.deferrability()).isEqualTo(Deferrability.INITIALLY_DEFERRED);
    }

    @Test
    void writesACheck(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        hands.press(robot, "Add check");
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL).write("length(name) > 2");

        assertThat(parts(Check.class))
                .extracting(Check::name, Check::expression)
                .contains(org.assertj.core.groups.Tuple.tuple("users_name_check", "length(name) > 2"));
    }

    @Test
    void takesTheKeyFromTheGrid(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.clickOn(hands.spoken("Key of role"));
        assertThat(hands.table("auth.users").primaryKey().orElseThrow().columns())
                .containsExactly("id", "role");
        robot.clickOn(hands.spoken("Key of id"));

        assertThat(hands.table("auth.users").primaryKey().orElseThrow().columns())
                .containsExactly("role");
    }

    @Test
    void designsAnIndexOfAllPostgresHas(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN);
        hands.press(robot, "Add index");
        hands.write(robot, "Key 1", "lower(email)");
        hands.press(robot, "Add key");
        hands.write(robot, "Key 2", "created_at");
        hands.choose(robot, "Order of key 2", "desc nulls last");
        hands.write(robot, "Where: only these rows", "deleted_at IS NULL");
        hands.write(robot, "Storage parameters", "fillfactor=80");

        Index added = hands.table("auth.users").indexes().stream()
                .filter(index -> index.keys().size() == 2 && index.predicate() != null && index.valid())
                .findFirst()
                .orElseThrow();
        assertThat(added.keys().getFirst().expression()).isEqualTo("lower(email)");
        assertThat(added.keys().getLast().column()).isEqualTo("created_at");
        assertThat(added.keys().getLast().descending()).isTrue();
        assertThat(added.keys().getLast().nullsFirst()).isFalse();
        assertThat(added.predicate()).isEqualTo("deleted_at IS NULL");
        assertThat(added.options()).containsExactly("fillfactor=80");
        assertThat(added.name()).isEqualTo("idx_users_expr_created_at");
    }

    @Test
    void keepsAnOrderInSightUntilItIsTakenBack(FxRobot robot) {
        hands.show(robot, "auth.users");
        hands.open(robot, "index idx_users_created_at");
        hands.choose(robot, "Order of key 1", "desc");
        hands.write(robot, "Method", "gist");

        hands.choose(robot, "Order of key 1", "asc");
        assertThat(hands.isSpoken("Order of key 1")).isFalse();
        hands.write(robot, "Method", "btree");
        assertThat(hands.isSpoken("Order of key 1")).isTrue();
    }

    @Test
    void turnsRowSecurityOnAndWritesAPolicy(FxRobot robot) {
        hands.show(robot, "auth.sessions");

        hands.press(robot, "Row-level security on");
        hands.press(robot, "Add policy");
        robot.write("own_sessions");
        hands.choose(robot, "Command", "select");
        hands.write(robot, "Roles", "mana_app");
        hands.write(robot, "Using: which rows are seen", "user_id IS NOT NULL");

        Table sessions = hands.table("auth.sessions");
        assertThat(sessions.rowSecurity().enabled()).isTrue();
        Policy policy = sessions.policies().getFirst();
        assertThat(policy.name()).isEqualTo("own_sessions");
        assertThat(policy.command()).isEqualTo(Policy.Command.SELECT);
        assertThat(policy.roles()).containsExactly("mana_app");
        assertThat(policy.using()).isEqualTo("user_id IS NOT NULL");
    }

    @Test
    void setsTheOptionsOfTheTable(FxRobot robot) {
        hands.show(robot, "auth.sessions");

        hands.choose(robot, "Persistence", "unlogged");
        hands.choose(robot, "Replica identity", "index sessions_token_key");

        Table sessions = hands.table("auth.sessions");
        assertThat(sessions.persistence()).isEqualTo(Table.Persistence.UNLOGGED);
        assertThat(sessions.replicaIdentity()).isEqualTo(Table.ReplicaIdentity.INDEX);
        assertThat(sessions.constraints().stream()
                        .filter(Unique.class::isInstance)
                        .map(Unique.class::cast)
                        .anyMatch(key -> key.backing().replicaIdentity()))
                .isTrue();
    }

    @Test
    void makesAColumnCountByItselfAndGenerated(FxRobot robot) {
        hands.show(robot, "credits.transactions");

        robot.clickOn("amount");
        hands.choose(robot, "Values", "identity, always");
        hands.write(robot, "Start", "1000");
        assertThat(hands.column("credits.transactions", "amount")
                        .identity()
                        .options()
                        .start())
                .isEqualTo(1000);
        hands.choose(robot, "Values", "generated, stored");
        hands.write(robot, "Expression", "length(description)");

        assertThat(hands.column("credits.transactions", "amount").generated().expression())
                .isEqualTo("length(description)");
        assertThat(hands.column("credits.transactions", "amount").identity()).isNull();
    }

    @Test
    void saysWhatIsWrongAtItsField(FxRobot robot) {
        hands.show(robot, "auth.sessions");

        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.F2).write("user_id").type(KeyCode.ENTER);

        assertThat(hands.said("Another column of the table is called user_id")).isTrue();
        assertThat(hands.spoken("Name user_id")).isNotNull();
        assertThat(hands.form().lookupAll(".design-cell").stream()
                        .map(node -> node.getAccessibleHelp() == null ? "" : node.getAccessibleHelp()))
                .anyMatch(help -> help.contains("Another column of the table is called user_id"));
        hands.write(robot, "Name", "");
        robot.type(KeyCode.DELETE);
        assertThat(hands.table("auth.").columns()).hasSize(5);
        assertThat(hands.session().designing().problems().get().stream()
                        .filter(problem -> problem.spot().field() == Spot.Field.NAME
                                && problem.spot().part() == null))
                .isNotEmpty()
                .allMatch(problem -> hands.said(problem.message()));
    }

    @Test
    void keepsAnUnknownTypeAndSaysSo(FxRobot robot) {
        hands.show(robot, "auth.users");

        robot.type(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.ENTER).write("txet").type(KeyCode.ENTER);

        assertThat(hands.column("auth.users", "email").type().sql()).isEqualTo("txet");
        assertThat(hands.session().designing().problems().get())
                .anyMatch(problem -> problem.spot().field() == Spot.Field.TYPE);
    }

    @Test
    void mendsAHouseRuleWithOneClick(FxRobot robot) {
        hands.show(robot, "auth.users");
        FormHands.waitFor(() -> hands.said("users has no updated_at"));

        robot.clickOn("Fix");

        assertThat(FormHands.names(hands.table("auth.users"))).contains("updated_at");
        FormHands.waitFor(() -> !hands.said("users has no updated_at"));
    }

    @Test
    void pointsAtStatementsAndIsPointedAt(FxRobot robot) {
        hands.show(robot, "auth.users");
        Table users = hands.table("auth.users");
        Spot email = new Spot(users.id(), users.column("email").orElseThrow().id(), Spot.Field.TYPE);

        robot.type(KeyCode.DOWN, KeyCode.RIGHT);
        assertThat(hands.highlight().focused().get().same(email)).isTrue();

        robot.interact(() -> hands.highlight().mark(List.of(email)));
        assertThat(hands.form().lookupAll(".design-cell:marked")).hasSize(1);
        robot.interact(() -> hands.highlight().mark(List.of()));
        assertThat(hands.form().lookupAll(".design-cell:marked")).isEmpty();
    }

    @Test
    void showsAFieldThatSomebodyElsePointsAt(FxRobot robot) {
        hands.show(robot, "auth.sessions");
        Table sessions = hands.table("auth.sessions");
        Constraint key = sessions.foreignKeys().getFirst();

        robot.interact(() -> hands.form().show(new Spot(sessions.id(), key.id(), Spot.Field.NAME)));

        assertThat(hands.form().getScene().getFocusOwner())
                .isInstanceOfSatisfying(
                        TextField.class, field -> assertThat(field.getText()).isEqualTo(key.name()));
    }

    @Test
    void keepsTheCaretWhileOthersChangeTheDesign(FxRobot robot) {
        hands.show(robot, "auth.users");
        hands.write(robot, "Name", "people");
        robot.type(KeyCode.LEFT, KeyCode.LEFT);
        Table users = hands.table("auth.people");

        robot.interact(() -> hands.session()
                .designing()
                .edit(Edit.of(
                        "Elsewhere",
                        database -> Edits.changeTable(database, users.id(), table -> table.withComment("elsewhere")))));
        robot.write("x");

        assertThat(hands.table("auth.peopxle").comment()).isEqualTo("elsewhere");
        TextField name = (TextField) hands.spoken("Name");
        assertThat(name.isFocused()).isTrue();
        assertThat(name.getCaretPosition()).isEqualTo(5);
    }

    private <C extends Constraint> List<C> parts(Class<C> kind) {
        return hands.table("auth.users").constraints().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
