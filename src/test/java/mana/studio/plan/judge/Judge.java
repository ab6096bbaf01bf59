package mana.studio.plan.judge;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.plan.judge.PlannedSql.Step;
import mana.studio.plan.judge.Verdict.Outcome;
import mana.studio.plan.judge.Verdict.Seeding;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/// Plays a plan on a real server and looks at what it did: the schema that was wanted, nothing left to say, every row
/// and value still there.
final class Judge implements AutoCloseable {
    private static final Pattern REQUIRES = Pattern.compile("\\A-- requires (\\d+)");
    private static final int MAJOR = 10_000;

    private final PlannedSql planner;
    private final Seeding first;
    private final boolean back;
    private final @Nullable SchemaDump dump;
    private final FreshDatabases fresh = new FreshDatabases();
    private final ExecutorService dumps =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private final int version;

    /// @param first what rows the tables get at first; others follow where these are refused
    /// @param back  whether the way back is tried too
    /// @param dumps whether pg_dump is asked too, where one fits the server
    Judge(PlannedSql planner, Seeding first, boolean back, boolean dumps) throws SQLException {
        this.planner = planner;
        this.first = first;
        this.back = back;
        try (Connection session = JudgedDatabase.connect("postgres")) {
            version = session.getMetaData().getDatabaseMajorVersion() * MAJOR;
        }
        this.dump = dumps ? SchemaDump.fitting(version).orElse(null) : null;
    }

    /// The server's major version.
    int version() {
        return version / MAJOR;
    }

    /// The server's major version, and whether pg_dump is asked.
    String conditions() {
        return "PostgreSQL " + version / MAJOR + (dump == null ? ", without pg_dump" : ", with pg_dump");
    }

    Verdict judge(DiffCase pair) throws SQLException {
        long start = System.nanoTime();
        Hearing hearing = new Hearing(pair);
        try {
            hearing.hear();
        } finally {
            hearing.close();
        }
        return hearing.verdict((System.nanoTime() - start) / 1_000_000);
    }

    @Override
    public void close() {
        fresh.close();
        dumps.shutdown();
    }

    /// One pair before the judge.
    private final class Hearing {
        private final DiffCase pair;
        private final List<JudgedDatabase> databases = new ArrayList<>();
        private Outcome outcome = Outcome.CONVERGED;
        private Seeding seeding = first;
        private int tables;
        private int seeded;
        private List<String> plan = List.of();
        private @Nullable String failing;
        private @Nullable String error;
        private final List<String> details = new ArrayList<>();
        private final List<String> announced = new ArrayList<>();

        Hearing(DiffCase pair) {
            this.pair = pair;
        }

        void hear() throws SQLException {
            JudgedDatabase a;
            JudgedDatabase b;
            try {
                requireVersion(pair.a());
                requireVersion(pair.b());
                for (String role : pair.roles()) {
                    JudgedDatabase.createRole(role);
                }
                a = loaded(pair.a());
                b = loaded(pair.b());
            } catch (SQLException refused) {
                outcome = Outcome.SKIPPED;
                error = refused.getMessage();
                return;
            }
            Database wanted = b.read();
            CompletableFuture<Map<String, Integer>> wantedDump = dumped(b);
            String refusal = null;
            while (true) {
                play(a, b, wanted, wantedDump);
                if (outcome != Outcome.REFUSED_BY_THE_DATA) {
                    break;
                }
                refusal = refusal == null ? error : refusal;
                seeding = seeding == Seeding.ANY ? Seeding.PLEASING : Seeding.NONE;
                outcome = Outcome.CONVERGED;
                failing = null;
                error = null;
                a = loaded(pair.a());
            }
            if (outcome == Outcome.CONVERGED && seeding == Seeding.NONE && first != Seeding.NONE) {
                outcome = Outcome.REFUSED_BY_THE_DATA;
                error = refusal;
            }
        }

