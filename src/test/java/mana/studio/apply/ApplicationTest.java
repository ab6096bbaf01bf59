package mana.studio.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mana.studio.design.Edits;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Orders run on a real server, with others in the way.
@Timeout(90)
class ApplicationTest {
    private static final String TABLES = """
        CREATE TABLE users (id int PRIMARY KEY, email text, note text);
        INSERT INTO users SELECT n, 'u' || n || '@example.org', 'x' FROM generate_series(1, 1000) AS n\
        """;

    @TempDir
    private Path home;

    private Applying applying;

    @BeforeEach
    void open() throws Exception {
        applying = new Applying(home, TABLES);
    }

    @AfterEach
    void close() {
        applying.close();
    }

    @Test
    void appliesEverythingInOneTransaction() throws Exception {
        Database base = applying.read();
        Outcome outcome =
                applying.apply(Applying.order("CREATE TABLE a (x int)", "CREATE TABLE b (x int)"), Applying.SHORT);

        assertThat(outcome.ending()).isEqualTo(new Ending.Applied());
        assertThat(applying.ask("SELECT count(DISTINCT xmin::text) FROM pg_class WHERE relname IN ('a', 'b')"))
                .isEqualTo("1");
        assertThat(applying.heard())
                .containsSubsequence("1 Running", "1 Done", "2 Running", "2 Done", "1 Committed", "2 Committed");
        assertThat(applying.journal.unfinished(applying.profile.id())).isEmpty();
        assertThat(Planner.plan(base, applying.read()).statements()).hasSize(2);
    }

    @Test
    void comesBackWhenALockIsHeldAndSaysByWhom() throws Exception {
        CompletableFuture<Outcome> run;
        try (Connection other = applying.other("SELECT count(*) FROM users")) {
            run = applying.start(
                    Applying.order("CREATE TABLE a (x int)", "ALTER TABLE users ADD COLUMN age int"),
                    new Patience(Duration.ofSeconds(1), 50, Duration.ofMillis(100)));
            Applying.await("waiting", () -> applying.state(2) instanceof LineState.Waiting);
            LineState.Waiting waiting = (LineState.Waiting) applying.state(2);
            assertThat(waiting.blockers())
                    .singleElement()
                    .satisfies(blocker ->
                            assertThat(blocker.text()).matches("pid \\d+ \\(psql, idle in transaction .*\\)"));
            Applying.await("retrying", () -> applying.state(2) instanceof LineState.Retrying);
            assertThat(applying.state(1)).isEqualTo(new LineState.RolledBack());
            assertThat(applying.ask("SELECT count(*) FROM pg_locks WHERE NOT granted"))
                    .isEqualTo("0");
            other.rollback();
        }
        assertThat(run.get(30, TimeUnit.SECONDS).ending()).isEqualTo(new Ending.Applied());
        assertThat(applying.ask("SELECT count(*) FROM information_schema.columns WHERE column_name = 'age'"))
                .isEqualTo("1");
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("a");
    }

