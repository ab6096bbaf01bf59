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
import mana.studio.schema.Database;
import mana.studio.testing.DrizzleKit;
import org.jspecify.annotations.Nullable;
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
    private static final int TOGETHER = 24;
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
            cases.add(new Case(
                    "broken/" + broken, Migrating.SAMPLE.resolve("broken").resolve(broken)));
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
                    .forEach(service -> cases.add(
                            new Case(line + "/" + service.getFileName(), service.resolve("src/db/migrations"))));
        }
    }

    /// A server has a hundred places: a few databases at a time.
    private void compare(Path real, List<Case> cases) throws Exception {
        List<String> differences = new ArrayList<>();
        int applied = 0;
        for (int at = 0; at < cases.size(); at += TOGETHER) {
            applied += compare(real, cases.subList(at, Math.min(at + TOGETHER, cases.size())), differences);
        }
        System.out.printf("%d folders, %d applied by both, %d differ%n", cases.size(), applied, differences.size());
        assertThat(differences).isEmpty();
    }

    /// What a migrator has left in a database.
    private record Left(List<String> rows, Database catalog) {
        static Left of(Migrating migrating) throws Exception {
            return new Left(migrating.rows(), RealMigratorTest.catalog(migrating));
        }
    }

    private int compare(Path real, List<Case> cases, List<String> differences) throws Exception {
        List<Migrating> theirs = migrating(cases);
        List<JsonNode> said = run(real, cases, theirs);
        List<@Nullable Left> left = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            left.add(said.get(at).path("ok").asBoolean() ? Left.of(theirs.get(at)) : null);
            boolean nothing = theirs.get(at).run(cases.get(at).folder()) instanceof MigrateOutcome.NothingToDo;
            if (left.getLast() != null && !nothing) {
                differences.add(cases.get(at).name() + ": ours finds something left by theirs");
            }
        }
        // Roles belong to the whole cluster: they must go before the same migrations can make them again.
        theirs.forEach(Migrating::drop);
        Chains.dropRoles();
        List<Migrating> ours = migrating(cases);
        List<MigrateOutcome> outcomes = new ArrayList<>();
        List<@Nullable Left> reached = new ArrayList<>();
        for (int at = 0; at < cases.size(); at++) {
            outcomes.add(ours.get(at).run(cases.get(at).folder()));
            reached.add(outcomes.getLast() instanceof MigrateOutcome.Applied ? Left.of(ours.get(at)) : null);
        }
        List<JsonNode> after = run(real, cases, ours);
        int applied = 0;
        for (int at = 0; at < cases.size(); at++) {
            String name = cases.get(at).name();
            String one = said.get(at).path("ok").asBoolean()
                    ? "applied"
                    : "failed " + said.get(at).path("code").asString();
            String other = word(outcomes.get(at));
            if (!one.equals(other)) {
                differences.add(name + ": theirs " + said.get(at) + ", ours " + outcomes.get(at));
            } else if (reached.get(at) instanceof Left ended) {
                applied++;
                difference(name, left.get(at), ended, differences);
                if (!after.get(at).path("ok").asBoolean()
                        || !ours.get(at).rows().equals(ended.rows())) {
                    differences.add(name + ": theirs finds something left by ours: " + after.get(at));
                }
            }
        }
        ours.forEach(Migrating::drop);
        Chains.dropRoles();
        return applied;
    }

    private static void difference(String name, @Nullable Left theirs, Left ours, List<String> differences) {
        if (theirs == null || !theirs.rows().equals(ours.rows())) {
            differences.add(name + ": other rows");
        } else if (!theirs.catalog().equals(ours.catalog())) {
            differences.add(name + ": another catalog");
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

    private List<Migrating> migrating(List<Case> cases) throws Exception {
        List<Migrating> databases = new ArrayList<>();
        for (Case _ : cases) {
            databases.add(new Migrating(home));
        }
        return databases;
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
        // Node looks for drizzle-orm from where the script lies.
        Files.copy(
                Path.of("src/test/resources/drizzle-kit/migrate.mjs"),
                real.resolve("migrate.mjs"),
                StandardCopyOption.REPLACE_EXISTING);
        Path file = Files.writeString(home.resolve("jobs.json"), JSON.writeValueAsString(jobs));
        DrizzleKit.Said said = DrizzleKit.run(real, Map.of(), "tsx", "migrate.mjs", file.toString());
        List<JsonNode> outcomes = said.out().lines().map(JSON::readTree).toList();
        assertThat(outcomes).as(said.err()).hasSameSizeAs(cases);
        return outcomes;
    }
}
