package mana.studio.drizzle.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.schema.Database;
import mana.studio.testing.DrizzleKit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// drizzle-orm's own `migrate()` and ours, side by side: the same rows, the same catalog, and neither finds anything
/// left to do after the other. With `-Dmana.chains=all` for all real chains, each on an empty database and entry by
/// entry; with `-Dmana.drizzle.v1=FOLDER`, where drizzle-orm 1.0 is installed, for its folders too.
@Timeout(600)
class RealMigratorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SOME =
            Set.of("mana__core-auth-a", "mana__picture", "RooCodeInc__Roo-Code", "open-tomato__notifications");

    @TempDir
    private Path home;

    private record Case(String name, Path folder) {}

    @Test
    void doesWhatTheStableLineDoes() throws Exception {
        Path real = DrizzleKit.folder("migrate");
        List<Case> cases = new ArrayList<>();
        boolean all = System.getProperty("mana.chains", "").equals("all");
        assumeTrue(Files.exists(Migrating.SAMPLE), "the sample is not here");
        services(cases, "services");
        for (String broken : List.of(
                "missing-sql-file",
                "out-of-order-when",
                "orphan-sql-file",
                "merge-collision",
                "crlf-line-ends",
                "hybrid-layout",
                "jsonb-apostrophe/migrations",
                "concurrent-index/migrations",
                "enum-default-same-tx/migrations")) {
            cases.add(new Case("broken/" + broken, Migrating.SAMPLE.resolve("broken").resolve(broken)));
        }
        for (Chains.Chain chain : Chains.all()) {
            boolean stable = chain.recorded().path("format").asString().equals("flat");
            if (stable && (all || SOME.contains(chain.name()))) {
                cases.add(new Case(chain.name(), chain.folder()));
            }
        }
        compare(real, cases);
    }

    @Test
    void doesWhatOneDotZeroDoes() throws Exception {
        String installed = System.getProperty("mana.drizzle.v1", "");
        assumeTrue(!installed.isEmpty(), "drizzle-orm 1.0 is not installed here");
        DrizzleKit.home();
        List<Case> cases = new ArrayList<>();
        services(cases, "services-v1");
        services(cases, "services-v1-format8");
        for (Chains.Chain chain : Chains.all()) {
            if (chain.recorded().path("format").asString().equals("folder")) {
                cases.add(new Case(chain.name(), chain.folder()));
            }
        }
        compare(Path.of(installed), cases);
    }

    private static void services(List<Case> cases, String line) throws IOException {
        try (Stream<Path> services = Files.list(Migrating.SAMPLE.resolve(line))) {
            services.sorted()
                    .forEach(service -> cases.add(new Case(
                            line + "/" + service.getFileName(), service.resolve("src/db/migrations"))));
        }
    }

    private void compare(Path real, List<Case> cases) throws Exception {
        Files.copy(
                Path.of("src/test/resources/drizzle-kit/migrate.mjs"),
                real.resolve("migrate.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        List<Migrating> theirs = new ArrayList<>();
        List<Migrating> ours = new ArrayList<>();
        for (Case _ : cases) {
            theirs.add(migrating());
            ours.add(migrating());
        }
        List<JsonNode> said = run(real, cases, theirs);
        List<MigrateOutcome> outcomes = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            outcomes.add(ours.get(at).run(cases.get(at).folder()));
        }
        List<JsonNode> after = run(real, cases, ours);
        List<String> differences = new ArrayList<>();
        int applied = 0;
        for (int at = 0; at < cases.size(); at++) {
            String name = cases.get(at).name();
            MigrateOutcome outcome = outcomes.get(at);
            String one = said.get(at).path("ok").asBoolean() ? "applied" : "failed " + said.get(at).path("code").asString();
            String other = word(outcome);
            if (!one.equals(other)) {
                differences.add(name + ": theirs " + said.get(at) + ", ours " + other);
            } else if (outcome instanceof MigrateOutcome.Applied) {
                applied++;
                difference(name, theirs.get(at), ours.get(at), cases.get(at), after.get(at), differences);
            }
        }
        System.out.printf("%d folders, %d applied by both, %d differ%n", cases.size(), applied, differences.size());
        theirs.forEach(Migrating::drop);
        ours.forEach(Migrating::drop);
        assertThat(differences).isEmpty();
    }

    private void difference(
            String name, Migrating theirs, Migrating ours, Case folder, JsonNode after, List<String> differences)
            throws Exception {
        if (!theirs.rows().equals(ours.rows())) {
            differences.add(name + ": other rows");
        }
        if (!catalog(theirs).equals(catalog(ours))) {
            differences.add(name + ": another catalog");
        }
        if (!(theirs.run(folder.folder()) instanceof MigrateOutcome.NothingToDo)) {
            differences.add(name + ": ours finds something left by theirs");
        }
        int rows = ours.rows().size();
        if (!after.path("ok").asBoolean() || rows != theirs.rows().size()) {
            differences.add(name + ": theirs finds something left by ours: " + after);
        }
    }

    /// Where neither has anything to do: ours says so, theirs makes an error of a missing journal.
    private static String word(MigrateOutcome outcome) {
        return switch (outcome) {
            case MigrateOutcome.Applied _ -> "applied";
            case MigrateOutcome.Failed failed -> "failed " + failed.error().sqlState();
            case MigrateOutcome.Refused _ -> "failed ";
            case MigrateOutcome.NothingToDo nothing -> nothing.why().contains("no meta") ? "failed " : "applied";
            case MigrateOutcome.LockTimeout _,
                    MigrateOutcome.Unreachable _,
                    MigrateOutcome.Cancelled _,
                    MigrateOutcome.Lost _ -> outcome.toString();
        };
    }

    private Migrating migrating() throws Exception {
        Migrating migrating = new Migrating(home);
        migrating.table = MigrationsTable.DEFAULT;
        return migrating;
    }

    private static Database catalog(Migrating migrating) throws Exception {
        Database read = new CatalogReader(migrating.database.source())
                .read(new Cancellation())
                .database();
        return new Database(
                "same",
                read.version(),
                read.owner(),
                read.comment(),
                read.schemas(),
                read.extensions(),
                read.others(),
                read.dependencies());
    }

    private List<JsonNode> run(Path real, List<Case> cases, List<Migrating> databases) throws IOException {
        List<Map<String, String>> jobs = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            Migrating migrating = databases.get(at);
            int port = migrating.database.target().endpoints().getFirst().port();
            jobs.add(Map.of(
                    "url", "postgres://postgres@localhost:" + port + "/" + migrating.database.name(),
                    "folder", cases.get(at).folder().toAbsolutePath().toString(),
                    "table", migrating.table.table(),
                    "schema", migrating.table.schema()));
        }
        Path file = Files.writeString(home.resolve("jobs.json"), JSON.writeValueAsString(jobs));
        DrizzleKit.Said said = DrizzleKit.run(real, Map.of(), "tsx", "migrate.mjs", file.toString());
        List<JsonNode> outcomes = said.out().lines().map(JSON::readTree).toList();
        assertThat(outcomes).as(said.err()).hasSameSizeAs(cases);
        return outcomes;
    }
}
