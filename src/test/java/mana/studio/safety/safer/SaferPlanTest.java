package mana.studio.safety.safer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.plan.Plan;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

/// What a safer plan says, and what it is like to live with one.
class SaferPlanTest {
    private static final String USERS = """
            CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);
            INSERT INTO users SELECT n, 'user' || n FROM generate_series(1, 30) AS n;
            """;

    private static final SaferOptions OPTIONS = SaferOptions.DEFAULT.withBatches(10, Duration.ZERO);

    private static SaferPlan plan(Database from, String to, SaferOptions options, Rename... renames)
            throws SQLException {
        Database goal = SaferTest.read(SaferTest.load(to));
        PlanOptions planned = PlanOptions.NONE.withRenames(List.of(renames));
        Plan plan = Planner.plan(from, goal, planned);
        return Safer.of(plan, from, goal, options);
    }

    private static void run(Runner runner, List<Step> steps) throws SQLException {
        for (Step step : steps) {
            runner.run(step);
        }
    }

    /// Otherwise it would prove nothing that the safer plans have no offences.
    @Test
    void noticesThatThePlainPlanStopsOthers() throws SQLException {
        TestDatabase database = SaferTest.load(USERS);
        Database from = SaferTest.read(database);
        List<String> changes = List.of(
                "ALTER TABLE users ADD COLUMN u uuid NOT NULL DEFAULT gen_random_uuid();",
                "ALTER TABLE users ALTER COLUMN id TYPE bigint;",
                "ALTER TABLE users ADD CHECK (id > 0);",
                "ALTER TABLE users ADD UNIQUE (email);",
                "CREATE INDEX ON users (email);");
        for (String change : changes) {
            Plan plain = Planner.plan(from, SaferTest.read(SaferTest.load(USERS + change)));
            try (Runner runner = new Runner(SaferTest.load(USERS))) {
                runner.run(new Steps(OPTIONS)
                        .transaction(
                                "plain",
                                plain.statements().stream().map(one -> one.sql()).toList()));
                assertThat(runner.offences()).as(change).isNotEmpty();
            }
        }
    }

    @Test
    void changesSmallTablesDirectly() throws SQLException {
        Database from = SaferTest.read(SaferTest.load(USERS));
        Map<QualifiedName, RelationSize> sizes = Map.of(new QualifiedName("public", "users"), new RelationSize(30, 8192));
        String goal = USERS + "ALTER TABLE users ADD COLUMN u uuid NOT NULL DEFAULT gen_random_uuid(); "
                + "CREATE INDEX users_email_idx ON users (email);";

        SaferPlan plan = plan(from, goal, OPTIONS.withSizes(sizes));

        assertThat(plan.phases()).singleElement().satisfies(phase -> assertThat(phase.steps())
                .singleElement()
                .isEqualTo(new Steps(OPTIONS).transaction(
                        "New column public.users.u. Index users_email_idx of public.users",
                        "ALTER TABLE public.users ADD COLUMN u uuid DEFAULT gen_random_uuid() NOT NULL",
                        "CREATE INDEX users_email_idx ON public.users USING btree (email)")));
    }

    @Test
    void hasNothingToDoWhereNothingDiffers() throws SQLException {
        Database from = SaferTest.read(SaferTest.load(USERS));

        assertThat(plan(from, USERS, OPTIONS)).isEqualTo(new SaferPlan(List.of(), List.of()));
    }

    @Test
    void givesEachPhaseItsDate() throws SQLException {
        Database from = SaferTest.read(SaferTest.load(USERS + "CREATE TABLE old_users (id integer);"));
        String goal = USERS + "ALTER TABLE users ALTER COLUMN id TYPE bigint;";

        SaferPlan plan = plan(from, goal, OPTIONS.withStart(LocalDate.of(2026, 3, 1)));

        assertThat(plan.phases().stream()
                        .collect(Collectors.toMap(Phase::name, phase -> String.valueOf(phase.earliest()))))
                .isEqualTo(Map.of(
                        Phase.Name.MIGRATE, "2026-03-08",
                        Phase.Name.CONTRACT, "2026-03-15",
                        Phase.Name.DROP, "2026-03-22"));
    }

    @Test
    void keepsWhatIsWrittenWhileATypeChanges() throws SQLException {
        TestDatabase database = SaferTest.load(USERS);
        SaferPlan plan = plan(
                SaferTest.read(database), USERS + "ALTER TABLE users ALTER COLUMN id TYPE bigint;", OPTIONS);
        try (Runner runner = new Runner(database)) {
            int number = 100;
            for (Phase phase : plan.phases()) {
                for (Step step : phase.steps()) {
                    runner.run(step);
                    runner.execute("INSERT INTO users (id, email) VALUES (" + ++number + ", 'meanwhile')");
                    runner.execute("UPDATE users SET id = id + 1000 WHERE id = " + (number - 80));
                }
            }
            assertThat(runner.ask("SELECT count(*) FROM users WHERE id > 1000"))
                    .isEqualTo(String.valueOf(Math.min(10, number - 100)));
            assertThat(runner.list("SELECT id FROM users WHERE email = 'meanwhile' ORDER BY id"))
                    .hasSize(number - 100);
        }
    }

