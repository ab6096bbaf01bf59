package mana.studio.ui.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Sketch;
import mana.studio.design.template.TableCopy;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.settings.Places;
import mana.studio.testing.RealDesign;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.DesignCommands.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ObjectCommandsTest {
    private static final RealDesign REAL = RealDesign.of("""
        CREATE SCHEMA auth;
        CREATE SCHEMA shop;
        CREATE TYPE auth.role AS ENUM ('member', 'admin');
        CREATE SEQUENCE shop.numbers;
        CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, role auth.role);
        CREATE TABLE shop.orders (id uuid PRIMARY KEY, user_id uuid NOT NULL REFERENCES auth.users, total numeric);
        CREATE TABLE shop.tags (id uuid PRIMARY KEY);
        CREATE INDEX idx_orders_user_id ON shop.orders (user_id);
        CREATE VIEW shop.totals AS SELECT user_id, sum(total) AS total FROM shop.orders GROUP BY user_id;
        """);

    @TempDir
    Path folder;

    private TestSession session;
    private ObjectCommands commands;
    private TemplateStore templates;
    private Stage stage;
    private Sight sight;

    @Start
    void start(Stage primary) {
        stage = primary;
        Sight.open(primary, 1000, 760);
        session = new TestSession(REAL.snapshot());
        templates = new TemplateStore(new Places(folder, folder, folder), session.background());
        commands = new ObjectCommands(session, templates, () -> primary);
        sight = new Sight(new FxRobot(), primary);
    }

    @Test
    void createsATableFromTheHousePattern(FxRobot robot) throws IOException {
        sight.ask(() -> commands.create(Kind.TABLE, "shop"));
        assertThat(sight.button("Create table").isDisabled()).isTrue();

        robot.write("invoice");
        sight.reads("Tables are called in the plural here.", "created_at");
        robot.clickOn("invoices");
        robot.clickOn("user_id text, with its index");
        sight.reads("Index idx_invoices_user_id", "not null default gen_random_uuid()");
        sight.picture("new-table");
        robot.clickOn("Create table");

        Table made = table("shop", "invoices");
        assertThat(made.columns().stream().map(column -> column.name()))
                .containsExactly("id", "user_id", "created_at", "updated_at");
        assertThat(session.visited()).containsExactly("shop.invoices STRUCTURE");
        REAL.apply(REAL.read(), new Sketch(design(), List.of()));
        assertThat(REAL.read().table(made.name())).contains(made);
        REAL.server().run("DROP TABLE shop.invoices");
    }

    @Test
    void refusesNamesThatCannotBe(FxRobot robot) throws IOException {
        sight.ask(() -> commands.create(Kind.TABLE, "shop"));

        robot.write("orders");
        sight.reads("There is a table orders in shop already.");
        assertThat(sight.button("Create table").isDisabled()).isTrue();
        sight.picture("new-table-refused");

        retype(robot, "idx_orders_user_id");
        sight.reads("There is an index idx_orders_user_id in shop already.");
        retype(robot, "user");
        sight.reads("user is a word of SQL: it needs quotes wherever it is used.");
        assertThat(sight.button("Create table").isDisabled()).isFalse();
        retype(robot, "LineItems");
        sight.reads("It needs quotes wherever it is used: \"LineItems\".", "line_items");
        retype(robot, "x".repeat(64));
        sight.reads("A name has at most 63 bytes; this one has 64.");
        assertThat(sight.button("Create table").isDisabled()).isTrue();
        robot.clickOn("Cancel");
        assertThat(design()).isSameAs(session.catalog().get().database());
    }

    @Test
    void joinsTwoTables(FxRobot robot) throws IOException {
        sight.ask(() -> commands.create(Kind.TABLE, "shop"));
        robot.interact(() -> starts().getSelectionModel().select(1));
        sight.reads("Choose the two tables that it joins.");
        robot.interact(() -> choose("Joins", "shop.orders"));
        robot.interact(() -> choose("With", "shop.tags"));

        sight.reads("order_id", "tag_id", "Index idx_orders_tags_tag_id");
        sight.picture("new-junction");
        robot.clickOn("Create table");

        assertThat(table("shop", "orders_tags").constraints())
                .extracting(Constraint::name)
                .containsExactly("orders_tags_order_id_fkey", "orders_tags_pkey", "orders_tags_tag_id_fkey");
    }

    @Test
    void createsSchemaEnumSequenceAndView(FxRobot robot) throws IOException {
        sight.ask(commands::createSchema);
        robot.write("pg_mine");
        sight.reads("Names that begin with pg_ belong to PostgreSQL.");
        retype(robot, "mail");
        sight.reads("Owned by the service mana-mail.");
        sight.picture("new-schema");
        robot.clickOn("Create schema");

        sight.ask(() -> commands.create(Kind.ENUM, "mail"));
        robot.write("state");
        robot.clickOn((TextInputControl) sight.named("Values, one a line, in their order"));
        robot.write("draft\nsent\ndraft");
        sight.reads("draft is there twice.");
        assertThat(sight.button("Create enum").isDisabled()).isTrue();
        sight.picture("new-enum");
        robot.type(KeyCode.BACK_SPACE, 5).write("gone");
        robot.clickOn("Create enum");

        sight.ask(() -> commands.create(Kind.SEQUENCE, "mail"));
        robot.write("numbers");
        robot.clickOn((TextInputControl) sight.named("Starts at")).write("00");
        sight.picture("new-sequence");
        robot.clickOn("Create sequence");

        sight.ask(() -> commands.create(Kind.VIEW, "mail"));
        robot.write("people");
        robot.interact(() -> ((ComboBox<String>) sight.<ComboBox<String>>named("Starts from")).setValue("auth.users"));
        sight.picture("new-view");
        robot.clickOn("Create view");

        assertThat(session.visited())
                .containsExactly(
                        "spot NAME", "mail.state STRUCTURE", "mail.numbers STRUCTURE", "mail.people STRUCTURE");
        Database base = session.catalog().get().database();
        REAL.apply(base, session.designing().design().get().current());
        Database made = REAL.read();
        assertThat(made.schema("mail").orElseThrow().enums().getFirst().labels())
                .containsExactly("draft", "sent", "gone");
        assertThat(made.schema("mail")
                        .orElseThrow()
                        .sequences()
                        .getFirst()
                        .options()
                        .start())
                .isEqualTo(100);
        assertThat(made.schema("mail").orElseThrow().views().getFirst())
                .isEqualTo(design().schema("mail").orElseThrow().views().getFirst());
        REAL.server().run("DROP SCHEMA mail CASCADE");
    }

    @Test
    void renamesAndMovesWithAllThatNamesIt(FxRobot robot) throws IOException {
        Identity orders = table("shop", "orders").id();
        sight.ask(() -> commands.rename(orders));
        sight.reads("Rename table orders");
        assertThat(sight.button("Rename").isDisabled()).isTrue();
        retype(robot, "purchases");
        sight.picture("rename");
        robot.type(KeyCode.ENTER);
        Sight.settle();
        assertThat(design().table(new QualifiedName("shop", "purchases"))).isPresent();

        sight.ask(() -> commands.move(orders));
        robot.interact(() -> ((ComboBox<String>) sight.<ComboBox<String>>named("To schema")).setValue("auth"));
        sight.picture("move");
        robot.clickOn("Move");

        assertThat(table("auth", "purchases").id().same(orders)).isTrue();
        assertThat(session.designing().design().get().undoable()).contains("Move table shop.purchases to auth");
        assertThat(session.designing()
                        .design()
                        .get()
                        .database()
                        .schema("shop")
                        .orElseThrow()
                        .views())
                .hasSize(1);
    }

    @Test
    void saysWhatGoesAlongAndDropsOnlyWhenTold(FxRobot robot) throws IOException {
        Identity users = table("auth", "users").id();
        sight.ask(() -> commands.drop(List.of(users)));
        ListView<String> along = sight.named("What goes along");
        assertThat(along.getItems()).containsExactly("foreign key orders_user_id_fkey of shop.orders");
        sight.picture("drop");
        robot.type(KeyCode.ENTER);
        Sight.await(() -> sight.dialogs().isEmpty());
        assertThat(design().table(new QualifiedName("auth", "users"))).isPresent();

        sight.ask(() -> commands.drop(List.of(users)));
        robot.clickOn("Drop");
        assertThat(design().table(new QualifiedName("auth", "users"))).isEmpty();
        assertThat(table("shop", "orders").foreignKeys()).isEmpty();

        robot.interact(() -> commands.revert(users));
        assertThat(design().table(new QualifiedName("auth", "users"))).isPresent();
        assertThat(table("shop", "orders").foreignKeys()).isEmpty();
        robot.interact(() -> commands.revert(table("shop", "orders").id()));
        assertThat(design()).isEqualTo(session.catalog().get().database());
    }

    @Test
    void revertsASchemaWithoutWhatWasMovedThere(FxRobot robot) throws IOException {
        robot.interact(() -> session.designing().edit(Edit.of("Add", database -> {
            Database with = Edits.addSchema(database, Edits.newSchema(database, "extra"));
            with = Edits.addSchema(with, Edits.newSchema(with, "more"));
            Identity role =
                    database.schema("auth").orElseThrow().enums().getFirst().id();
            return Edits.move(with, role, "extra");
        })));
        Identity more = design().schema("more").orElseThrow().id();
        Identity orders = table("shop", "orders").id();
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Add",
                        database -> Edits.add(
                                database,
                                database.table(new QualifiedName("shop", "tags"))
                                        .map(tags -> TableCopy.of(tags, database, new QualifiedName("more", "tags")))
                                        .orElseThrow()))));

        sight.ask(() -> commands.revert(more));
        sight.reads("This goes or comes back with it:", "table more.tags");
        sight.picture("revert");
        robot.clickOn("Revert");
        robot.interact(
                () -> commands.revert(design().schema("extra").orElseThrow().id()));

        assertThat(design()).isEqualTo(session.catalog().get().database());
        assertThat(table("shop", "orders").id().same(orders)).isTrue();
    }

    @Test
    void dropsASchemaWithWhatItHolds(FxRobot robot) throws IOException {
        Identity shop = design().schema("shop").orElseThrow().id();
        sight.ask(() -> commands.drop(List.of(shop)));
        sight.reads("Drop schema shop?", "shop holds 1 sequence, 2 tables, 1 view.");
        sight.picture("drop-schema");
        robot.clickOn("Drop");

        assertThat(design().schema("shop")).isEmpty();
    }

    @Test
    void keepsATableAsTemplateAndStartsAnotherFromIt(FxRobot robot) throws IOException {
        sight.ask(() -> commands.saveAsTemplate(table("shop", "orders").id()));
        retype(robot, "Orders like");
        robot.clickOn("Save template");
        Sight.await(() -> folder.resolve("templates.json").toFile().exists());

        sight.ask(commands::editTemplates);
        ListView<?> list = sight.named("Templates");
        assertThat(list.getItems()).hasSize(3);
        robot.clickOn("Orders like");
        TextInputControl text = sight.named("The template as JSON");
        assertThat(text.getText()).contains("\"idx_{table}_user_id\"");
        robot.interact(() -> text.setText(text.getText().replace("\"total\"", "\"amount\"")));
        sight.picture("templates");
        assertThat(sight.button("Save").isDisabled()).isFalse();
        robot.interact(() -> text.setText("{ \"nam\": 1 }"));
        assertThat(sight.button("Save").isDisabled()).isTrue();
        sight.picture("templates-broken");
        robot.clickOn("Cancel");

        sight.ask(() -> commands.create(Kind.TABLE, "shop"));
        robot.interact(() -> starts().getSelectionModel().select(2));
        robot.clickOn((TextField) sight.named("Name")).write("returns");
        sight.reads("total", "Index idx_returns_user_id");
        robot.clickOn("Create table");
        assertThat(table("shop", "returns").foreignKeys().getFirst().name()).isEqualTo("returns_user_id_fkey");
    }

    @Test
    void duplicatesATable(FxRobot robot) throws IOException {
        sight.ask(() -> commands.duplicate(table("shop", "orders").id()));
        sight.picture("duplicate");
        robot.clickOn("Duplicate");

        assertThat(table("shop", "orders_copy").indexes().getFirst().name()).isEqualTo("idx_orders_copy_user_id");
        assertThat(session.visited()).containsExactly("shop.orders_copy STRUCTURE");
    }

    private void retype(FxRobot robot, String text) {
        robot.interact(() -> ((TextField) robot.lookup(node -> node instanceof TextField && node.isFocused())
                        .query())
                .selectAll());
        robot.write(text, 0);
        Sight.settle();
    }

    private ComboBox<?> starts() {
        return sight.named("Starts with");
    }

    private void choose(String name, String table) {
        ComboBox<Table> combo = sight.named(name);
        combo.setValue(combo.getItems().stream()
                .filter(one -> one.name().toString().equals(table))
                .findFirst()
                .orElseThrow());
    }

    private Database design() {
        Sight.settle();
        return session.designing().design().get().database();
    }

    private Table table(String schema, String name) {
        return design().table(new QualifiedName(schema, name)).orElseThrow();
    }
}
