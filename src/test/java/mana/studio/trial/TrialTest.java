package mana.studio.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.connection.Cancellation;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.design.Spot.Field;
import mana.studio.plan.Planner;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.scratch.Scratch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final String SHOP = """
        CREATE SCHEMA shop;
        CREATE TYPE shop.state AS ENUM ('new', 'paid');
        CREATE TABLE shop.orders (id bigint PRIMARY KEY, total numeric(12,2), note text);
        CREATE VIEW shop.totals AS SELECT id, total FROM shop.orders;
        """;

    private static Database base;
    private static Trial trial;
    private static Table orders;

    @BeforeAll
    static void load() throws Exception {
        base = Scratch.read(SHOP, new Cancellation());
        trial = Trial.of(base, new Cancellation());
        orders = base.table(new QualifiedName("shop", "orders")).orElseThrow();
    }

    @AfterAll
    static void drop() throws Exception {
        trial.close();
    }

    @Test
    void acceptsWhatTheServerAccepts() throws Exception {
        assertThat(tried(database -> Edits.addColumn(database, orders.id(), column("at", "now()"), 9)))
                .isEmpty();
        assertThat(tried(database -> Edits.addConstraint(database, orders.id(), check("(total > (0)::numeric)"))))
                .isEmpty();
    }

    @Test
    void pointsAtTheExpressionOfAnAddedColumn() throws Exception {
        List<Problem> problems = tried(database -> Edits.addColumn(database, orders.id(), column("at", "nwo()"), 9));
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("Function nwo() does not exist.");
            assertThat(problem.spot().field()).isEqualTo(Field.DEFAULT);
        });
    }

    @Test
    void pointsAtTheExpressionInsideOfANewTable() throws Exception {
        Column good = column("id", null);
        Column bad = column("twice", "2 *");
        Table table = new Table(
                Identity.fresh(),
                new QualifiedName("shop", "fresh"),
                "postgres",
                null,
                Privileges.DEFAULT,
                Table.Persistence.PERMANENT,
                List.of(good, bad),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Table.RowSecurity.OFF,
                "heap",
                List.of(),
                null,
                Table.ReplicaIdentity.DEFAULT);
        assertThat(tried(database -> Edits.add(database, table)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.spot().object().same(table.id())).isTrue();
                    assertThat(problem.message()).contains("yntax error");
                });
        Table checked = table.with(List.of(good), List.of(check("(id ~ 'x' AND wrong)")));
        assertThat(tried(database -> Edits.add(database, checked)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.spot().field()).isEqualTo(Field.EXPRESSION);
                    assertThat(problem.message()).contains("Column \"wrong\" does not exist");
                });
    }

    @Test
    void saysOnceWhatElseFailsBecauseOfIt() throws Exception {
        List<Problem> problems = tried(database -> {
            Database more = Edits.addColumn(database, orders.id(), column("at", "nwo()"), 9);
            Index index = new Index(
                    Identity.fresh(),
                    "by_at",
                    null,
                    "btree",
                    false,
                    false,
                    List.of(new Index.Key("at", null, null, null, List.of(), false, false)),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    true,
                    false,
                    false,
                    null);
            return Edits.addIndex(more, orders.id(), index);
        });
        assertThat(problems).hasSize(1);
    }

    @Test
    void passesOverANewValueThatIsCommittedFirst() throws Exception {
        assertThat(tried(database -> {
                    var state = database.schema("shop").orElseThrow().enums().getFirst();
                    Database more = Edits.replace(database, state.withLabels(List.of("new", "paid", "sent")));
                    Column column = column("state", "'sent'::shop.state")
                            .withType(new DataType("shop.state", Family.ENUM, state.name()));
                    return Edits.addColumn(more, orders.id(), column, 9);
                }))
                .isEmpty();
    }

    @Test
    void pointsAtTheQueryOfAView() throws Exception {
        var view = base.schema("shop").orElseThrow().views().getFirst();
        assertThat(tried(database -> Edits.replace(database, view.withDefinition("SELECT id, totl FROM shop.orders"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.spot().field()).isEqualTo(Field.DEFINITION);
                    assertThat(problem.message()).contains("totl");
                });
    }

    @Test
    void leavesTheBaseAsItWas() throws Exception {
        tried(database -> Edits.drop(database, orders.id()).database());
        assertThat(tried(database -> Edits.addColumn(database, orders.id(), column("x", null), 9)))
                .isEmpty();
    }

    private static List<Problem> tried(UnaryOperator<Database> change) throws Exception {
        Database design = change.apply(base);
        return trial.of(new Sketch(design, List.of()), Planner.planDesign(base, design), new Cancellation());
    }

    private static Column column(String name, String defaultExpression) {
        return new Column(
                Identity.fresh(),
                name,
                new DataType("text", Family.TEXT, null),
                null,
                defaultExpression,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }

    private static Constraint check(String expression) {
        return new Constraint.Check(Identity.fresh(), "sane", null, true, expression, false, true, true);
    }
}
