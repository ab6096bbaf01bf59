package mana.studio.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.Rename.Kind;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Statements of real plans lead to what was edited.
class SpotsTest {
    private static final QualifiedName T = new QualifiedName("app", "t");
    private static Database base;

    @BeforeAll
    static void read() throws Exception {
        TestServer.TestDatabase database = TestServer.freshDatabase().run("""
            CREATE SCHEMA app;
            CREATE TYPE app.mood AS ENUM ('good', 'bad');
            CREATE SEQUENCE app.numbers;
            CREATE TABLE app.u (id int PRIMARY KEY);
            CREATE TABLE app.t (
                id int PRIMARY KEY, a int, b text, d int DEFAULT 1, CONSTRAINT t_a_check CHECK (a > 0),
                CONSTRAINT t_a_fk FOREIGN KEY (a) REFERENCES app.u (id));
            CREATE INDEX idx_t_b ON app.t (b);
            CREATE POLICY own ON app.t USING (a = 1);
            CREATE VIEW app.v AS SELECT 1 AS one;
            CREATE FUNCTION app.f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER touch BEFORE UPDATE ON app.t FOR EACH ROW EXECUTE FUNCTION app.f();
            """);
        base = new CatalogReader(database.source()).read(new Cancellation()).database();
    }

    @Test
    void leadsFromColumns() {
        assertThat(spots(column("a", column -> column.withNotNull(Column.NotNull.PLAIN))))
                .containsExactly("app.t.a NOT_NULL");
        assertThat(spots(renamed(Kind.COLUMN, List.of("app", "t", "b"), "c"))).containsExactly("app.t.b NAME");
        assertThat(spots(column("d", column -> column.withDefaultExpression("2"))))
                .containsExactly("app.t.d DEFAULT");
        assertThat(spots(column("b", column -> column.withComment("said")))).containsExactly("app.t.b COMMENT");
        assertThat(spots(column(
                        "a",
                        column -> column.withType(new mana.studio.schema.DataType(
                                "bigint", mana.studio.schema.DataType.Family.INTEGER, null)))))
                .contains("app.t.a TYPE");
        assertThat(spots(table(table -> table.withColumns(table.columns().stream()
                        .filter(column -> !column.name().equals("d"))
                        .toList()))))
                .containsExactly("app.t.d WHOLE");
    }

    @Test
    void leadsFromAColumnThatIsRenamedInARenamedTable() {
        Database design = Planner.renamed(
                base,
                List.of(
                        new Rename(Kind.COLUMN, List.of("app", "t", "b"), List.of("c")),
                        new Rename(Kind.RELATION, List.of("app", "t"), List.of("app", "things"))));

        assertThat(spots(design)).containsExactly("app.t.b NAME", "app.t NAME");
    }

    @Test
    void leadsFromPartsOfATable() {
        assertThat(spots(constraints(constraint -> !constraint.name().equals("t_a_check"))))
                .containsExactly("app.t.t_a_check WHOLE");
        assertThat(spots(table(table -> table.withConstraints(table.constraints().stream()
                        .map(constraint ->
                                constraint instanceof Constraint.ForeignKey key ? key.withName("other_fk") : constraint)
                        .toList()))))
                .containsExactly("app.t.t_a_fk NAME");
        assertThat(spots(table(table -> table.withIndexes(List.of())))).containsExactly("app.t.idx_t_b WHOLE");
        assertThat(spots(table(table ->
                        table.withIndexes(List.of(table.indexes().getFirst().withName("idx_other"))))))
                .containsExactly("app.t.idx_t_b NAME");
        assertThat(spots(table(table ->
                        table.withPolicies(List.of(table.policies().getFirst().withUsing("(a = 2)"))))))
                .containsExactly("app.t.own EXPRESSION");
        assertThat(spots(table(table ->
                        table.withPolicies(List.of(table.policies().getFirst().withName("mine"))))))
                .containsExactly("app.t.own NAME");
        assertThat(spots(table(table -> table.withTriggers(List.of())))).containsExactly("app.t.touch DEFINITION");
        assertThat(spots(table(table -> table.withOptions(List.of("fillfactor=70")))))
                .containsExactly("app.t OPTIONS");
        assertThat(spots(table(table -> table.withComment("said")))).containsExactly("app.t COMMENT");
    }

