package mana.studio.ui.design.state;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.design.Edits;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import org.junit.jupiter.api.Test;

class ColumnsModelTest {
    private final Table users = table("auth", "users")
            .notNull("id", "uuid")
            .column("email", "text")
            .column("name", "text")
            .unique("email")
            .primaryKey("id")
            .index("idx_users_email_name", "email", "name")
            .build();
    private final PlainSession session = new PlainSession(users);
    private final TableModel table = session.model(users);
    private final ColumnsModel columns = new ColumnsModel(table);

    @Test
    void keepsItsRowsWhileTheColumnsStay() {
        ColumnRow email = columns.rows().get(1);

        session.edit(database -> Edits.renameColumn(database, users.id(), PlainSession.id(users, "email"), "mail"));

        assertThat(columns.rows().get(1)).isSameAs(email);
        assertThat(email.line().get().column().name()).isEqualTo("mail");
        assertThat(email.line().get().mark()).isEqualTo(Mark.CHANGED);
    }

    @Test
    void showsARemovedColumnWhereItWas() {
        session.edit(database -> Edits.dropColumn(database, users.id(), PlainSession.id(users, "email"))
                .database());

        assertThat(marks()).containsExactly(Mark.SAME, Mark.REMOVED, Mark.SAME);
        assertThat(columns.rows().get(1).line().get().column().name()).isEqualTo("email");
    }

    @Test
    void bringsBackAColumnWithItsKeysAndIndexes() {
        session.edit(database -> Edits.dropColumn(database, users.id(), PlainSession.id(users, "email"))
                .database());

        Restoring.column(table, PlainSession.id(users, "email"));

        assertThat(session.table(users)).isEqualTo(users);
    }

    @Test
    void addsBehindTheExistingOnes() {
        Identity first = columns.add(PlainSession.id(users, "id"));
        columns.add(PlainSession.id(users, "id"));

        assertThat(session.columns(users)).containsExactly("id", "email", "name", "new_column_1", "new_column");
        columns.move(List.of(first), -1);
        assertThat(session.columns(users)).containsExactly("id", "email", "name", "new_column", "new_column_1");
    }

    @Test
    void movesNothingAboveWhatExists() {
        Identity added = columns.add(null);

        columns.move(List.of(added), -1);

        assertThat(session.columns(users)).containsExactly("id", "email", "name", "new_column");
        assertThat(columns.said().get()).startsWith("PostgreSQL cannot reorder");
        columns.move(List.of(PlainSession.id(users, "email")), 1);
        assertThat(columns.said().get()).startsWith("PostgreSQL cannot reorder");
    }

    @Test
    void putsTheColumnsOfANewTableInAnyOrder() {
        Table fresh = table("auth", "fresh")
                .column("a", "text")
                .column("b", "text")
                .column("c", "text")
                .build();
        session.edit(database -> Edits.add(database, fresh));
        ColumnsModel columnsOfFresh = new ColumnsModel(session.model(fresh));

        columnsOfFresh.move(List.of(PlainSession.id(fresh, "b"), PlainSession.id(fresh, "c")), -1);
        assertThat(session.columns(fresh)).containsExactly("b", "c", "a");
        columnsOfFresh.add(PlainSession.id(fresh, "b"));
        assertThat(session.columns(fresh)).containsExactly("b", "new_column", "c", "a");
        columnsOfFresh.move(List.of(PlainSession.id(fresh, "b")), 1);
        assertThat(session.columns(fresh)).containsExactly("new_column", "b", "c", "a");
    }

    @Test
    void duplicatesUnderANewName() {
        List<Identity> copies = columns.duplicate(List.of(PlainSession.id(users, "email")));

        assertThat(copies).hasSize(1);
        assertThat(session.columns(users)).containsExactly("id", "email", "name", "email_copy");
    }

    @Test
    void takesColumnsIntoThePrimaryKeyAndOut() {
        columns.toggleKey(PlainSession.id(users, "email"));

        assertThat(session.table(users).primaryKey().orElseThrow().columns()).containsExactly("id", "email");
        assertThat(session.table(users).column("email").orElseThrow().isNotNull())
                .isTrue();
        columns.toggleNotNull(PlainSession.id(users, "email"));
        assertThat(columns.said().get()).isEqualTo("A column of the primary key is not null.");
        columns.toggleKey(PlainSession.id(users, "id"));
        columns.toggleKey(PlainSession.id(users, "email"));
        assertThat(session.table(users).primaryKey()).isEmpty();
        columns.toggleKey(PlainSession.id(users, "id"));
        assertThat(session.table(users)
                        .primaryKey()
                        .orElseThrow()
                        .id()
                        .same(users.primaryKey().orElseThrow().id()))
                .isTrue();
    }

    @Test
    void leavesTheColumnsOfAPartitionToItsParent() {
        Table part = table("auth", "part")
                .column("a", "text")
                .partitionOf("auth", "whole", "DEFAULT")
                .build();
        PlainSession other = new PlainSession(part);
        ColumnsModel columnsOfPart = new ColumnsModel(other.model(part));

        assertThat(columnsOfPart.add(null)).isNull();

        assertThat(columnsOfPart.said().get()).contains("auth.whole");
        assertThat(columnsOfPart.rows().getFirst().line().get().locked()).contains("auth.whole");
        assertThat(other.now().isEmpty()).isTrue();
    }

    private List<Mark> marks() {
        return columns.rows().stream().map(row -> row.line().get().mark()).toList();
    }
}
