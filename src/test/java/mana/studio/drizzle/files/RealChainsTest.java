package mana.studio.drizzle.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real chains of migrations are read as the real migrator read them.
class RealChainsTest {
    private static final Path DATA = Path.of(System.getProperty("mana.shared", "../shared"), "data", "migrations");

    @TestFactory
    Stream<DynamicTest> readsWhatTheRealMigratorRead() throws IOException {
        assumeTrue(Files.exists(DATA), "the real chains are not here: " + DATA);
        JsonNode index = JsonMapper.builder().build().readTree(Files.readString(DATA.resolve("index.json")));
        return StreamSupport.stream(index.spliterator(), false)
                .map(chain -> DynamicTest.dynamicTest(chain.path("name").asString(), () -> check(chain)));
    }

    private static void check(JsonNode chain) throws IOException {
        String name = chain.path("name").asString();
        MigrationFolder folder = MigrationFolders.read(
                DATA.resolve("repos").resolve(name).resolve(chain.path("path").asString()));
        List<String> expected = Files.readAllLines(DATA.resolve("expected").resolve(name + ".tsv"));
        assertThat(folder.migrations().stream().map(RealChainsTest::row))
                .containsExactlyElementsOf(
                        expected.stream().skip(1).map(RealChainsTest::known).toList());
        checkFlaws(folder, chain);
    }

    private static String row(Migration migration) {
        MigrationFile file = migration.file();
        return String.join(
                "\t",
                String.valueOf(migration.position()),
                String.valueOf(migration.index() == null ? migration.position() : migration.index()),
                migration.tag(),
                String.valueOf(migration.when()),
                file == null ? "NO FILE" : file.hash(),
                file == null ? "" : String.valueOf(file.chunks().size()),
                migration.snapshot() == null ? "0" : "1");
    }

    /// Without what only a database tells.
    private static String known(String line) {
        return String.join("\t", List.of(line.split("\t", -1)).subList(0, 7));
    }

    private static void checkFlaws(MigrationFolder folder, JsonNode chain) {
        JsonNode odd = chain.path("oddities");
        assertThat(count(folder, Flaw.NoJournal.class))
                .isEqualTo(odd.path("no_journal").path("count").asInt(0));
        assertThat(count(folder, Flaw.Stray.class))
                .isEqualTo(odd.path("sql_not_in_journal").path("count").asInt(0));
        assertThat(count(folder, Flaw.OutOfOrder.class))
                .isEqualTo(odd.path("non_monotonic_when").path("count").asInt(0));
        assertThat(count(folder, Flaw.DuplicateNumber.class))
                .isEqualTo(odd.path("same_number_twice").path("count").asInt(0));
        assertThat(count(folder, Flaw.MissingSnapshot.class))
                .isEqualTo(odd.path("missing_snapshot").path("count").asInt(0));
        assertThat(count(folder, Flaw.MissingFile.class))
                .isEqualTo(odd.path("missing_sql").path("count").asInt(0));
        assertThat(count(folder, Flaw.Unreadable.class)).isZero();
        assertThat(folder.layout())
                .isEqualTo(chain.path("format").asString().equals("folder") ? Layout.FOLDERS : Layout.JOURNAL);
    }

    private static long count(MigrationFolder folder, Class<? extends Flaw> kind) {
        return folder.flaws().stream().filter(kind::isInstance).count();
    }
}
