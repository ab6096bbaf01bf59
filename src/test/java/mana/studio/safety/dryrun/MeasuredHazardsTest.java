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

    private static ScratchDatabase base;

    @TestFactory
    Stream<DynamicTest> seesWhatWasMeasured() throws Exception {
        assumeTrue(Files.exists(HAZARDS), "the measured hazards are not beside this checkout");
        base = ScratchServer.shared().create();
        base.load(Files.readString(SCHEMA), new Cancellation());
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
            compare(run(base, statements), earlier, measured, names(base));
            return;
        }
        try (ScratchDatabase own = base.copy()) {
            own.load(setup.isEmpty() ? "" : "SET search_path = app;" + setup, new Cancellation());
            Set<String> names = names(own);
            compare(run(own, statements), earlier, measured, names);
        }
    }

    private static DryRunReport run(ScratchDatabase database, List<String> statements) throws Exception {
        return DryRun.onScratch(database, statements, Transactions.ONE, new Cancellation());
    }

    private static Set<String> names(ScratchDatabase database) throws Exception {
        Set<String> names = new TreeSet<>();
        try (var session = database.source().getConnection();
                var statement = session.createStatement();
                var rows = statement.executeQuery(
                        "SELECT relname FROM pg_class WHERE relnamespace = 'app'::regnamespace")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private static void compare(DryRunReport report, int earlier, JsonNode measured, Set<String> names) {
        List<Observation> seen = report.observations().subList(earlier, report.observations().size());
        Observation last = seen.getLast();
        if (last.outcome() == Outcome.REFUSED) {
            assertThat(measured.get("inTx").stringValue()).contains(last.messages().getLast());
            return;
        }
        if (measured.has("error")) {
            // Measured with another search path, which the server's words depend on.
            assertThat(measured.get("error").stringValue())
                    .startsWith(String.valueOf(last.effects().error()).replace("app.", ""));
            return;
        }
        boolean inTransaction = measured.get("inTx").isNull();
        assertThat(last.effects().inTransaction()).isEqualTo(inTransaction);
        if (inTransaction) {
            assertThat(last.error()).isNull();
        }
        assertLocks(seen, measured, names);
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
                        .filter(name -> !name.equals("ticket") && !name.endsWith("_seq"))
                        .collect(Collectors.toCollection(TreeSet::new)));
        // A query may read a table by its indexes, as it did when this was measured on some versions.
        Set<String> scanned = last.sql().startsWith("TRUNCATE")
                ? Set.of()
                : strings(measured.get("scans")).stream()
                        .filter(scan -> scan.contains(":scan"))
                        .map(scan -> scan.substring(0, scan.indexOf(':')))
                        .filter(names::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
        boolean planned = last.sql().matches("(SELECT|CREATE MATERIALIZED VIEW) .*")
                || last.messages().stream().anyMatch(text -> text.startsWith("validating foreign key"));
        assertThat(names(effects.scanned())).as("scanned").containsAll(scanned);
        if (!planned) {
            assertThat(names(effects.scanned())).as("scanned").isEqualTo(scanned);
        }
    }

    private static void assertLocks(List<Observation> seen, JsonNode measured, Set<String> names) {
        Map<String, LockMode> locks = new TreeMap<>();
        Map<String, String> first = new HashMap<>();
        for (Observation one : seen) {
            one.effects().locks().forEach((touched, mode) -> {
                // Views and composite types that are gone were not looked at when this was measured.
                boolean wasMissed = (touched.kind() == Touched.Kind.VIEW
                                || touched.kind() == Touched.Kind.COMPOSITE_TYPE)
                        && one.gone().stream().anyMatch(object -> object.name().endsWith("." + touched.name().name()));
                if (!wasMissed) {
                    String name = first.getOrDefault(touched.name().name(), touched.name().name());
                    locks.merge(name, mode, LockMode::strongest);
                }
            });
            one.renamed().forEach((before, after) -> {
                String name = short_(before.name());
                first.put(short_(after.name()), first.getOrDefault(name, name));
            });
        }
        Map<String, LockMode> expected = new TreeMap<>();
        measured.get("locks").properties().forEach(entry -> {
            String[] words = entry.getKey().split(" ", 2);
            String now = words.length < 2 ? "" : short_(words[1]);
            String name = first.getOrDefault(now, now);
            for (JsonNode mode : entry.getValue()) {
                LockMode lock = words[0].matches("table|ptable|index|pindex|seq|view|mview|composite")
                        ? LockMode.ofServer(mode.stringValue())
                        : LockMode.ACCESS_SHARE;
                boolean counts = !words[0].endsWith("index") || lock.compareTo(LockMode.ROW_EXCLUSIVE) > 0;
                if (counts && names.contains(name)) {
                    expected.merge(name, lock, LockMode::strongest);
                }
            }
        });
        if (seen.getLast().effects().inTransaction()) {
            assertThat(locks).as("locks").isEqualTo(expected);
        } else {
            // What waited for nothing was not caught when this was measured, but by luck.
            expected.keySet().removeIf(name -> seen.getLast().sql().startsWith("VACUUM FULL") && !name.equals("lone"));
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
