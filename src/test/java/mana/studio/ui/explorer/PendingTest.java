package mana.studio.ui.explorer;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Edits;
import mana.studio.design.Sketch;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;

/// What is pending, in the explorer's lines.
class PendingTest {
    private final Snapshot snapshot = TestDatabases.platformSnapshot();
    private final Database base = snapshot.database();

    @Test
    void marksWhatIsAddedChangedAndRemoved() {
        Table sessions = base.table(new QualifiedName("auth", "sessions")).orElseThrow();
        Table users = base.table(new QualifiedName("auth", "users")).orElseThrow();
        Database design =
                Edits.add(base, table("auth", "devices").notNull("id", "uuid").build());
        design = Edits.drop(design, sessions.id()).database();
        design = Edits.changeTable(design, users.id(), table -> table.withComment("people"));

        assertThat(outline(lines(design), 3))
                .startsWith(
                        "auth · mana-auth",
                        "  Tables 3",
                        "    + devices",
                        "    − sessions",
                        "    ~ users [12k]",
                        "  Views 1",
                        "    active_users");
    }

    @Test
    void marksColumnsAndShowsThoseThatAreGone() {
        Table sessions = base.table(new QualifiedName("auth", "sessions")).orElseThrow();
        Database design = Edits.dropColumn(
                        base,
                        sessions.id(),
                        sessions.column("ip_address").orElseThrow().id())
                .database();
        design = Edits.renameColumn(
                design, sessions.id(), sessions.column("token").orElseThrow().id(), "secret");

        List<ExplorerNode> lines = lines(design);
        ExplorerNode line = ExplorerNode.pathTo("relation:auth.sessions", lines).getLast();
        assertThat(line.mark()).isEqualTo(Mark.CHANGED);
        assertThat(outline(line.children(), 1))
                .startsWith("id uuid", "user_id uuid", "~ secret text")
                .contains("− ip_address inet");
    }

    @Test
    void showsSchemasThatComeAndGo() {
        Database design = Edits.addSchema(base, Edits.newSchema(base, "mail"));
        design = Edits.drop(design, base.schema("events").orElseThrow().id()).database();

        assertThat(outline(lines(design), 1))
                .containsExactly(
                        "auth · mana-auth",
                        "credits · mana-credits",
                        "− events · mana-events",
                        "+ mail · mana-mail",
                        "Extensions 1",
                        "Other objects 1");
    }

    @Test
    void tellsASuccessorFromTheOneThatWent() {
        Table users = base.table(new QualifiedName("credits", "transactions")).orElseThrow();
        Database design = Edits.drop(base, users.id()).database();
        design = Edits.add(
                design, table("credits", "transactions").notNull("id", "uuid").build());

        List<ExplorerNode> lines = lines(design);
        assertThat(outline(lines, 3)).contains("    − transactions [200k]", "    + transactions [200k]");
        assertThat(ExplorerNode.pathTo("relation:credits.transactions", lines)
                        .getLast()
                        .mark())
                .isEqualTo(Mark.ADDED);
    }

    @Test
    void keepsItsMarksUnderAFilter() {
        Table sessions = base.table(new QualifiedName("auth", "sessions")).orElseThrow();
        Database design = Edits.rename(base, sessions.id(), "logins");

        assertThat(outline(new ExplorerFilter("logins").narrow(lines(design)), 3))
                .containsExactly("auth · mana-auth", "  Tables 1 of 2", "    ~ logins");
    }

    @Test
    void looksTheSameWhereWhatIsTypedIsNotSeen() {
        Table sessions = base.table(new QualifiedName("auth", "sessions")).orElseThrow();
        Pending one = pending(Edits.changeTable(base, sessions.id(), table -> table.withComment("a")));

        assertThat(one.looksLike(pending(Edits.changeTable(base, sessions.id(), table -> table.withComment("ab")))))
                .isTrue();
        assertThat(one.looksLike(pending(Edits.rename(base, sessions.id(), "logins"))))
                .isFalse();
        assertThat(one.looksLike(pending(Edits.dropColumn(
                                base,
                                sessions.id(),
                                sessions.columns().getLast().id())
                        .database())))
                .isFalse();
        assertThat(one.looksLike(Pending.NONE)).isFalse();
    }

    private Pending pending(Database design) {
        return Pending.of(base, new Sketch(design, List.of()));
    }

    private List<ExplorerNode> lines(Database design) {
        return ExplorerTree.of(snapshot, design, pending(design), ServiceRegistry.MANA);
    }

    private static List<String> outline(List<ExplorerNode> lines, int depth) {
        List<String> outline = new ArrayList<>();
        for (ExplorerNode line : lines) {
            LineText text = LineText.of(line.entry());
            String sign = line.mark().sign().isEmpty() ? "" : line.mark().sign() + " ";
            String amount = text.amount().isEmpty() ? "" : " [" + text.amount() + "]";
            String note = text.note().isEmpty() ? "" : " " + text.note();
            outline.add(sign + text.name() + note + amount);
            if (depth > 1) {
                outline(line.children(), depth - 1).forEach(below -> outline.add("  " + below));
            }
        }
        return outline;
    }
}
