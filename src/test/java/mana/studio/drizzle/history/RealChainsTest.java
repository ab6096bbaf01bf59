package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.MigrationsTable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is foretold of real chains is what the real migrator did with them.
class RealChainsTest {
    private static final Path DATA = Path.of(System.getProperty("mana.shared", "../shared"), "data", "migrations");

    @TestFactory
    Stream<DynamicTest> foretellsWhatTheRealMigratorDid() throws IOException {
        assumeTrue(Files.exists(DATA), "the real chains are not here: " + DATA);
        JsonNode index = JsonMapper.builder().build().readTree(Files.readString(DATA.resolve("index.json")));
        return StreamSupport.stream(index.spliterator(), false)
                .map(chain -> DynamicTest.dynamicTest(chain.path("name").asString(), () -> check(chain)));
    }

    private static void check(JsonNode chain) throws IOException {
        String name = chain.path("name").asString();
        MigrationFolder folder = MigrationFolders.read(
                DATA.resolve("repos").resolve(name).resolve(chain.path("path").asString()));
        List<String[]> expected = Files.readAllLines(DATA.resolve("expected").resolve(name + ".tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
        Line line = Line.of(folder);
        History history = History.of(new History.Setting(
                name,
                folder,
                Books.none(MigrationsTable.DEFAULT),
                Attribution.NONE,
                line,
                List.of(),
                null,
                Instant.parse("2026-11-20T00:00:00Z")));
        fresh(history, chain, expected);
        assertThat(Simulation.skippedStepByStep(folder, line).stream().map(Migration::tag))
                .containsExactlyElementsOf(expected.stream()
                        .filter(row -> row[8].equals("1"))
                        .map(row -> row[2])
                        .toList());
    }

    /// Whether the SQL itself succeeds is not asked here: a chain that the server refuses runs up to there.
    private static void fresh(History history, JsonNode chain, List<String[]> expected) {
        String real = chain.path("real_migrator").path("code").asString("").strip();
        if (real.startsWith("Can't find") || real.startsWith("No file")) {
            assertThat(history.fresh())
                    .isInstanceOfSatisfying(
                            Outcome.Refuses.class,
                            refuses -> assertThat(refuses.message()).startsWith(real.substring(0, 7)));
            assertThat(expected).noneMatch(row -> row[7].equals("1"));
            return;
        }
        Outcome.Runs runs = (Outcome.Runs) history.fresh();
        assertThat(runs.runs().stream().map(Migration::tag))
                .containsExactlyElementsOf(expected.stream().map(row -> row[2]).toList());
        assertThat(runs.skipped()).isEmpty();
        assertThat(history.entries().stream()
                        .filter(entry -> entry.migration() != null)
                        .map(Entry::state))
                .allMatch(State.Pending.class::isInstance);
    }
}
