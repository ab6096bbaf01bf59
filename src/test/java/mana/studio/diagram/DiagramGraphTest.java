package mana.studio.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class DiagramGraphTest {
    private final Database base = Samples.app();

    @Test
    void showsColumnsWithTheirKeysAndShortTypes() {
        Table table = TestDatabases.users().build();
        Database database = TestDatabases.database(table);
        Card card = all(database, database).cards().firstEntry().getValue();

        assertThat(card.rows())
                .extracting(row -> row.keys() + "|" + row.name() + "|" + row.type())
                .contains("PK|id|uuid", "UQ|email|text", "|role|user_role", "|created_at|timestamptz");
        assertThat(card.rows().getFirst().words()).isEqualTo("id uuid, primary key, not null");
    }

    @Test
    void saysHowManyBelongToHowMany() {
        DiagramGraph graph = all(base, base);

        assertThat(edge(graph, "users_org_id_fkey")).matches(edge -> edge.many() && edge.optional());
        assertThat(edge(graph, "posts_author_id_fkey")).matches(edge -> edge.many() && !edge.optional());
        assertThat(edge(graph, "profiles_user_id_fkey")).matches(edge -> !edge.many() && !edge.optional());
        assertThat(edge(graph, "users_org_id_fkey").words())
                .isEqualTo("users.org_id → orgs.id (users_org_id_fkey): many to one or none");
    }

    @Test
    void showsASchemaWithThoseItRefersTo() {
        DiagramGraph graph = DiagramGraph.of(base, base, new Scope.OneSchema("billing"));

        assertThat(names(graph)).containsExactly("app.orgs", "billing.invoices", "billing.rates");
        Card guest = Samples.card(graph, "app", "orgs");
        assertThat(guest.guest()).isTrue();
        assertThat(guest.rows()).extracting(Row::name).containsExactly("id");
        assertThat(guest.hidden()).isEqualTo(1);
    }

    @Test
    void showsATableAndItsNeighbours() {
        String orgs = Samples.table(base, "app", "orgs").id().key();

        assertThat(names(DiagramGraph.of(base, base, new Scope.Around(orgs, 1))))
                .containsExactly("app.orgs", "app.users", "billing.invoices");
        assertThat(names(DiagramGraph.of(base, base, new Scope.Around(orgs, 2))))
                .containsExactly("app.orgs", "app.posts", "app.profiles", "app.users", "billing.invoices");
    }

    @Test
    void leavesPartitionsToTheirParent() {
        Database platform = TestDatabases.platform();
        DiagramGraph graph = all(platform, platform);

        assertThat(names(graph)).contains("events.page_views").doesNotContain("events.page_views_2026_01");
        assertThat(Samples.card(graph, "events", "page_views").note()).isEqualTo("2 partitions");
    }

    @Test
    void marksNothingWhereNothingIsPending() {
        assertThat(all(base, base).marks()).isEmpty();
    }

    @Test
    void marksWhatIsAddedChangedAndRemovedInATable() {
        Column email = TableBuilder.table("x", "x")
                .column("email", "text")
                .build()
                .columns()
                .getFirst();
        Database design = Samples.with(
                base,
                "users",
                table -> table.with(
                        Stream.of(
                                        table.columns().get(0),
                                        table.columns().get(1).withNotNull(Column.NotNull.PLAIN),
                                        email)
                                .toList(),
                        List.of(table.primaryKey().orElseThrow())));
        DiagramGraph graph = all(base, design);

        Card card = Samples.card(graph, "app", "users");
        assertThat(card.mark()).isEqualTo(Mark.CHANGED);
        assertThat(card.rows())
                .extracting(row -> row.name() + row.mark().sign())
                .containsExactly("id", "org_id~", "name−", "email+");
        assertThat(edge(graph, "users_org_id_fkey").mark()).isEqualTo(Mark.REMOVED);
        assertThat(edge(graph, "posts_author_id_fkey").mark()).isEqualTo(Mark.NONE);
    }

    @Test
    void marksTablesThatComeAndGo() {
        Schema app = base.schema("app").orElseThrow();
        Table added = DiagramEdits.newTable(app);
        Database design = Samples.edited(base, DiagramEdits.addTable(added));
        design = design.withSchemas(design.schemas().stream()
                .map(schema -> schema.withTables(schema.tables().stream()
                        .filter(table -> !table.name().name().equals("profiles"))
                        .toList()))
                .toList());
        DiagramGraph graph = all(base, design);

        assertThat(Samples.card(graph, "app", "new_table").mark()).isEqualTo(Mark.ADDED);
        assertThat(Samples.card(graph, "app", "profiles").mark()).isEqualTo(Mark.REMOVED);
        assertThat(edge(graph, "profiles_user_id_fkey").mark()).isEqualTo(Mark.REMOVED);
    }

    @Test
    void takesARenameForAChangeOfThatTableOnly() {
        Table users = Samples.table(base, "app", "users");
        Database design = Samples.edited(base, DiagramEdits.renameTable(base, users, "people"));
        DiagramGraph graph = all(base, design);

        Card people = Samples.card(graph, "app", "people");
        assertThat(people.key()).isEqualTo(users.id().key());
        assertThat(people.mark()).isEqualTo(Mark.CHANGED);
        assertThat(people.note()).isEqualTo("was users");
        assertThat(people.rows()).allMatch(row -> row.mark() == Mark.NONE);
        assertThat(Samples.card(graph, "app", "posts").mark()).isEqualTo(Mark.NONE);
        assertThat(graph.edges()).allMatch(edge -> edge.mark() == Mark.NONE);
    }

    @Test
    void showsTheKeysOfAVeryWideTable() {
        TableBuilder builder =
                TableBuilder.table("app", "wide").notNull("id", "uuid").primaryKey("id");
        for (int at = 0; at < 120; at++) {
            builder.column("c" + at, "text");
        }
        Database database = TestDatabases.database(
                builder.column("last", "text").unique("last").build());
        Card card = all(database, database).cards().firstEntry().getValue();

        assertThat(card.rows()).hasSize(40).extracting(Row::name).contains("id", "last");
        assertThat(card.hidden()).isEqualTo(82);
        assertThat(card.words()).endsWith("122 columns");
    }

    private static DiagramGraph all(Database base, Database design) {
        return DiagramGraph.of(base, design, new Scope.All());
    }

    private static List<String> names(DiagramGraph graph) {
        return graph.cards().values().stream()
                .map(Card::name)
                .map(QualifiedName::toString)
                .toList();
    }

    private static Edge edge(DiagramGraph graph, String name) {
        return graph.edges().stream()
                .filter(edge -> edge.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