    @Test
    void leadsFromOtherObjects() {
        assertThat(spots(schema(schema -> schema.withEnums(List.of(labels(schema, "good", "bad", "odd"))))))
                .containsExactly("app.mood LABELS");
        assertThat(spots(schema(schema -> schema.withViews(List.of())))).containsExactly("app.v WHOLE");
        assertThat(spots(schema(
                        schema -> schema.withViews(List.of(moved(schema.views().getFirst()))))))
                .containsExactly("app.v NAME");
        assertThat(spots(schema(schema -> schema.withSequences(List.of())))).containsExactly("app.numbers OPTIONS");
        assertThat(spots(renamed(Kind.SCHEMA, List.of("app"), "application"))).containsExactly("app NAME");
        assertThat(spots(schema(schema -> schema.withComment("said")))).containsExactly("app COMMENT");
        assertThat(spots(schema(
                        schema -> schema.withTables(Stream.concat(schema.tables().stream(), Stream.of(fresh("fresh")))
                                .toList()))))
                .containsExactly("app.fresh WHOLE");
        assertThat(spots(schema(schema -> schema.withTables(schema.tables().stream()
                        .filter(table -> !table.name().equals(T))
                        .toList()))))
                .contains("app.t WHOLE");
    }

    private static Database renamed(Kind kind, List<String> from, String to) {
        return Planner.renamed(base, List.of(new Rename(kind, from, List.of(to))));
    }

    private static Table fresh(String name) {
        return mana.studio.testing.TableBuilder.table("app", name)
                .notNull("id", "integer")
                .build();
    }

    private static View moved(View view) {
        return view.withName(new QualifiedName("app", "w"));
    }

    private static EnumType labels(Schema schema, String... labels) {
        return schema.enums().getFirst().withLabels(List.of(labels));
    }

    private static Database column(String name, UnaryOperator<Column> change) {
        return table(table -> table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? change.apply(column) : column)
                .toList()));
    }

    private static Database constraints(java.util.function.Predicate<Constraint> stays) {
        return table(table ->
                table.withConstraints(table.constraints().stream().filter(stays).toList()));
    }

    private static Database table(UnaryOperator<Table> change) {
        return schema(schema -> schema.withTables(schema.tables().stream()
                .map(table -> table.name().equals(T) ? change.apply(table) : table)
                .toList()));
    }

    private static Database schema(UnaryOperator<Schema> change) {
        return base.withSchemas(base.schemas().stream()
                .map(schema -> schema.name().equals("app") ? change.apply(schema) : schema)
                .toList());
    }

    /// What the statements of the plan lead to, in words; names are those of the base.
    private static List<String> spots(Database design) {
        List<String> found = new ArrayList<>();
        for (Statement statement : Planner.planDesign(base, design).statements()) {
            for (Spot spot : Spots.of(java.util.Objects.requireNonNull(statement.change()), base, design)) {
                String text = name(spot, design) + " " + spot.field();
                if (!found.contains(text)) {
                    found.add(text);
                }
            }
        }
        return found;
    }

    private static String name(Spot spot, Database design) {
        for (Database database : List.of(base, design)) {
            for (Schema schema : database.schemas()) {
                if (schema.id().same(spot.object())) {
                    return schema.name();
                }
                for (SchemaObject object : schema.objects().toList()) {
                    if (object.id().same(spot.object())) {
                        return object.name() + part(object, spot.part());
                    }
                }
            }
        }
        return "nothing";
    }

    private static String part(SchemaObject object, @org.jspecify.annotations.Nullable Identity part) {
        if (part == null) {
            return "";
        }
        if (object instanceof Sequence || !(object instanceof Table table)) {
            return ".?";
        }
        return Stream.of(
                        table.columns().stream()
                                .filter(one -> one.id().same(part))
                                .map(Column::name),
                        table.constraints().stream()
                                .filter(one -> one.id().same(part))
                                .map(Constraint::name),
                        table.indexes().stream()
                                .filter(one -> one.id().same(part))
                                .map(one -> one.name()),
                        table.triggers().stream()
                                .filter(one -> one.id().same(part))
                                .map(one -> one.name()),
                        table.policies().stream()
                                .filter(one -> one.id().same(part))
                                .map(one -> one.name()))
                .flatMap(names -> names)
                .findFirst()
                .map(name -> "." + name)
                .orElse(".?");
    }
}