        private void requireVersion(String script) throws SQLException {
            MatchResult needed = REQUIRES.matcher(script).results().findFirst().orElse(null);
            if (needed != null && Integer.parseInt(needed.group(1)) * MAJOR > version) {
                throw new SQLException("requires PostgreSQL " + needed.group(1));
            }
        }

        private JudgedDatabase loaded(String script) throws SQLException {
            JudgedDatabase database = fresh.take();
            databases.add(database);
            if (pair.atOnce()) {
                database.loadAtOnce(script);
            } else {
                database.load(script);
            }
            return database;
        }

        private CompletableFuture<Map<String, Integer>> dumped(JudgedDatabase database) {
            return dump == null
                    ? CompletableFuture.completedFuture(Map.of())
                    : CompletableFuture.supplyAsync(() -> dump.statements(database.name()), dumps);
        }

        private void play(
                JudgedDatabase a, JudgedDatabase b, Database wanted, CompletableFuture<Map<String, Integer>> wantedDump)
                throws SQLException {
            Database before = a.read();
            tables = (int) before.tables()
                    .filter(table -> !table.isPartitioned() && table.foreign() == null)
                    .count();
            Seeder.Other other = seeding == Seeding.PLEASING ? new Seeder.Other(b, wanted) : null;
            seeded = seeding == Seeding.NONE
                    ? 0
                    : new Seeder(a, before, other).seed().size();
            RowImage was = RowImage.of(a, before);
            Counters counted = Counters.of(a, before);
            List<Step> steps = planned(before, wanted);
            plan = steps.stream().map(Step::sql).toList();
            if (outcome.isFailure()) {
                return;
            }
            if (pair.expectsNothing() && !steps.isEmpty()) {
                fail(Outcome.NOISY, plan);
                return;
            }
            if (!apply(a, steps)) {
                return;
            }
            Database after = a.read();
            List<Differences.Difference> differences = Differences.between(after, wanted);
            if (!differences.isEmpty()) {
                fail(
                        Outcome.DIFFERENT,
                        differences.stream().map(Object::toString).toList());
                return;
            }
            compareDumps(dumped(a), wantedDump);
            List<Step> again = planned(after, wanted);
            if (!again.isEmpty()) {
                fail(Outcome.NOT_AT_REST, again.stream().map(Step::sql).toList());
            }
            compareRows(a, before, was, after, steps);
            List<String> fallen = counted.fallen(Counters.of(a, after));
            if (!fallen.isEmpty()) {
                fail(Outcome.ROWS_LOST, fallen);
            }
            if (back && !outcome.isFailure()) {
                returnTo(a, after, before);
            }
            List<String> unmet = Expectations.in(pair.b()).unmetBy(steps);
            if (!unmet.isEmpty()) {
                fail(Outcome.UNEXPECTED, unmet);
            }
        }

        /// What nothing changes needs no statement; and the opposite plan gives the first schema again, as far as the
        /// rows let it.
        private void returnTo(JudgedDatabase a, Database after, Database before) throws SQLException {
            List<Step> idle = planned(before, before);
            if (!idle.isEmpty()) {
                fail(Outcome.NOT_AT_REST, idle.stream().map(Step::sql).toList());
            }
            List<Step> steps = planned(after, before);
            if (outcome.isFailure()) {
                return;
            }
            if (apply(a, steps)) {
                List<Differences.Difference> differences = Differences.between(a.read(), before);
                fail(
                        Outcome.NOT_BACK,
                        differences.stream().map(Object::toString).toList());
            } else if (outcome == Outcome.STATEMENT_FAILED) {
                outcome = Outcome.NOT_BACK;
                plan = steps.stream().map(Step::sql).toList();
            } else {
                outcome = Outcome.CONVERGED;
                error = null;
                failing = null;
            }
        }

