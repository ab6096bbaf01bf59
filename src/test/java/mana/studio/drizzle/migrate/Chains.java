package mana.studio.drizzle.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.testing.TestServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real chains of migrations, run here and compared with what the real migrator did with them.
public final class Chains {
    static final Path DATA = Migrating.SHARED.resolve("data/migrations");

    private final Path work;

    Chains(Path work) {
        this.work = work;
    }

    /// What was recorded of a chain.
    record Chain(String name, Path folder, JsonNode recorded, List<String[]> rows) {}

    /// @param foreseen whether the failure, or that there is none, was known before
    /// @param said     the first thing that was said to fail; empty for nothing
    record Ran(String outcome, List<String> differences, boolean foreseen, String said) {}

    static List<Chain> all() {
        try {
            JsonNode index = JsonMapper.builder().build().readTree(Files.readString(DATA.resolve("index.json")));
            List<Chain> chains = new ArrayList<>();
            for (JsonNode one : index) {
                String name = one.path("name").asString();
                List<String[]> rows = Files.readAllLines(
                                DATA.resolve("expected").resolve(name + ".tsv"))
                        .stream()
                        .skip(1)
                        .map(line -> line.split("\t", -1))
                        .toList();
                Path folder = DATA.resolve("repos")
                        .resolve(name)
                        .resolve(one.path("path").asString());
                chains.add(new Chain(name, folder, one, rows));
            }
            return chains;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /// All of it at once, on an empty database.
    Ran fresh(Chain chain) throws Exception {
        Migrating migrating = new Migrating(work);
        try {
            Snapshot empty = new CatalogReader(migrating.workspace.source()).read(new Cancellation());
            Proposal proposal = migrating.migrator.propose(
                    chain.folder(), migrating.table, Mode.ONE_TRANSACTION, empty, new Cancellation());
            MigrateOutcome outcome = migrating.run(chain.folder());
            List<String> differences = new ArrayList<>();
            JsonNode failure = chain.recorded().path("first_failure");
            String expected = chain.recorded().path("applies").isNull() && failure.isNull()
                    ? "nothing"
                    : failure.isNull()
                            ? "applied"
                            : failure.path("tag").asString() + " "
                                    + failure.path("code").asString();
            if (failure.path("stmt").asInt(-1) >= 0) {
                expected += " in chunk " + failure.path("stmt").asInt();
            }
            String said = said(outcome, chain);
            if (!said.equals(expected) && !isOfThisServer(outcome, expected, migrating)) {
                differences.add("expected " + expected + ", was " + said);
            }
            List<String> rows = outcome instanceof MigrateOutcome.Applied ? migrating.rows() : List.of();
            if (said.equals("applied") && !rows.equals(rows(chain, Set.of()))) {
                differences.add("other rows");
            }
            boolean fails = proposal.willFail() || proposal.obstacle() != null;
            String first = proposal.foreseen().stream()
                    .filter(each -> each.gravity() == Foreseen.Gravity.FAILS)
                    .map(RunLog::foreseen)
                    .findFirst()
                    .orElse("");
            boolean failed = !(outcome instanceof MigrateOutcome.Applied || said.equals("nothing"));
            return new Ran(said, differences, fails == failed, first);
        } finally {
            migrating.drop();
            dropRoles();
        }
    }

    /// The records were made on PostgreSQL 15 with pgvector installed. Since 17 a new value of an enum may be used at
    /// once where its type is as new.
    private static boolean isOfThisServer(MigrateOutcome outcome, String expected, Migrating migrating) {
        boolean absent = outcome instanceof MigrateOutcome.Failed failed
                && failed.error().message().equals("extension \"vector\" is not available");
        boolean taken = outcome instanceof MigrateOutcome.Applied
                && expected.contains("55P04")
                && migrating.workspace.serverVersion() >= 170_000;
        return absent || taken;
    }

    /// As it was deployed: one entry more each time. The recorded word on what is passed by must be true.
    Ran stepByStep(Chain chain) throws Exception {
        MigrationFolder folder = MigrationFolders.read(chain.folder());
        Migrating migrating = new Migrating(work);
        try {
            Set<String> skipped = new HashSet<>();
            Path copy = Files.createTempDirectory(work, chain.name());
            String ended = "applied";
            int ran = 0;
            List<String> differences = new ArrayList<>();
            for (Migration migration : folder.migrations()) {
                add(copy, folder, migration);
                Proposal proposal = migrating.propose(copy, Mode.ONE_TRANSACTION);
                boolean run = proposal.files().stream()
                        .anyMatch(file -> file.migration().tag().equals(migration.tag()));
                MigrateOutcome outcome = migrating.run(copy);
                if (outcome instanceof MigrateOutcome.NothingToDo && !run) {
                    skipped.add(migration.tag());
                } else if (outcome instanceof MigrateOutcome.Applied) {
                    ran++;
                } else {
                    ended = said(outcome, chain);
                    break;
                }
            }
            Set<String> expected = new HashSet<>();
            chain.recorded()
                    .path("silently_skipped_if_deployed_step_by_step")
                    .forEach(tag -> expected.add(tag.asString()));
            if (ended.equals("applied")) {
                if (!skipped.equals(expected)) {
                    differences.add("passed by " + skipped + " and not " + expected);
                }
                if (ran > 0 && !migrating.rows().equals(rows(chain, expected))) {
                    differences.add("other rows");
                }
            }
            return new Ran(ended + ", " + ran + " ran, " + skipped.size() + " passed by", differences, true, "");
        } finally {
            migrating.drop();
            dropRoles();
        }
    }

    private static void add(Path copy, MigrationFolder folder, Migration migration) throws IOException {
        MigrationFile file = migration.file();
        if (folder.layout() == Layout.FOLDERS) {
            Path into = Files.createDirectories(copy.resolve(migration.tag()));
            Files.copy(file.path(), into.resolve("migration.sql"));
            return;
        }
        if (file != null) {
            Files.copy(file.path(), copy.resolve(migration.tag() + ".sql"));
        }
        StringBuilder journal = new StringBuilder("{\"entries\":[");
        for (Migration entry : folder.migrations().subList(0, migration.position() + 1)) {
            journal.append(entry.position() == 0 ? "" : ",")
                    .append("{\"idx\":" + entry.position() + ",\"tag\":\"" + entry.tag() + "\",\"when\":" + entry.when()
                            + "}");
        }
        Files.createDirectories(copy.resolve("meta"));
        Files.writeString(copy.resolve("meta/_journal.json"), journal.append("]}"));
    }

    private static List<String> rows(Chain chain, Set<String> without) {
        return chain.rows().stream()
                .filter(row -> !without.contains(row[2]))
                .map(row -> row[4] + " " + row[3])
                .toList();
    }

    /// In the words of the records: where it failed is counted in chunks, from 0.
    static String said(MigrateOutcome outcome, Chain chain) {
        return switch (outcome) {
            case MigrateOutcome.NothingToDo _ -> "nothing";
            case MigrateOutcome.Applied _ -> "applied";
            case MigrateOutcome.Refused refused ->
                chain.rows().getFirst()[2]
                        + (refused.obstacle().what().contains("There is no file")
                                ? " NOFILE"
                                : " " + refused.obstacle().what());
            case MigrateOutcome.Failed failed ->
                failed.tag() + " " + failed.error().sqlState() + " in chunk " + chunk(failed, chain);
            case MigrateOutcome.LockTimeout _,
                    MigrateOutcome.Unreachable _,
                    MigrateOutcome.Cancelled _,
                    MigrateOutcome.Lost _ -> outcome.toString();
        };
    }

    private static int chunk(MigrateOutcome.Failed failed, Chain chain) {
        MigrationFile file = MigrationFolders.read(chain.folder()).migrations().stream()
                .filter(migration -> migration.tag().equals(failed.tag()))
                .findFirst()
                .orElseThrow()
                .file();
        List<Pieces.Cut> cuts = Pieces.of(file, Pieces.How.IN_TRANSACTION);
        String before = file.text().substring(0, cuts.get(failed.number() - 1).start());
        return before.split(MigrationFile.BREAKPOINT, -1).length - 1;
    }

    /// What belongs to the whole cluster would be in the next chain's way.
    static void dropRoles() {
        TestServer.execute(TestServer.server().source("postgres"), """
            DO $$ DECLARE r text; BEGIN
              FOR r IN SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg\\_%' AND rolname <> 'postgres' LOOP
                BEGIN
                  EXECUTE format('DROP ROLE %I', r);
                EXCEPTION WHEN dependent_objects_still_exist THEN
                  NULL; -- another test's, in a database of its own
                END;
              END LOOP;
            END $$\
            """);
    }

    /// `bench chains [name …]`
    public static void run(List<String> names) throws Exception {
        Chains chains = new Chains(Files.createTempDirectory("chains"));
        int right = 0;
        int foreseen = 0;
        int count = 0;
        long begin = System.nanoTime();
        for (Chain chain : all()) {
            if (!names.isEmpty() && !names.contains(chain.name())) {
                continue;
            }
            count++;
            Ran fresh = chains.fresh(chain);
            Ran steps = chains.stepByStep(chain);
            boolean same = fresh.differences().isEmpty() && steps.differences().isEmpty();
            right += same ? 1 : 0;
            foreseen += fresh.foreseen() ? 1 : 0;
            System.out.printf(
                    "%s %-34s fresh: %s%s%n%41s: %s %s %s%n",
                    same ? "ok   " : "OTHER",
                    chain.name(),
                    fresh.outcome(),
                    fresh.foreseen() ? "" : " (not foreseen) " + fresh.said(),
                    "steps",
                    steps.outcome(),
                    fresh.differences(),
                    steps.differences());
        }
        System.out.printf(
                "%d of %d as recorded; %d foreseen; %d s%n",
                right, count, foreseen, (System.nanoTime() - begin) / 1_000_000_000);
    }
}
