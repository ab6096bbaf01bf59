package mana.studio.ui.objects.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import mana.studio.catalog.Snapshot;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.testing.RealDesign;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.objects.Sight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The forms as a person uses them, and what a real server makes of it.
@ExtendWith(ApplicationExtension.class)
class FormsTest {
    private static final String BASE = """
        CREATE SCHEMA app;
        CREATE SCHEMA archive;
        CREATE TYPE app.state AS ENUM ('draft', 'active', 'paused', 'closed');
        CREATE SEQUENCE app.invoice_numbers;
        CREATE TABLE app.users (id integer PRIMARY KEY, email text, state app.state NOT NULL DEFAULT 'draft');
        CREATE TABLE app.log (id integer PRIMARY KEY, states app.state[]);
        CREATE VIEW app.active_users AS SELECT id, email FROM app.users WHERE email IS NOT NULL;
        CREATE MATERIALIZED VIEW app.counts AS SELECT count(*) AS total FROM app.users;
        CREATE UNIQUE INDEX idx_counts_total ON app.counts (total);
        INSERT INTO app.users VALUES (1, 'a@b', 'active'), (2, 'c@d', 'paused'), (3, NULL, 'draft');
        """;

    private final RealDesign real = RealDesign.of(BASE);
    private final Snapshot snapshot = real.snapshot();
    private final Highlight highlight = new Highlight();
    private TestSession session;
    private Sight sight;

    @Start
    void start(Stage stage) {
        Sight.open(stage, 900, 700);
        session = new TestSession(snapshot);
        sight = new Sight(new FxRobot(), stage);
    }

    @Test
    void renamesALabelInPlaceAndKeepsTheRows(FxRobot robot) throws IOException {
        EnumForm form = enumForm();
        retype(robot, "Value 2 of 4", "enabled");

        sight.reads("was active", "~", "app.users.state", "app.log.states");
        assertThat(session.designing().design().get().undoable()).contains("Rename a value of enum app.state");
        sight.picture("enum-renamed");
        String sql = apply();
        assertThat(sql).contains("RENAME VALUE 'active' TO 'enabled'").doesNotContain("CREATE TYPE");
        assertThat(real.rows("SELECT state FROM app.users ORDER BY id")).containsExactly("enabled", "paused", "draft");
        robot.interact(form::close);
    }

    @Test
    void addsAValueWhereItBelongs(FxRobot robot) {
        enumForm();
        robot.clickOn((Node) sight.named("Value 2 of 4")).type(KeyCode.ENTER);
        robot.write("waiting");
        Sight.settle();

        assertThat(labels()).containsExactly("draft", "active", "waiting", "paused", "closed");
        sight.reads("new", "+");
        assertThat(apply()).contains("ADD VALUE 'waiting' BEFORE 'paused'");
        assertThat(real.rows("SELECT unnest(enum_range(NULL::app.state))"))
                .containsExactly("draft", "active", "waiting", "paused", "closed");
    }

    @Test
    void removesAndReordersTheHonestWayAndKeepsTheRows(FxRobot robot) throws IOException {
        enumForm();
        robot.clickOn((Node) sight.named("Remove value closed"));
        sight.reads(
                "removed",
                "PostgreSQL cannot remove a value: the type is made anew, and the 2 columns that have it are changed to"
                        + " it (each table is rewritten). Where a row still holds closed, applying stops and nothing is"
                        + " changed.");
        robot.clickOn((Node) sight.named("Value 3 of 3"));
        robot.press(KeyCode.ALT).type(KeyCode.UP).type(KeyCode.UP).release(KeyCode.ALT);
        Sight.settle();
        assertThat(labels()).containsExactly("paused", "draft", "active");
        assertThat(sight.<Node>named("Value 1 of 3").isFocused()).isTrue();
        sight.reads("moved");
        sight.picture("enum-removed-moved");

        apply();
        assertThat(real.rows("SELECT unnest(enum_range(NULL::app.state))"))
                .containsExactly("paused", "draft", "active");
        assertThat(real.rows("SELECT state FROM app.users ORDER BY id")).containsExactly("active", "paused", "draft");
    }

    @Test
    void dragsAValueToAnotherPlace(FxRobot robot) {
        enumForm();
        List<Node> handles = List.copyOf(robot.lookup(".label-handle").queryAll());
        robot.moveTo(handles.get(3)).press(MouseButton.PRIMARY);
        robot.moveTo(handles.get(1)).moveTo(handles.get(0)).release(MouseButton.PRIMARY);
        Sight.settle();

        assertThat(labels()).containsExactly("closed", "draft", "active", "paused");
        robot.clickOn((Node) sight.named("Value 1 of 4"));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(labels()).containsExactly("draft", "active", "paused", "closed");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(labels()).containsExactly("closed", "draft", "active", "paused");
    }

