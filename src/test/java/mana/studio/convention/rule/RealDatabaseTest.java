package mana.studio.convention.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.convention.Breach;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.Switches;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The rules on the schema of a real `mana_platform`, where it lies beside the checkout: nobody reads hundreds of
/// findings.
class RealDatabaseTest {
    private static final Path DUMP =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps/mana_platform.sql");
    private static final Conventions CONVENTIONS = new Conventions(ServiceRegistry.MANA, Switches.NONE);

    /// The most that each rule may find.
    private static final Map<String, Integer> BOUNDS = Map.ofEntries(
            Map.entry("primary-key", 2),
            Map.entry("schema-owner", 16),
            Map.entry("public-enum", 18),
            Map.entry("foreign-key-index", 9),
            Map.entry("timestamptz", 7),
            Map.entry("created-at", 9),
            Map.entry("version-column", 1),
            Map.entry("updated-at", 56),
            Map.entry("primary-key-id", 19),
            Map.entry("plural-table", 3),
            Map.entry("boolean-name", 25),
            Map.entry("timestamp-name", 15),
            Map.entry("count-name", 1),
            Map.entry("index-name", 24),
            Map.entry("soft-delete-index", 1),
            Map.entry("text-type", 5));

    private static Database database;

    @BeforeAll
    static void load() throws IOException, ScratchException {
        assumeTrue(Files.isRegularFile(DUMP), () -> "There is no dump " + DUMP);
        database = Scratch.read(Files.readString(DUMP), new Cancellation());
    }

    @Test
    void findsAsMuchAsAPersonReads() {
        List<Breach> found = CONVENTIONS.check(database).open();
        Map<String, Long> counts = found.stream()
                .collect(Collectors.groupingBy(breach -> breach.rule().id(), TreeMap::new, Collectors.counting()));
        assertThat(counts)
                .allSatisfy(
                        (rule, count) -> assertThat(count).as(rule).isLessThanOrEqualTo(BOUNDS.getOrDefault(rule, 0)));
        assertThat(found).hasSizeBetween(150, 211);
    }

    @TestFactory
    Stream<DynamicTest> mendsWithoutBreaking() {
        return MendingLaw.of(database).stream();
    }

    @Test
    void looksAtATableWithinAKeystroke() {
        List<Table> tables = database.tables().toList();
        tables.forEach(table -> CONVENTIONS.check(database, table));
        long start = System.nanoTime();
        tables.forEach(table -> CONVENTIONS.check(database, table));
        assertThat((System.nanoTime() - start) / tables.size())
                .as("ns for a table")
                .isLessThan(20_000_000L);
    }
}
