package mana.studio.ui.structure;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.testing.TestDatabases;
import mana.studio.ui.structure.Section.Cell;
import org.junit.jupiter.api.Test;

class ObjectSectionsTest {
    private final Snapshot snapshot = TestDatabases.platformSnapshot();

    @Test
    void saysEverythingAboutATable() {
        assertThat(text(object("auth.users"), Map.of("idx_users_created_at", 16_384L)))
                .containsExactly(
                        "Keys: Name | Kind | Columns",
                        "  users_pkey | primary key | id",
                        "  users_email_key | unique | email",
                        "Checks: Name | Expression",
                        "  users_email_check | `((email ~~ '%@%'::text))`",
                        "Indexes: Name | Method | Keys | Where | Notes | Size",
                        "  idx_users_created_at | btree | `created_at` | `` |  | 16 kB",
                        "  idx_users_active | btree | `role, created_at` | `(deleted_at IS NULL)`"
                                + " | !invalid: not used by queries, still written to | ",
                        "Triggers: Name | Definition",
                        "  touch_users | `CREATE TRIGGER touch_users BEFORE UPDATE ON auth.users FOR EACH ROW EXECUTE"
                                + " FUNCTION auth.touch()`",
                        "Row security (on): Policy | Command | Kind | Roles | Using",
                        "  own_row | all | permissive | PUBLIC | `(id = (current_setting('app.user_id'::text))::uuid)`",
                        "Privileges: Role | May | Granted by",
                        "  mana_app | SELECT, INSERT, UPDATE | postgres");
    }

    @Test
    void leadsFromAForeignKeyToItsTable() {
        assertThat(text(object("credits.transactions"), Map.of()))
                .contains(
                        "Foreign keys: Name | Columns | References | On delete | On update",
                        "  transactions_user_id_fkey | user_id | <auth.users (id)> | cascade | no action");
    }

    @Test
    void namesPartitionsAndParents() {
        assertThat(text(object("events.page_views"), Map.of()))
                .containsExactly(
                        "Partitions: Name | Bound",
                        "  <events.page_views_2026_01> | `FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01"
                                + " 00:00:00+00')`",
                        "  <events.page_views_2026_02> | `FOR VALUES FROM ('2026-02-01 00:00:00+00') TO ('2026-03-01"
                                + " 00:00:00+00')`",
                        "Details: ",
                        "  Partitioned by | `RANGE (seen_at)`");
        assertThat(text(object("events.page_views_2026_01"), Map.of()))
                .contains("  Partition of | <events.page_views>");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(text(table("a", "plain").column("b", "text").build(), Map.of()))
                .isEmpty();
    }

    @Test
    void saysWhatTypesSequencesAndFunctionsAre() {
        assertThat(text(object("auth.user_role"), Map.of()))
                .containsExactly("Labels: # | Label", "  1 | guest", "  2 | member", "  3 | admin");
        assertThat(text(object("credits.invoice_number"), Map.of())).contains("  Start | 1000", "  Cycle | no");
        assertThat(text(object("auth.touch"), Map.of()))
                .containsExactly("Details: ", "  Arguments | `none`", "  Returns | `trigger`", "  Language | plpgsql");
    }

    @Test
    void showsColumnsWithTheirMarksAndReferences() {
        List<ColumnLine> lines = ColumnLine.of((Relation) object("auth.sessions"));

        assertThat(lines)
                .extracting(line -> line.column().name() + " "
                        + line.marks().stream().map(mark -> mark.text()).toList())
                .containsExactly(
                        "id [primary key]",
                        "user_id [references auth.users (id)]",
                        "token [unique]",
                        "ip_address []",
                        "expires_at []");
        assertThat(lines.get(1).references())
                .extracting(ColumnLine.Reference::text)
                .containsExactly("auth.users.id");
        assertThat(ColumnLine.of(TestDatabases.users().build()).get(4).defaultText())
                .isEqualTo("= lower(email)");
    }

    @Test
    void findsWhatRefersToATable() {
        assertThat(text(References.of(snapshot.database(), object("auth.users"))))
                .containsExactly(
                        "Referenced by: Table | Columns | On delete | On update | Foreign key",
                        "  <auth.sessions> | user_id → id | cascade | no action | sessions_user_id_fkey",
                        "  <credits.transactions> | user_id → id | cascade | no action | transactions_user_id_fkey",
                        "Read by views: View",
                        "  <auth.active_users>",
                        "Named in functions: Function | Language",
                        "  <auth.touch()> | plpgsql");
    }

    @Test
    void findsWhatATableAndAViewReferTo() {
        assertThat(text(References.of(snapshot.database(), object("auth.sessions"))))
                .containsExactly(
                        "References: Columns | References | On delete | On update | Foreign key",
                        "  user_id | <auth.users (id)> | cascade | no action | sessions_user_id_fkey");
        assertThat(text(References.of(snapshot.database(), object("auth.active_users"))))
                .containsExactly("Reads from: Relation", "  <auth.users>");
    }

    @Test
    void findsTheColumnsOfATypeAndTheTriggersOfAFunction() {
        assertThat(text(References.of(snapshot.database(), object("auth.user_role"))))
                .containsExactly(
                        "Used by columns: Relation | Column | Type", "  <auth.users> | role | `auth.user_role`");
        assertThat(text(References.of(snapshot.database(), object("auth.touch"))))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("  <auth.users> | touch_users | ");
    }

    private SchemaObject object(String name) {
        return snapshot.database().schemas().stream()
                .flatMap(schema -> schema.objects())
                .filter(object -> object.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> text(SchemaObject object, Map<String, Long> indexSizes) {
        return text(ObjectSections.of(object, snapshot, indexSizes));
    }

    private static List<String> text(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        Stream.of(section.title() + ": " + String.join(" | ", section.headings())),
                        section.lines().stream()
                                .map(line -> "  "
                                        + line.stream()
                                                .map(ObjectSectionsTest::text)
                                                .collect(Collectors.joining(" | ")))))
                .toList();
    }

    private static String text(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> words.text();
            case Cell.Muted muted -> muted.text();
            case Cell.Code code -> "`" + code.text() + "`";
            case Cell.Link link -> "<" + link.text() + ">";
            case Cell.Warning warning -> "!" + warning.text();
        };
    }
}
