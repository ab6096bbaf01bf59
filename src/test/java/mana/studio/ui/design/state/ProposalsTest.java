package mana.studio.ui.design.state;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    private final Table users = table("auth", "users")
            .notNull("id", "text")
            .column("email", "text")
            .primaryKey("id")
            .build();
    private final Table devices = table("auth", "devices")
            .notNull("tenant_id", "uuid")
            .notNull("number", "integer")
            .primaryKey("tenant_id", "number")
            .build();
    private final Table posts = table("blog", "posts")
            .notNull("id", "uuid")
            .column("title", "text")
            .column("author_user_id", "text")
            .column("tenant_id", "uuid")
            .column("device_number", "integer")
            .primaryKey("id")
            .build();
    private final Database database = TestDatabases.database(users, devices, posts);

    @Test
    void leadsAForeignKeyWhereAColumnIsNamedAfter() {
        assertThat(Proposals.target(database, posts, List.of()).name()).isEqualTo(users.name());

        ForeignKey key = Proposals.foreignKey(posts, users, List.of());
        assertThat(key.columns()).containsExactly("author_user_id");
        assertThat(key.referencedColumns()).containsExactly("id");
        assertThat(key.name()).isEqualTo("posts_author_user_id_fkey");
    }

    @Test
    void pairsTheColumnsOfAKeyOfSeveral() {
        ForeignKey key = Proposals.foreignKey(posts, devices, List.of());

        assertThat(key.columns()).containsExactly("tenant_id", "device_number");
        assertThat(key.referencedColumns()).containsExactly("tenant_id", "number");
    }

    @Test
    void takesTheColumnsThatAPersonPointsAt() {
        ForeignKey key = Proposals.foreignKey(posts, users, List.of("title"));

        assertThat(key.columns()).containsExactly("title");
        assertThat(KeyPairs.text(key)).isEqualTo("title → id");
    }

    @Test
    void namesAnIndexAfterTableAndColumns() {
        Index index = Proposals.index(posts, List.of("title"), Set.of("idx_posts_title"));
        assertThat(index.name()).isEqualTo("idx_posts_title_1");

        Index first = Proposals.index(posts, List.of("title"), Set.of());
        Index longer = IndexKeys.add(posts, first);
        assertThat(longer.name()).isEqualTo("idx_posts_title_id");
        Index other = IndexKeys.changed(Optional.of(posts), first, 0, key -> IndexKeys.with(key, "lower(title)"));
        assertThat(other.keys().getFirst().expression()).isEqualTo("lower(title)");
        assertThat(other.name()).isEqualTo("idx_posts_expr");
    }

    @Test
    void keepsNamesWithinWhatTheServerKeeps() {
        Table wide = table("a", "x".repeat(60)).column("y".repeat(30), "text").build();

        assertThat(Proposals.index(wide, List.of("y".repeat(30)), Set.of()).name())
                .hasSize(63);
    }

    @Test
    void beginsAConditionThatFitsTheType() {
        Optional<Column> title = posts.column("title");
        Optional<Column> number = posts.column("device_number");

        assertThat(Proposals.check(posts, title).expression()).isEqualTo("(title <> '')");
        assertThat(Proposals.check(posts, number).expression()).isEqualTo("(device_number >= 0)");
    }
}