        private void fail(Outcome with, List<String> why) {
            if (!outcome.isFailure() && !why.isEmpty()) {
                outcome = with;
            }
            why.forEach(reason -> details.add(with == outcome ? reason : with + ": " + reason));
        }

        private List<Step> planned(Database from, Database to) {
            try {
                return planner.plan(from, to);
            } catch (RuntimeException | StackOverflowError broken) {
                error = broken.toString();
                fail(
                        Outcome.PLANNER_FAILED,
                        Stream.of(broken.getStackTrace())
                                .limit(12)
                                .map(frame -> "at " + frame)
                                .toList());
                return List.of();
            }
        }

        /// Neighbours that may share a transaction do.
        private boolean apply(JudgedDatabase a, List<Step> steps) throws SQLException {
            boolean open = false;
            for (Step step : steps) {
                try {
                    if (step.inTransaction() != open) {
                        a.execute(open ? "COMMIT" : "BEGIN");
                        open = !open;
                    }
                    a.execute(step.sql());
                } catch (PSQLException refused) {
                    refuse(refused, step.sql());
                    a.execute("ROLLBACK");
                    return false;
                }
            }
            try {
                if (open) {
                    a.execute("COMMIT");
                }
                return true;
            } catch (PSQLException refused) {
                refuse(refused, "COMMIT");
                return false;
            }
        }

        private void refuse(PSQLException refused, String sql) {
            error = refused.getSQLState() + " " + refused.getMessage();
            failing = sql;
            boolean data = refused.getSQLState().startsWith("22")
                    || refused.getSQLState().startsWith("23");
            outcome = data && seeding != Seeding.NONE && seeded > 0
                    ? Outcome.REFUSED_BY_THE_DATA
                    : Outcome.STATEMENT_FAILED;
        }

        private void compareDumps(
                CompletableFuture<Map<String, Integer>> is, CompletableFuture<Map<String, Integer>> should) {
            Map<String, Integer> actual = new TreeMap<>(is.join());
            Map<String, Integer> expected = new TreeMap<>(should.join());
            actual.entrySet().removeAll(Set.copyOf(should.join().entrySet()));
            expected.entrySet().removeAll(Set.copyOf(is.join().entrySet()));
            List<String> lines = new ArrayList<>();
            actual.keySet().forEach(statement -> lines.add("- " + statement));
            expected.keySet().forEach(statement -> lines.add("+ " + statement));
            if (!lines.isEmpty()) {
                fail(Outcome.DUMP_DIFFERENT, lines);
            }
        }

        private void compareRows(JudgedDatabase a, Database before, RowImage was, Database after, List<Step> steps)
                throws SQLException {
            Map<QualifiedName, List<String>> losses = new LinkedHashMap<>(Survival.losses(a, before, was, after));
            losses.forEach((table, lost) -> {
                List<String> said =
                        lost.stream().map(what -> table + ": " + what).toList();
                if (steps.stream().anyMatch(step -> step.destroysData() && mentions(step.sql(), table, before))) {
                    announced.addAll(said);
                } else {
                    fail(Outcome.ROWS_LOST, said);
                }
            });
        }

        /// What is said of a parent is said of its children.
        private static boolean mentions(String sql, QualifiedName table, Database before) {
            return sql.contains(Identifier.quote(table.name()))
                    || sql.startsWith("DROP SCHEMA")
                    || before.table(table).stream()
                            .flatMap(found -> Stream.concat(
                                    found.inherits().stream(),
                                    Stream.ofNullable(found.partitionOf()).map(Table.PartitionOf::parent)))
                            .anyMatch(parent -> mentions(sql, parent, before));
        }

        Verdict verdict(long milliseconds) {
            return new Verdict(
                    pair.id(),
                    pair.scope(),
                    outcome,
                    tables,
                    seeded,
                    seeding,
                    plan,
                    failing,
                    error,
                    details,
                    announced,
                    milliseconds);
        }

        void close() {
            databases.forEach(fresh::giveBack);
        }
    }
}