    @Test
    void showsWhatIsEditedElsewhereAndKeepsTheCaret(FxRobot robot) {
        EnumForm form = enumForm();
        TextField first = sight.named("Value 1 of 4");
        robot.clickOn(first);
        robot.interact(() -> first.positionCaret(2));
        Identity id = type().id();
        robot.interact(() ->
                session.designing().edit(Edit.of("Rename", database -> Edits.rename(database, id, "phase"))));

        assertThat(sight.<TextField>named("Name").getText()).isEqualTo("phase");
        sight.reads("~ was state");
        assertThat(first.isFocused()).isTrue();
        assertThat(first.getCaretPosition()).isEqualTo(2);

        robot.interact(() -> session.designing()
                .edit(Edit.of("Drop", database -> Edits.drop(database, id).database())));
        sight.reads("− This enum is dropped in the design. Ctrl+Z or Revert brings it back.");
        robot.interact(() -> session.designing().undo());
        robot.interact(() -> form.show(new Spot(id, null, Field.COMMENT)));
        assertThat(sight.<Node>named("Comment").isFocused()).isTrue();
        assertThat(highlight.focused().get().field()).isEqualTo(Field.COMMENT);
    }

    @Test
    void bringsBackWhatWasRemoved(FxRobot robot) {
        enumForm();
        robot.clickOn((Node) sight.named("Remove value active"));
        robot.clickOn((Node) sight.named("Restore value active"));

        assertThat(labels()).containsExactly("draft", "active", "paused", "closed");
        assertThat(session.designing().design().get().isEmpty()).isTrue();
    }

    @Test
    void altersASequence(FxRobot robot) throws IOException {
        Sequence sequence = schema().sequences().getFirst();
        sight.show(() -> new SequenceForm(session, sequence.id(), highlight));
        retype(robot, "Start", "100");
        retype(robot, "Increment", "0");
        sight.reads("The increment must not be 0.", "~ was 1");
        sight.picture("sequence-wrong");
        retype(robot, "Increment", "5");
        retype(robot, "Maximum", "9000");
        robot.interact(
                () -> sight.<CheckBox>named("Cycle: Begin again at the end").fire());
        robot.interact(() ->
                sight.<ComboBox<String>>named("Owned by (dropped with it)").setValue("users.id"));
        robot.interact(() -> sight.<ComboBox<String>>named("Type").setValue("integer"));
        retype(robot, "Name", "bill_numbers");
        sight.picture("sequence-changed");

        apply();
        Sequence read = real.read().schema("app").orElseThrow().sequences().getFirst();
        assertThat(read).isEqualTo(schema().sequences().getFirst());
        assertThat(read.name().name()).isEqualTo("bill_numbers");
        assertThat(real.rows("SELECT start_value || ' ' || increment_by || ' ' || max_value FROM pg_sequences"))
                .containsExactly("100 5 9000");
    }

    @Test
    void checksAQueryAsItIsTyped(FxRobot robot) throws IOException {
        View view = view("active_users");
        ViewForm form = new ViewForm(session, view.id(), highlight, new VBox());
        sight.show(() -> form);
        sight.reads("PostgreSQL accepts it");

        robot.clickOn((Node) sight.named("Query"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("SELECT id, emial, state\nFROM app.users", 0);
        sight.reads("Line 1, column 12");
        assertThat(sight.texts()).anyMatch(text -> text.startsWith("Column \"emial\" does not exist."));
        sight.picture("view-wrong");
        Sight.await(() -> problems().size() == 1);
        assertThat(problems().getFirst().message()).startsWith("Column \"emial\" does not exist.");
        assertThat(problems().getFirst().spot().same(new Spot(view.id(), null, Field.DEFINITION)))
                .isTrue();
        assertThat(robot.lookup((Node node) -> node instanceof Label label
                                && label.isVisible()
                                && label.getText() != null
                                && label.getText().startsWith("Column \"emial\""))
                        .queryAll())
                .as("said once")
                .hasSize(1);

        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("SELECT id FROM app.users; SELECT 1", 0);
        Sight.await(() -> problems().stream()
                .anyMatch(problem -> problem.message().equals("A view is one query; this is more.")));

        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("SELECT id, email, state\nFROM app.users", 0);
        sight.reads("PostgreSQL accepts it", "~ changed");
        Sight.await(() -> view("active_users").columns().size() == 3);
        sight.picture("view-changed");
        assertThat(apply()).contains("CREATE OR REPLACE VIEW app.active_users");
        assertThat(real.rows("SELECT state FROM app.active_users ORDER BY id"))
                .containsExactly("active", "paused", "draft");

        robot.push(KeyCode.CONTROL, KeyCode.Z);
        Sight.await(() -> session.designing().design().get().isEmpty());
        robot.interact(form::close);
    }

    @Test
    void followsARenameAndIsChangedAfterIt(FxRobot robot) throws IOException {
        View view = view("active_users");
        ViewForm form = new ViewForm(session, view.id(), highlight, new VBox());
        sight.show(() -> form);
        sight.reads("PostgreSQL accepts it");
        Table users = schema().tables().stream()
                .filter(table -> table.name().name().equals("users"))
                .findFirst()
                .orElseThrow();
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Rename",
                        database -> Edits.rename(
                                Edits.renameColumn(
                                        database,
                                        users.id(),
                                        users.column("email").orElseThrow().id(),
                                        "mail"),
                                users.id(),
                                "people"))));
        sight.reads("follows a rename, the server rewrites it", "PostgreSQL accepts it");
        assertThat(view("active_users").definition()).contains("mail AS email").contains("FROM app.people");
        sight.picture("view-follows");

