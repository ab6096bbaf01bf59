package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;

/// The schema along a chain, found by running it.
class ReplayTest {
    private static MigrationFolder chain(String... files) {
        List<Migration> migrations = java.util.stream.IntStream.range(0, files.length)
                .mapToObj(at -> new Migration(
                        at, at, "000" + at + "_m", at + 1, true, new MigrationFile(Path.of("x"), files[at]), null))
                .toList();
        return new MigrationFolder(Path.of("x"), Layout.JOURNAL, migrations, List.of(), List.of());
    }

    private static boolean has(Replay.States states, int point, String table) {
        Database database = Objects.requireNonNull(states.at().get(point));
        return database.relation(new QualifiedName("a", table)).isPresent();
    }

    @Test
    void showsBeforeAndAfter() throws Exception {
        MigrationFolder chain = chain(
                "CREATE SCHEMA a;--> statement-breakpoint\nCREATE TABLE a.one (id int);",
                "CREATE TABLE a.two (id int);");
        Replay.States states = Replay.of(chain, List.of(), List.of(0, 1, 2), new Cancellation());
        assertThat(states.problem()).isNull();
        assertThat(has(states, 0, "one")).isFalse();
        assertThat(has(states, 1, "one")).isTrue();
        assertThat(has(states, 1, "two")).isFalse();
        assertThat(has(states, 2, "two")).isTrue();
        Migration second = chain.migrations().get(1);
        assertThat(Traces.of(second, Objects.requireNonNull(states.at().get(1))).sentence())
                .isEqualTo("What it creates is not in this database: table a.two.");
        assertThat(Traces.of(second, Objects.requireNonNull(states.at().get(2))).sentence())
                .isEqualTo("What it creates is in this database: table a.two.");
    }

    @Test
    void runsWhatOtherServicesMakeFirst() throws Exception {
        MigrationFolder other = chain("CREATE SCHEMA a; CREATE TABLE a.users (id int PRIMARY KEY);");
        MigrationFolder own =
                chain("CREATE TABLE a.mine (id int REFERENCES a.users);", "CREATE TABLE a.broken (id nonsense);");
        Replay.States states = Replay.of(own, List.of(other), List.of(0, 1, 2), new Cancellation());
        assertThat(has(states, 1, "mine")).isTrue();
        assertThat(states.sources().get(1)).isEqualTo(Replay.Source.REPLAYED_WITH_OTHERS);
        assertThat(states.at()).doesNotContainKey(2);
        assertThat(states.problem()).startsWith("0001_m, line 1:").contains("nonsense");
    }
}
