package mana.studio.safety.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mana.studio.connection.Cancellation;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.dryrun.DryRun.Transactions;
import mana.studio.safety.dryrun.Observation.Outcome;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Statements whose effects were measured on servers of many versions by other means: the dry run sees the same.
class MeasuredHazardsTest {
    private static final Path SHARED = Path.of(System.getProperty("mana.shared", "../shared"));
    private static final Path HAZARDS = SHARED.resolve("facts/ddl-hazards.json");
    private static final Path SCHEMA = SHARED.resolve("data/dry-run/base-schema.sql");

    /// What waits by itself: its locks were measured only where it happened to wait.
    private static final Set<String> READS_NOTHING = Set.of("TRUNCATE");

    private static ScratchDatabase base;
    private static Set<String> names = Set.of();

    @TestFactory
    Stream<DynamicTest> seesWhatWasMeasured() throws Exception {
        assumeTrue(Files.exists(HAZARDS), "the measured hazards are not beside this checkout");
        base = ScratchServer.shared().create();
        base.load(Files.readString(SCHEMA), new Cancellation());
        try (var session = base.source().getConnection();
                var statement = session.createStatement();
                var rows = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace")) {
            names = new TreeSet<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        String version = String.valueOf(ScratchServer.shared().version() / 10_000);
        JsonNode cases = new ObjectMapper().readTree(Files.readString(HAZARDS));
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(hazard -> hazard.get("pg").has(version))
                .map(hazard -> DynamicTest.dynamicTest(
                        hazard.get("id").stringValue(), () -> check(hazard, hazard.get("pg").get(version))));
    }

    @AfterAll
    static void drop() throws ScratchException {
        if (base != null) {
            base.close();
        }
    }

    private static void check(JsonNode hazard, JsonNode measured) throws Exception {
        String setup = text(hazard.get("setup"));
        boolean alone = measured.path("inTx").isNull() || measured.path("inTx").isMissingNode();
        List<String> statements = new ArrayList<>();
        Stream.of("session", "pre").map(key -> text(hazard.get(key))).forEach(sql -> statements.addAll(split(sql)));
        int earlier = statements.size();
        statements.addAll(split(text(hazard.get("sql"))));
        if (setup.isEmpty() && alone) {
            compare(run(base, statements), earlier, measured);
            return;
        }
        try (ScratchDatabase own = base.copy()) {
            own.load(setup.isEmpty() ? "" : "SET search_path = app;" + setup, new Cancellation());
            compare(run(own, statements), earlier, measured);
        }
    }

    private static DryRunReport run(ScratchDatabase database, List<String> statements) throws Exception {
        return DryRun.onScratch(database, statements, Transactions.ONE, new Cancellation());
    }

    private static void compare(DryRunReport report, int earlier, JsonNode measured) {
        List<Observation> seen = report.observations().subList(earlier, report.observations().size());
        Observation last = seen.getLast();
        if (last.outcome() == Outcome.REFUSED) {
            assertThat(measured.get("inTx").stringValue()).contains(last.messages().getLast());
            return;
        }
        if (measured.has("error")) {
            assertThat(measured.get("error").stringValue()).startsWith(String.valueOf(last.effects().error()));
            return;
        }
        boolean inTransaction = measured.get("inTx").isNull();
        assertThat(last.effects().inTransaction()).isEqualTo(inTransaction);
        if (inTransaction) {
            assertThat(last.error()).isNull();
        }
        Map<String, String> old = new HashMap<>();
        seen.forEach(one -> one.renamed().forEach((before, after) -> old.put(short_(after.name()), short_(before.name()))));
        assertLocks(seen, old, measured, inTransaction);
        if (!inTransaction) {
            return;
        }
        Effects effects = last.effects();
        Set<String> made = strings(measured.get("new"));
        made.retainAll(strings(measured.get("gone")));
        Set<String> rewritten = names(effects.rewritten());
        rewritten.removeIf(name -> made.contains("index:" + name));
        assertThat(rewritten)
                .as("rewritten")
                .isEqualTo(strings(measured.get("rewritten")).stream()
                        .map(name -> name.substring(name.indexOf(':') + 1))
                        .collect(Collectors.toCollection(TreeSet::new)));
        boolean emptied = last.sql().startsWith("TRUNCATE");
        assertThat(names(effects.scanned()))
                .as("scanned")
                .isEqualTo(strings(measured.get("scans")).stream()
                        .filter(scan -> scan.contains(":scan") && !emptied)
                        .map(scan -> scan.substring(0, scan.indexOf(':')))
                        .filter(names::contains)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static void assertLocks(
            List<Observation> seen, Map<String, String> old, JsonNode measured, boolean inTransaction) {
        Map<String, LockMode> locks = new TreeMap<>();
        for (Observation one : seen) {
            one.effects().locks().forEach((touched, mode) -> {
                String name = old.getOrDefault(touched.name().name(), touched.name().name());
                locks.merge(name, mode, LockMode::strongest);
            });
        }
        Map<String, LockMode> expected = new TreeMap<>();
        measured.get("locks").properties().forEach(entry -> {
            String[] words = entry.getKey().split(" ", 2);
            String name = words.length < 2 ? "" : short_(words[1]);
            String before = old.getOrDefault(name, name);
            for (JsonNode mode : entry.getValue()) {
                if (words[0].matches("table|ptable|index|pindex|seq|view|mview|composite") && names.contains(before)) {
                    LockMode lock = LockMode.ofServer(mode.stringValue());
                    if (!words[0].endsWith("index") || lock.compareTo(LockMode.ROW_EXCLUSIVE) > 0) {
                        expected.merge(before, lock, LockMode::strongest);
                    }
                }
            }
        });
        if (inTransaction) {
            assertThat(locks).as("locks").isEqualTo(expected);
        } else {
            assertThat(locks).as("locks").containsAllEntriesOf(expected);
        }
    }

    private static String short_(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Set<String> names(Set<Touched> touched) {
        return touched.stream().map(one -> one.name().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::stringValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> split(String sql) {
        return Arrays.stream(sql.split(";\\s*(?=[A-Z]|$)")).filter(part -> !part.isBlank()).toList();
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? "" : node.stringValue();
    }
}
