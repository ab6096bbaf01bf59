package mana.studio.ui.explorer;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Database;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ExplorerModelTest {
    private TestSession session;
    private ExplorerModel model;

    /// What is pending is found behind the interface, and comes back on its thread.
    @BeforeEach
    void open() {
        session = new TestSession(TestDatabases.platformSnapshot());
        model = new ExplorerModel(session);
    }

    @Test
    void groupsObjectsBySchemaAndKindAndHidesNothing() {
        assertThat(outline(model.lines().get(), 3))
                .containsExactly(
                        "auth · mana-auth",
                        "  Tables 2",
                        "    sessions",
                        "    users [12k]",
                        "  Views 1",
                        "    active_users",
                        "  Enums 1",
                        "    user_role",
                        "  Functions 1",
                        "    touch ()",
                        "credits · mana-credits",
                        "  Tables 1",
                        "    transactions [200k]",
                        "  Sequences 1",
                        "    invoice_number",
                        "events · mana-events",
                        "  Tables 1",
                        "    page_views",
                        "Extensions 1",
                        "  pgcrypto 1.3",
                        "Other objects 1",
                        "  credits.total(integer) aggregate");
    }

    @Test
    void showsColumnsKeysIndexesAndPartitionsBelowTables() {
        assertThat(outline(below("relation:auth.sessions"), 2))
                .containsExactly(
                        "id uuid",
                        "user_id uuid",
                        "token text",
                        "ip_address inet",
                        "expires_at timestamp with time zone",
                        "Keys 3",
                        "  sessions_pkey id",
                        "  sessions_token_key token",
                        "  sessions_user_id_fkey user_id → auth.users",
                        "Indexes 1",
                        "  idx_sessions_user_id user_id");
        assertThat(outline(below("relation:events.page_views"), 2))
                .endsWith("Partitions 2", "  page_views_2026_01", "  page_views_2026_02");
    }

    @Test
    void narrowsToNamesThatHoldEveryWord() {
        model.filter().set("  SES ");
        assertThat(outline(model.lines().get(), 3))
                .containsExactly("auth · mana-auth", "  Tables 1 of 2", "    sessions");

        model.filter().set("credits.tr");
        assertThat(outline(model.lines().get(), 3))
                .containsExactly("credits · mana-credits", "  Tables 1", "    transactions [200k]");

        model.filter().set("user act");
        assertThat(outline(model.lines().get(), 3))
                .containsExactly("auth · mana-auth", "  Views 1", "    active_users");
    }

    @Test
    void narrowsToAPartitionBelowItsParent() {
        model.filter().set("2026_02");

        assertThat(outline(model.lines().get(), 5))
                .containsExactly(
                        "events · mana-events",
                        "  Tables 1",
                        "    page_views",
                        "      Partitions 1 of 2",
                        "        page_views_2026_02");
    }

    @Test
    void narrowsExtensionsAndOthersToo() {
        model.filter().set("total");

        assertThat(outline(model.lines().get(), 2))
                .containsExactly("Other objects 1", "  credits.total(integer) aggregate");
    }

    @Test
    void opensWhatLeadsToAMatchAndForgetsItWithTheFilter() {
        ExplorerNode auth = model.lines().get().getFirst();
        assertThat(model.isExpanded(auth)).isFalse();

        model.filter().set("sess");
        assertThat(ExplorerNode.pathTo("relation:auth.sessions", model.lines().get()))
                .extracting(model::isExpanded)
                .containsExactly(true, true, false);

        model.filter().set("");
        assertThat(model.isExpanded(model.lines().get().getFirst())).isFalse();
    }

    @Test
    void keepsWhatIsOpenWhenTheCatalogIsReadAgain() {
        model.expanded(model.lines().get().getFirst(), true);

        session.read(TestDatabases.snapshot(TestDatabases.database(
                table("auth", "accounts").build(), table("zoo", "animals").build())));

        assertThat(model.lines().get())
                .filteredOn(model::isExpanded)
                .extracting(ExplorerNode::key)
                .containsExactly("schema:auth");
    }

    @Test
    void keepsItsLinesWhenTheCatalogSaysWhatItSaid() {
        List<ExplorerNode> before = model.lines().get();

        session.read(TestDatabases.platformSnapshot());

        assertThat(model.lines().get()).isSameAs(before);
    }

    @Test
    void saysWhyThereIsNothing() {
        TestSession unread = new TestSession(null);
        ExplorerModel other = new ExplorerModel(unread);
        assertThat(other.state().get()).isEqualTo(ExplorerModel.State.LOADING);

        Database empty = new Database(
                "empty",
                180_006,
                "postgres",
                null,
                List.of(TestDatabases.schema("public", List.of())),
                List.of(),
                List.of(),
                List.of());
        unread.read(TestDatabases.snapshot(empty));
        assertThat(other.state().get()).isEqualTo(ExplorerModel.State.EMPTY);

        model.filter().set("nothing has such a name");
        assertThat(model.state().get()).isEqualTo(ExplorerModel.State.NOTHING_FOUND);
    }

    private List<ExplorerNode> below(String key) {
        return ExplorerNode.pathTo(key, model.lines().get()).getLast().children();
    }

    private static List<String> outline(List<ExplorerNode> lines, int depth) {
        List<String> outline = new ArrayList<>();
        for (ExplorerNode line : lines) {
            LineText text = LineText.of(line.entry());
            String amount = text.amount().isEmpty() ? "" : " [" + text.amount() + "]";
            String note = text.note().isEmpty() ? "" : " " + text.note();
            outline.add(text.name() + note + amount);
            if (depth > 1) {
                outline(line.children(), depth - 1).forEach(below -> outline.add("  " + below));
            }
        }
        return outline;
    }
}
