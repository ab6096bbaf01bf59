package mana.studio.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.CancellationException;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestDatabases;
import mana.studio.ui.explorer.ObjectIndex.Hit;
import org.junit.jupiter.api.Test;

class ObjectIndexTest {
    private final Database database = TestDatabases.platform();
    private final ObjectIndex index = new ObjectIndex(database);

    @Test
    void findsATableBySomeOfItsLetters() {
        Hit best = search("crtrs").getFirst();

        assertThat(best.path()).isEqualTo("credits.transactions");
        assertThat(best.positions()).containsExactly(0, 1, 8, 9, 12);
    }

    @Test
    void findsAColumnByItsTableAndItsName() {
        assertThat(paths("trans.amo")).startsWith("credits.transactions.amount");
        assertThat(paths("credits.transactions.user")).startsWith("credits.transactions.user_id");
        assertThat(search("trans.amo").getFirst().positions()).containsExactly(8, 9, 10, 11, 19, 20, 21, 22, 23);
    }

    @Test
    void leavesOutColumnsWhoseTableAloneMatches() {
        assertThat(paths("transactions"))
                .startsWith("credits.transactions")
                .doesNotContain("credits.transactions.amount");
    }

    @Test
    void prefersObjectsToColumns() {
        assertThat(paths("user")).startsWith("auth.users", "auth.user_role").contains("auth.sessions.user_id");
    }

    @Test
    void findsEveryKindOfObject() {
        assertThat(paths("invnum")).containsExactly("credits.invoice_number");
        assertThat(paths("touch")).contains("auth.touch");
    }

    @Test
    void givesTheBestOfManyAndOnlyAsManyAsAsked() {
        ObjectIndex large = new ObjectIndex(TestDatabases.large(2_000).database());

        List<String> all = large.search("user_id", 100_000, () -> false).stream()
                .map(Hit::path)
                .toList();
        List<String> some =
                large.search("user_id", 50, () -> false).stream().map(Hit::path).toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(2_000);
        assertThat(some).isEqualTo(all.subList(0, 50));
    }

    @Test
    void stopsWhenItIsToldTo() {
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> index.search("user", 50, () -> true));
    }

    @Test
    void beginsWithTheRecentOnesWhereNothingIsAsked() {
        RecentObjects recent = new RecentObjects();
        recent.add(new QualifiedName("auth", "users"));
        recent.add(new QualifiedName("gone", "table"));
        recent.add(new QualifiedName("credits", "transactions"));
        recent.add(new QualifiedName("auth", "users"));

        List<Hit> first = index.first(RecentObjects.in(database, recent.names()), 3);

        assertThat(first).extracting(Hit::path).containsExactly("auth.users", "credits.transactions", "auth.sessions");
    }

    private List<Hit> search(String query) {
        return index.search(query, 50, () -> false);
    }

    private List<String> paths(String query) {
        return search(query).stream().map(Hit::path).toList();
    }
}
