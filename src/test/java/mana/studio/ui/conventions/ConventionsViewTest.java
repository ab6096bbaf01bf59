package mana.studio.ui.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConventionsViewTest {
    private static Snapshot snapshot;

    @TempDir
    private Path folder = Path.of("");

    private TestSession session;
    private HouseRules rules;
    private ConventionsView view;

    @BeforeAll
    static void read() {
        snapshot = House.read(House.SQL);
    }

    @Start
    void start(Stage stage) {
        session = new TestSession(snapshot);
        rules = House.rules(session, folder);
        view = new ConventionsView(session, rules);
        Scene scene = new Scene(view, 1000, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        view.requestFocus();
    }

    @Test
    void listsTheFindingsUnderTheirRules(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        assertThat(lines(robot))
                .containsExactly(
                        "user_id is text",
                        "mail.messages.user_id",
                        "jsonb, not json",
                        "mail.messages.headers",
                        "Booleans are called is_… or has_…",
                        "auth.users.verified",
                        "mail.messages.enabled",
                        "mail.messages.remember_me");
        assertThat(texts(robot))
                .contains("5 findings in " + snapshot.database().name(), "1 error", "1 warning", "3 advice");
    }

    @Test
    void goesToTheFieldWithEnter(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        await(() -> session.visited().equals(List.of("spot TYPE")));
        robot.clickOn("auth.users.verified").clickOn("Go to field");
        assertThat(session.visited()).containsExactly("spot TYPE", "spot NAME");
    }

    @Test
    void mendsAFindingAndTakesItBack(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("mail.messages.headers").type(KeyCode.F);
        await(() -> !lines(robot).contains("mail.messages.headers"));
        assertThat(column("headers").type().sql()).isEqualTo("jsonb");
        assertThat(design().undoable()).contains("Make headers jsonb");
        robot.clickOn("Undo");
        await(() -> lines(robot).contains("mail.messages.headers"));
        assertThat(design().isEmpty()).isTrue();
        assertThat(robot.lookup("#mended").tryQuery()).isEmpty();
    }

    @Test
    void mendsAllOfARuleInOneStep(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("Booleans are called is_… or has_…").clickOn("Fix all 2");
        await(() -> lines(robot).size() == 6);
        assertThat(lines(robot)).contains("mail.messages.remember_me").doesNotContain("auth.users.verified");
        assertThat(design().undoable()).contains("Fix 2 of boolean-name");
        robot.interact(() -> session.designing().undo());
        assertThat(design().isEmpty()).isTrue();
        robot.clickOn("By object").clickOn("mail.messages").type(KeyCode.F);
        await(() -> design().undoable().equals(Optional.of("Fix 3 in mail.messages")));
        await(() -> lines(robot)
                .equals(List.of(
                        "auth.users",
                        "verified is a boolean; call it is_verified.",
                        "mail.messages",
                        "remember_me is a boolean; call it is_… or has_….")));
    }

    @Test
    void choosesTheNextWhenAFindingIsMended(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("auth.users.verified").type(KeyCode.F);
        await(() -> selected(robot).equals("mail.messages.enabled"));
        robot.type(KeyCode.F);
        await(() -> selected(robot).equals("mail.messages.remember_me"));
        assertThat(column("is_enabled").name()).isEqualTo("is_enabled");
    }

    @Test
    void followsTheDesignAndKeepsWhatIsChosen(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("mail.messages.enabled");
        Table users =
                snapshot.database().table(new QualifiedName("auth", "users")).orElseThrow();
        Column verified = users.column("verified").orElseThrow();
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Rename verified",
                        database -> Edits.renameColumn(database, users.id(), verified.id(), "is_verified"))));
        await(() -> !lines(robot).contains("auth.users.verified"));
        assertThat(selected(robot)).isEqualTo("mail.messages.enabled");
        assertThat(texts(robot)).anyMatch(text -> text.endsWith(", with what is pending"));
    }

    @Test
    void silencesWithAReasonAndSpeaksAgain(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("mail.messages.remember_me").type(KeyCode.S);
        await(() -> robot.lookup("#silence-reason").tryQuery().isPresent());
        assertThat(robot.lookup("Silence").queryAll().stream().anyMatch(Node::isDisabled))
                .as("asks for a reason")
                .isTrue();
        robot.clickOn("#silence-reason").write("The app knows it so").type(KeyCode.ENTER);
        await(() -> !lines(robot).contains("mail.messages.remember_me"));
        await(() -> House.file(folder).load().of("local").silenced().stream()
                .anyMatch(silence -> silence.reason().equals("The app knows it so")));
        robot.clickOn("1 silenced");
        await(() -> lines(robot).contains("mail.messages.remember_me"));
        robot.clickOn("mail.messages.remember_me");
        assertThat(texts(robot)).contains("Silenced: The app knows it so");
        robot.clickOn("Speak of it again");
        await(() -> texts(robot).contains("3 advice"));
    }

    @Test
    void switchesARuleOffAndOn(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("auth.users.verified").clickOn("Switch off").clickOn("In schema auth");
        await(() -> !lines(robot).contains("auth.users.verified"));
        assertThat(lines(robot)).contains("mail.messages.enabled", "Switched off");
        robot.clickOn("mail.messages.headers").clickOn("Switch off").clickOn("In this connection");
        await(() -> !lines(robot).contains("mail.messages.headers"));
        robot.clickOn("jsonb, not json").clickOn("Switch on");
        await(() -> lines(robot).contains("mail.messages.headers"));
    }

    @Test
    void narrowsByWordsAndSeverity(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("3 advice");
        assertThat(lines(robot)).hasSize(4);
        robot.interact(view::find);
        robot.write("messages json");
        assertThat(lines(robot)).containsExactly("jsonb, not json", "mail.messages.headers");
        robot.write("x");
        assertThat(texts(robot)).contains("No match");
        robot.clickOn("Show all");
        assertThat(lines(robot)).hasSize(8);
    }

    @Test
    void saysWhatWasLookedAtWhereNothingIsFound(FxRobot robot) throws Exception {
        robot.interact(() -> {
            for (String rule : List.of("user-id-text", "jsonb")) {
                rules.change(own -> own.withRule(rule, false));
            }
        });
        await(() -> lines(robot).contains("Switched off"));
        Snapshot clean = House.read("CREATE SCHEMA auth");
        robot.interact(() -> {
            rules.change(own -> own.withRule("user-id-text", true).withRule("jsonb", true));
            session.read(clean);
        });
        await(() -> texts(robot).contains("No findings"));
        assertThat(texts(robot)).contains("26 rules looked at 0 tables in 2 schemas.");
    }

    @Test
    void saysWhetherPublicMayHoldTables(FxRobot robot) throws Exception {
        Snapshot mixed = House.read(House.SQL + "CREATE TABLE public.notes (id uuid PRIMARY KEY);");
        robot.interact(() -> session.read(mixed));
        await(() -> lines(robot).contains("No tables in public"));
        robot.clickOn("#tables-in-public").clickOn("allowed");
        await(() -> !lines(robot).contains("No tables in public"));
        await(() -> Boolean.TRUE.equals(House.file(folder).load().of("local").tablesInPublic()));
        robot.clickOn("#tables-in-public").clickOn("not allowed");
        await(() -> lines(robot).contains("No tables in public"));
        robot.clickOn("#tables-in-public").clickOn("as the database has it");
        await(() -> House.file(folder).load().of("local").tablesInPublic() == null);
    }

    @Test
    void leadsToTheRegistryOfServices(FxRobot robot) throws Exception {
        Snapshot lonely =
                House.read(House.SQL + "CREATE SCHEMA lonely; CREATE TABLE lonely.things (id uuid PRIMARY KEY);");
        robot.interact(() -> session.read(lonely));
        await(() -> lines(robot).contains("lonely"));
        robot.clickOn("lonely").clickOn("Register service…");
        assertThat(session.visited()).containsExactly("service for lonely");
    }

    @Test
    void namesEveryControl(FxRobot robot) throws Exception {
        await(() -> lines(robot).size() == 8);
        robot.clickOn("auth.users.verified");
        for (Node node : robot.from(view)
                .lookup((Node found) -> found instanceof Control && found.isFocusTraversable())
                .queryAll()) {
            String name = node.getAccessibleText() == null && node instanceof Labeled labeled
                    ? labeled.getText()
                    : node.getAccessibleText();
            assertThat(name).as(node.toString()).isNotBlank();
        }
    }

    private Design design() {
        return java.util.Objects.requireNonNull(session.designing().design().get());
    }

    private Column column(String name) {
        return design().database()
                .table(new QualifiedName("mail", "messages"))
                .flatMap(table -> table.column(name))
                .orElseThrow();
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What a person reads at the beginning of each line.
    private static List<String> lines(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("#findings").<TreeView<Entry>>tryQuery().stream()
                .flatMap(tree -> IntStream.range(0, tree.getExpandedItemCount()).mapToObj(tree::getTreeItem))
                .map(ConventionsViewTest::words)
                .toList();
    }

    private static String selected(FxRobot robot) {
        TreeView<Entry> tree = robot.lookup("#findings").query();
        TreeItem<Entry> item = tree.getSelectionModel().getSelectedItem();
        return item == null ? "" : words(item);
    }

    private static String words(TreeItem<Entry> item) {
        return switch (item.getValue()) {
            case Entry.OfRule group -> group.rule().title();
            case Entry.OfObject group -> group.name();
            case Entry.Switched _ -> "Switched off";
            case Entry.Finding finding ->
                item.getParent().getValue() instanceof Entry.OfRule
                        ? finding.breach().where()
                        : finding.breach().message();
            case Entry.Off off -> off.rule().title();
        };
    }

    private List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.from(view).lookup(Labeled.class::isInstance).queryAll().stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