        robot.clickOn((Node) sight.named("Query"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        robot.write("SELECT id, mail AS email, state\nFROM app.people", 0);
        sight.reads("PostgreSQL accepts it", "~ changed");
        Sight.await(() -> view("active_users").columns().size() == 3);
        assertThat(apply())
                .contains("RENAME COLUMN email TO mail", "CREATE OR REPLACE VIEW app.active_users")
                .doesNotContain("DROP");
        assertThat(real.rows("SELECT email FROM app.active_users")).isNotEmpty();
        robot.interact(form::close);
    }

    @Test
    void showsAMaterializedView(FxRobot robot) throws IOException {
        sight.show(() -> new ViewForm(session, view("counts").id(), highlight, new Label("the indexes")));
        sight.reads("the indexes", "PostgreSQL accepts it");
        sight.picture("view-materialized");

        retype(robot, "Owner", "postgres");
        robot.interact(() -> sight.<CheckBox>named("Rows: Filled when it is made").fire());
        assertThat(view("counts").populated()).isFalse();
        robot.interact(
                () -> sight.<CheckBox>named("Materialized: Rows are stored").fire());
        assertThat(view("counts").materialized()).isFalse();
        apply();
        assertThat(real.rows("SELECT relkind FROM pg_class WHERE relname = 'counts'"))
                .containsExactly("v");
    }

    @Test
    void showsWhatASchemaHolds(FxRobot robot) throws IOException {
        sight.show(() -> new SchemaForm(session, schema().id(), highlight));
        sight.reads("2 tables", "1 enum", "1 sequence", "users");
        sight.picture("schema");
        retype(robot, "Name", "platform");
        sight.reads("~ was app");
        robot.clickOn("invoice_numbers");

        assertThat(session.visited()).containsExactly("platform.invoice_numbers STRUCTURE");
        assertThat(apply()).contains("ALTER SCHEMA app RENAME TO platform");
    }

    @Test
    void showsLongNamesAndNewThings(FxRobot robot) throws IOException {
        String longName = "a_state_with_a_name_as_long_as_postgresql_allows_for_any_name_1";
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Add",
                        database -> Edits.add(
                                database,
                                new EnumType(
                                        Identity.fresh(),
                                        new QualifiedName("archive", longName),
                                        "postgres",
                                        null,
                                        Privileges.DEFAULT,
                                        List.of(longName, "b"))))));
        EnumType made = session.designing()
                .design()
                .get()
                .database()
                .schema("archive")
                .orElseThrow()
                .enums()
                .getFirst();
        sight.show(() -> new EnumForm(session, made.id(), highlight));
        sight.reads("+ New: this enum is created when the design is applied.", "no column");
        sight.picture("enum-new-long");
    }

    /// Beside the preview there is little room.
    @Test
    void fitsBesideThePreview(FxRobot robot) throws IOException {
        sight.show(() -> {
            EnumForm left = new EnumForm(session, type().id(), highlight);
            SequenceForm right =
                    new SequenceForm(session, schema().sequences().getFirst().id(), highlight);
            left.setPrefWidth(444);
            right.setPrefWidth(444);
            return new HBox(12, left, right);
        });
        robot.clickOn((Node) sight.named("Remove value closed"));
        sight.picture("narrow");
        assertThat(robot.lookup(node -> node instanceof ScrollBar bar
                                && bar.isVisible()
                                && bar.getOrientation() == Orientation.HORIZONTAL)
                        .queryAll())
                .isEmpty();
    }

    private EnumForm enumForm() {
        EnumForm[] form = new EnumForm[1];
        sight.show(() -> form[0] = new EnumForm(session, type().id(), highlight));
        return form[0];
    }

    private void retype(FxRobot robot, String name, String text) {
        robot.interact(() -> {
            TextField field = sight.named(name);
            field.requestFocus();
            field.selectAll();
        });
        robot.write(text, 0);
        Sight.settle();
    }

    private List<Problem> problems() {
        return session.designing().problems().get();
    }

    private String apply() {
        Sketch sketch = session.designing().design().get().current();
        return real.apply(snapshot.database(), sketch);
    }

    private List<String> labels() {
        Sight.settle();
        return type().labels();
    }

    private EnumType type() {
        return schema().enums().getFirst();
    }

    private View view(String name) {
        return schema().views().stream()
                .filter(view -> view.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Schema schema() {
        Database design = session.designing().design().get().database();
        return design.schemas().getFirst();
    }
}