    @Test
    void letsOldAndNewCodeWriteAColumnThatGetsAnotherName() throws SQLException {
        TestDatabase database = SaferTest.load(USERS);
        SaferPlan plan = plan(
                SaferTest.read(database),
                USERS + "ALTER TABLE users RENAME COLUMN email TO mail;",
                OPTIONS,
                new Rename(Rename.Kind.COLUMN, List.of("public", "users", "email"), List.of("mail")));
        try (Runner runner = new Runner(database)) {
            run(runner, plan.phases().get(0).steps());
            runner.execute("INSERT INTO users (id, email) VALUES (101, 'old')");
            runner.execute("INSERT INTO users (id, mail) VALUES (102, 'new')");
            runner.execute("UPDATE users SET email = 'by old' WHERE id = 1");
            runner.execute("UPDATE users SET mail = 'by new' WHERE id = 2");
            run(runner, plan.phases().get(1).steps());
            assertThat(runner.list("SELECT id || ' ' || email || ', ' || mail FROM users WHERE id IN (1, 2, 3, 101, 102) "
                            + "ORDER BY id"))
                    .containsExactly("1 by old, by old", "2 by new, by new", "3 user3, user3", "101 old, old",
                            "102 new, new");
            for (Step.Check check : plan.phases().get(2).checks()) {
                runner.check(check);
            }
            run(runner, plan.phases().get(2).steps());
            assertThat(runner.list("SELECT mail FROM users WHERE id IN (1, 2, 102) ORDER BY id"))
                    .containsExactly("by old", "by new", "new");
        }
    }

    @Test
    void letsOldCodeUseTheOldNameOfATable() throws SQLException {
        TestDatabase database = SaferTest.load(USERS);
        SaferPlan plan = plan(
                SaferTest.read(database),
                USERS + "ALTER TABLE users RENAME TO people;",
                OPTIONS,
                new Rename(Rename.Kind.RELATION, List.of("public", "users"), List.of("public", "people")));
        try (Runner runner = new Runner(database)) {
            run(runner, plan.phases().get(0).steps());
            runner.execute("INSERT INTO users (id, email) VALUES (101, 'old')");
            runner.execute("UPDATE users SET email = 'changed' WHERE id = 1");
            assertThat(runner.list("SELECT email FROM people WHERE id IN (1, 101) ORDER BY id"))
                    .containsExactly("changed", "old");
            run(runner, plan.phases().get(1).steps());
            assertThatThrownBy(() -> runner.ask("SELECT count(*) FROM users")).hasMessageContaining("does not exist");
        }
    }

    @Test
    void letsCodeWithoutAColumnInsertBeforeItGoes() throws SQLException {
        TestDatabase database = SaferTest.load(USERS);
        SaferPlan plan = plan(
                SaferTest.read(database), USERS + "ALTER TABLE users DROP COLUMN email;", OPTIONS);
        try (Runner runner = new Runner(database)) {
            run(runner, plan.phases().get(0).steps());
            runner.execute("INSERT INTO users (id) VALUES (101)");
            assertThat(plan.phases().stream().map(Phase::name))
                    .containsExactly(Phase.Name.EXPAND, Phase.Name.CONTRACT);
            assertThat(plan.phases().get(1).steps()).singleElement().satisfies(step -> assertThat(
                            ((Step.InTransaction) step).losses())
                    .containsExactly("all values of public.users.email"));
        }
    }

    @Test
    void findsAndRemovesAnIndexWhoseBuildFailed() throws SQLException {
        TestDatabase database = SaferTest.load(USERS + "UPDATE users SET email = 'same';");
        SaferPlan plan = plan(
                SaferTest.read(database), USERS + "ALTER TABLE users ADD UNIQUE (email);", OPTIONS);
        Step.Alone build = plan.phases().getFirst().steps().stream()
                .filter(Step.Alone.class::isInstance)
                .map(Step.Alone.class::cast)
                .findFirst()
                .orElseThrow();
        Step.Remains remains = build.remains();
        assertThat(remains).isNotNull();
        try (Runner runner = new Runner(database)) {
            assertThatThrownBy(() -> runner.check(plan.phases().getFirst().checks().getFirst()))
                    .hasMessageContaining("No two rows of public.users have the same email: 1 instead of 0");
            assertThatThrownBy(() -> runner.run(build)).hasMessageContaining("could not create unique index");
            assertThat(runner.list(remains.query())).hasSize(1);
            runner.execute(remains.clear());
            assertThat(runner.list(remains.query())).isEmpty();
        }
    }
}