    @Test
    void givesUpWhenTheLockNeverComesAndChangesNothing() throws Exception {
        try (Connection other = applying.other("SELECT count(*) FROM users")) {
            Outcome outcome = applying.apply(
                    Applying.order("CREATE TABLE a (x int)", "ALTER TABLE users ADD COLUMN age int"), Applying.SHORT);

            assertThat(outcome.ending()).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
                assertThat(failed.line()).isEqualTo(2);
                assertThat(failed.error().sqlState()).isEqualTo("55P03");
                assertThat(failed.attempts()).isEqualTo(3);
            });
            assertThat(outcome.committed()).isZero();
            other.rollback();
        }
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("null");
        assertThat(applying.state(1)).isEqualTo(new LineState.RolledBack());
        assertThat(applying.state(2)).isInstanceOf(LineState.Failed.class);
    }

    @Test
    void stopsARewriteOnTheServerWhenCancelled() throws Exception {
        applying.database.run("CREATE FUNCTION slow(text) RETURNS text LANGUAGE sql VOLATILE AS "
                + "$$ SELECT $1 FROM pg_sleep(0.5) $$");
        CompletableFuture<Outcome> run = applying.start(
                Applying.order(
                        "CREATE TABLE a (x int)",
                        "ALTER TABLE users ALTER COLUMN note TYPE varchar(20) USING slow(note)",
                        "CREATE TABLE b (x int)"),
                Applying.SHORT);
        Applying.await("rewriting", () -> applying.state(2) instanceof LineState.Running);

        applying.cancellation.request();
        Outcome outcome = run.get(10, TimeUnit.SECONDS);

        assertThat(outcome.ending()).isEqualTo(new Ending.Cancelled());
        assertThat(outcome.committed()).isZero();
        assertThat(applying.state(1)).isEqualTo(new LineState.RolledBack());
        assertThat(applying.state(2)).isEqualTo(new LineState.Stopped());
        assertThat(applying.state(3)).isEqualTo(new LineState.NotReached());
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("null");
        assertThat(applying.ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = '"
                        + OwnSession.APPLICATION + "' AND datname = current_database()"))
                .isEqualTo("0");
    }

    @Test
    void stopsAtTheFirstErrorAndUndoesTheTransaction() throws Exception {
        Outcome outcome = applying.apply(
                Applying.order(
                        "CREATE TABLE a (x int)",
                        "ALTER TABLE users ADD COLUMN age int",
                        "ALTER TABLE users ADD CONSTRAINT c CHECK (emial <> '')",
                        "CREATE TABLE b (x int)"),
                Applying.SHORT);

        assertThat(outcome.ending()).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.line()).isEqualTo(3);
            assertThat(failed.error().sqlState()).isEqualTo("42703");
            assertThat(failed.error().hint()).contains("email");
            assertThat(failed.error().position()).isEqualTo(0);
        });
        assertThat(applying.heard()).endsWith("4 NotReached");
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("null");
        assertThat(applying.ask("SELECT count(*) FROM information_schema.columns WHERE column_name = 'age'"))
                .isEqualTo("0");
        assertThat(applying.journal.unfinished(applying.profile.id())).isEmpty();
    }

    @Test
    void saysWhatFailedAtCommit() throws Exception {
        applying.database.run(
                "CREATE TABLE orders (id int, user_id int REFERENCES users DEFERRABLE INITIALLY DEFERRED)");
        Outcome outcome = applying.apply(Applying.order("INSERT INTO orders VALUES (1, -1)"), Applying.SHORT);

        assertThat(outcome.ending()).isInstanceOfSatisfying(Ending.Failed.class, failed -> {
            assertThat(failed.line()).isZero();
            assertThat(failed.error().sqlState()).isEqualTo("23503");
        });
        assertThat(applying.ask("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    @Test
    void findsAndCleansAnIndexThatAConcurrentBuildLeft() throws Exception {
        applying.database.run("UPDATE users SET email = 'same' WHERE id < 3");
        Order order = Applying.order(
                "ALTER TABLE users ADD COLUMN age int",
                "CREATE UNIQUE INDEX CONCURRENTLY users_email ON users (email)");
        assertThat(order.course().isAtomic()).isFalse();
        assertThat(order.course().summary())
                .isEqualTo("2 statements: 1 transaction, 1 statement outside of any. "
                        + "Each is committed before the next begins.");

        Outcome outcome = applying.apply(order, Applying.SHORT);

        assertThat(outcome.committed()).isEqualTo(1);
        assertThat(outcome.ending())
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        failed -> assertThat(failed.error().sqlState()).isEqualTo("23505"));
        Leftover leftover = outcome.leftovers().getFirst();
        assertThat(leftover.cleaning()).isEqualTo("DROP INDEX CONCURRENTLY public.users_email");
        assertThat(leftover.busy()).isFalse();

        Outcome cleaned = applying.apply(Order.of(leftover), Applying.SHORT);
        assertThat(cleaned.ending()).isEqualTo(new Ending.Applied());
        assertThat(cleaned.leftovers()).isEmpty();
        assertThat(applying.ask("SELECT to_regclass('users_email')::text")).isEqualTo("null");
    }

    @Test
    void findsWhatAReindexLeft() throws Exception {
        applying.database.run("CREATE TABLE words (w text); INSERT INTO words VALUES ('a'), ('b');"
                + "CREATE UNIQUE INDEX words_w ON words (w)");
        applying.database.run("UPDATE pg_index SET indisunique = false WHERE indexrelid = 'words_w'::regclass");
        applying.database.run("INSERT INTO words VALUES ('a')");
        applying.database.run("UPDATE pg_index SET indisunique = true WHERE indexrelid = 'words_w'::regclass");

        Outcome outcome = applying.apply(Applying.order("REINDEX INDEX CONCURRENTLY words_w"), Applying.SHORT);

        assertThat(outcome.leftovers()).singleElement().satisfies(leftover -> {
            assertThat(leftover.name().name()).isEqualTo("words_w_ccnew");
            assertThat(leftover.origin()).contains("REINDEX CONCURRENTLY");
        });
    }

    @Test
    void waitsAsLongAsAConcurrentBuildMust() throws Exception {
        CompletableFuture<Outcome> run;
        try (Connection other = applying.other("INSERT INTO users VALUES (-1)")) {
            run = applying.start(
                    Applying.order("CREATE INDEX CONCURRENTLY users_email ON users (email)"), Applying.SHORT);
            Applying.await(
                    "waiting",
                    () -> applying.state(1) instanceof LineState.Waiting waiting
                            && waiting.since().toMillis() > 1000);
            assertThat(applying.heard()).doesNotContain("1 Retrying");
            other.commit();
        }
        assertThat(run.get(20, TimeUnit.SECONDS).ending()).isEqualTo(new Ending.Applied());
        assertThat(applying.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'users_email'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void comparesWhatIsReachedWithTheDesign() throws Exception {
        Database base = applying.read();
        Database wanted = withColumn(base, "age");
        Outcome outcome = applying.apply(Order.of(Planner.plan(base, wanted), base, wanted), Applying.SHORT);
        assertThat(outcome.comparison()).isEqualTo(new Comparison(List.of(), ""));
    }

    /// Views follow a rename by themselves; one that is changed too is replaced after it.
    @Test
    void findsEqualWhatFollowsARename() throws Exception {
        applying.database.run("""
            CREATE SCHEMA app;
            CREATE VIEW app.mails AS SELECT id, email FROM users WHERE email LIKE '%@%' ORDER BY email;
            CREATE VIEW app.notes AS SELECT u.note, m.email FROM users u JOIN app.mails m USING (id);\
            """);
        Database base = applying.read();
        Table users = base.tables().findFirst().orElseThrow();
        Database renamed = Edits.rename(
                Edits.renameColumn(
                        base, users.id(), users.column("email").orElseThrow().id(), "mail"),
                users.id(),
                "people");
        Plan plan = Planner.planDesign(base, renamed);
        assertThat(plan.statements())
                .extracting(mana.studio.plan.Statement::sql)
                .containsExactlyInAnyOrder(
                        "ALTER TABLE public.users RENAME COLUMN email TO mail",
                        "ALTER TABLE public.users RENAME TO people");
        Outcome outcome = applying.apply(Order.of(plan, base, renamed), Applying.SHORT);
        assertThat(outcome.comparison()).isEqualTo(new Comparison(List.of(), ""));
        assertThat(Planner.plan(applying.read(), renamed).isEmpty()).isTrue();

        Database reached = applying.read();
        View mails = (View) reached.relation(new QualifiedName("app", "mails")).orElseThrow();
        Table people = reached.tables().findFirst().orElseThrow();
        Database both = Edits.renameColumn(
                Edits.replace(reached, mails.withDefinition("select id, upper(mail) as email from people")),
                people.id(),
                people.column("mail").orElseThrow().id(),
                "address");
        plan = Planner.planDesign(reached, both);
        assertThat(plan.statements())
                .extracting(mana.studio.plan.Statement::sql)
                .containsExactly(
                        "ALTER TABLE public.people RENAME COLUMN mail TO address",
                        "CREATE OR REPLACE VIEW app.mails AS\nselect id, upper(address) as email from people");
        outcome = applying.apply(Order.of(plan, reached, both), Applying.SHORT);
        assertThat(outcome.comparison()).isEqualTo(new Comparison(List.of(), ""));
    }

    @Test
    void commitsANewEnumValueBeforeItIsUsed() throws Exception {
        applying.database.run("CREATE TYPE mood AS ENUM ('good', 'bad')");
        Database base = applying.read();
        try (Applying goal = new Applying(
                home,
                TABLES + ";CREATE TYPE mood AS ENUM ('good', 'bad', 'odd');"
                        + "ALTER TABLE users ADD COLUMN mood mood DEFAULT 'odd'")) {
            Database wanted = goal.read();
            Order order = Order.of(Planner.plan(base, wanted), base, wanted);
            assertThat(order.course().legs()).hasSize(2);

            Outcome outcome = applying.apply(order, Applying.SHORT);
            assertThat(outcome.ending()).isEqualTo(new Ending.Applied());
            assertThat(outcome.comparison().isEqual()).isTrue();
        }
    }

    @Test
    void saysWhatDiffersFromTheDesign() throws Exception {
        Database base = applying.read();
        Database wanted = withColumn(base, "age");
        Outcome outcome = applying.apply(
                new Order(Applying.order("CREATE TABLE a (x int)").course(), base, wanted), Applying.SHORT);
        assertThat(outcome.comparison().missing())
                .containsExactlyInAnyOrder(
                        "DROP TABLE public.a", "ALTER TABLE public.users ADD COLUMN age integer DEFAULT (1 + 1)");
    }

    @Test
    void runsNothingOnADatabaseThatHasChanged() throws Exception {
        Database base = applying.read();
        applying.database.run("ALTER TABLE users ADD COLUMN meanwhile int");
        Outcome outcome = applying.apply(Order.of(Applying.plan("CREATE TABLE a (x int)"), base, base), Applying.SHORT);
        assertThat(outcome.ending())
                .isEqualTo(new Ending.Stale(List.of("ALTER TABLE public.users ADD COLUMN meanwhile integer")));
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("null");
    }

    @Test
    void runsThePhasesOfASaferPlan() throws Exception {
        Database base = applying.read();
        Database wanted = notNull(base);
        var plan = Safer.of(Planner.plan(base, wanted), base, wanted, SaferOptions.DEFAULT);
        for (var phase : plan.phases()) {
            boolean last = phase == plan.phases().getLast();
            Outcome outcome = applying.apply(Order.of(phase, applying.read(), last ? wanted : null), Applying.SHORT);
            assertThat(outcome.ending()).isEqualTo(new Ending.Applied());
        }
        assertThat(applying.ask("SELECT attnotnull FROM pg_attribute WHERE attrelid = 'users'::regclass "
                        + "AND attname = 'email'"))
                .isEqualTo("t");
        assertThat(applying.heard()).contains("1 Committed");
    }

    @Test
    void goesOnOnlyWithTheWantedAnswer() throws Exception {
        applying.database.run("UPDATE users SET email = NULL WHERE id = 7");
        Database base = applying.read();
        var plan = Safer.of(Planner.plan(base, notNull(base)), base, notNull(base), SaferOptions.DEFAULT);
        Outcome outcome = applying.apply(Order.of(plan.phases().getFirst(), base, null), Applying.SHORT);
        assertThat(outcome.ending()).isEqualTo(new Ending.Unmet(1, "1", "0"));
        assertThat(outcome.committed()).isZero();
    }

    @Test
    void saysWhenTheServerIsLostInTheMiddle() throws Exception {
        CompletableFuture<Outcome> run =
                applying.start(Applying.order("CREATE TABLE a (x int)", "SELECT pg_sleep(30)"), Applying.SHORT);
        Applying.await("sleeping", () -> applying.state(2) instanceof LineState.Running);
        applying.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                + OwnSession.APPLICATION + "' AND datname = current_database()");
        Outcome outcome = run.get(20, TimeUnit.SECONDS);
        assertThat(outcome.ending()).isInstanceOf(Ending.Failed.class);
        assertThat(outcome.committed()).isZero();
        assertThat(applying.ask("SELECT to_regclass('a')::text")).isEqualTo("null");
    }

    @Test
    void needsAConsentForThisVeryOrder() {
        Order order = Applying.order("CREATE TABLE a (x int)");
        Consent other = Consent.given(
                applying.profile, Applying.order("CREATE TABLE b (x int)").course(), "", Set.of());
        assertThatThrownBy(() -> new Application(applying.workspace, applying.journal)
                        .run(order, other, Applying.SHORT, (_, _) -> {}, applying.cancellation))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Database withColumn(Database base, String name) {
        // What a person types, which the server writes otherwise.
        Column like = base.tables().findFirst().orElseThrow().columns().getFirst();
        Column added = like.withName(name).withNotNull(null).withDefault("1+1");
        return changed(base, table -> {
            List<Column> columns = new java.util.ArrayList<>(table.columns());
            columns.add(added);
            return table.with(columns, table.constraints());
        });
    }

    private static Database notNull(Database base) {
        return changed(
                base,
                table -> table.with(
                        table.columns().stream()
                                .map(column -> column.name().equals("email")
                                        ? column.withNotNull(
                                                table.columns().getFirst().notNull())
                                        : column)
                                .toList(),
                        table.constraints()));
    }

    private static Database changed(Database base, java.util.function.UnaryOperator<Table> change) {
        return base.withSchemas(base.schemas().stream()
                .map(schema ->
                        schema.withTables(schema.tables().stream().map(change).toList()))
                .toList());
    }
}
