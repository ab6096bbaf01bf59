package mana.studio.drizzle.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import mana.studio.apply.LineState;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.MigrationsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Migrations run on a real server, with others in the way.
@Timeout(60)
class MigratorTest {
    @TempDir
    private Path home;

    private Migrating migrating;

    @BeforeEach
    void open() throws Exception {
        migrating = new Migrating(home);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(migrating.isFree()).as("no advisory lock is left").isTrue();
        migrating.close();
    }

    private Folder folder(String... sql) {
        return Folder.of(home.resolve("migrations"), sql);
    }

    @Test
    void runsWhatIsPendingAndKeepsTheBooks() throws Exception {
        Folder folder = folder("CREATE TABLE a (x int);\n--> statement-breakpoint\nCREATE TABLE b (x int)");
        assertThat(migrating.run(folder.path))
                .isInstanceOfSatisfying(
                        MigrateOutcome.Applied.class,
                        applied -> assertThat(applied.tags()).containsExactly("0000_m"));
        folder.add("more", 2000, "INSERT INTO a VALUES (1); INSERT INTO b VALUES (2);");
        migrating.heard.clear();
        assertThat(migrating.run(folder.path)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.heard.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly(
                        "Connected",
                        "LockTaken",
                        "Decided",
                        "PieceChanged",
                        "PieceChanged",
                        "PieceChanged",
                        "PieceChanged",
                        "FileDone",
                        "PieceChanged",
                        "PieceChanged",
                        "Committed",
                        "LockReleased");
        assertThat(migrating.rows())
                .isEqualTo(MigrationFolders.read(folder.path).migrations().stream()
                        .map(migration -> migration.file().hash() + " " + migration.when())
                        .toList());
        assertThat(migrating.run(folder.path)).isEqualTo(new MigrateOutcome.NothingToDo("Nothing is pending."));
    }

    @Test
    void hasNothingToDoWithoutAJournalAndMakesNothing() throws Exception {
        Files.createDirectories(home.resolve("empty"));
        assertThat(migrating.run(home.resolve("empty"))).isInstanceOf(MigrateOutcome.NothingToDo.class);
        assertThat(migrating.ask("SELECT to_regnamespace('drizzle')")).containsExactly("null");
    }

    @Test
    void makesItsTableEvenWhereNothingIsPending() throws Exception {
        assertThat(migrating.run(folder().path)).isInstanceOf(MigrateOutcome.NothingToDo.class);
        assertThat(migrating.rows()).isEmpty();
    }

    @Test
    void pollsForTheLockAndSaysWhoHasIt() throws Exception {
        Folder folder = folder("CREATE TABLE a (x int)");
        try (Connection other = holder()) {
            FakeClock clock = new FakeClock(pause -> {
                if (pause == 3) {
                    other.close();
                    await("the lock is free", () -> isFree());
                }
            });
            assertThat(migrating.run(folder.path, Mode.ONE_TRANSACTION, Waiting.STANDARD.withClock(clock)))
                    .isInstanceOf(MigrateOutcome.Applied.class);
            assertThat(clock.pauses).containsExactly(seconds(5), seconds(5), seconds(5));
        }
        MigrateEvent.WaitingForLock waiting =
                heard(MigrateEvent.WaitingForLock.class).get(1);
        assertThat(waiting.waited()).isEqualTo(seconds(5));
        assertThat(waiting.holders()).singleElement().satisfies(holder -> {
            assertThat(holder.application()).isEqualTo("mana-auth-migrate");
            assertThat(holder.state()).isEqualTo("idle");
            assertThat(holder.text()).startsWith("pid " + holder.pid() + " (mana-auth-migrate, idle for ");
        });
    }

    @Test
    void givesUpAfterFiveMinutes() throws Exception {
        FakeClock clock = new FakeClock(_ -> {});
        try (Connection _ = holder()) {
            MigrateOutcome outcome = migrating.run(
                    folder("CREATE TABLE a (x int)").path, Mode.ONE_TRANSACTION, Waiting.STANDARD.withClock(clock));
            assertThat(outcome).isInstanceOfSatisfying(MigrateOutcome.LockTimeout.class, late -> {
                assertThat(late.waited()).isEqualTo(seconds(300));
                assertThat(late.holders()).hasSize(1);
            });
            assertThat(outcome.exitCode()).isOne();
            assertThat(clock.pauses).hasSize(60);
        }
        await("the other's lock is gone", this::isFree);
    }

    @Test
    void stopsWaitingWhenCancelled() throws Exception {
        FakeClock clock = new FakeClock(_ -> migrating.cancellation.request());
        try (Connection _ = holder()) {
            assertThat(migrating.run(
                            folder("CREATE TABLE a (x int)").path,
                            Mode.ONE_TRANSACTION,
                            Waiting.STANDARD.withClock(clock)))
                    .isInstanceOf(MigrateOutcome.Cancelled.class);
        }
        await("the other's lock is gone", this::isFree);
        assertThat(migrating.ask("SELECT to_regclass('a')")).containsExactly("null");
    }

    @Test
    void comesBackWhereTheServerHasNoRoom() throws Exception {
        String role = "guest_" + migrating.database.name();
        migrating.database.run("CREATE ROLE " + role + " LOGIN; GRANT CREATE ON DATABASE " + migrating.database.name()
                + " TO " + role + "; GRANT ALL ON SCHEMA public TO " + role);
        ConnectionString url = ConnectionString.parse("postgres://" + role + "@localhost:"
                + migrating.database.target().endpoints().getFirst().port() + "/" + migrating.database.name());
        Profile profile = new Profile("guest", "Guest", Environment.LOCAL, null, false, url.target());
        try (Workspace workspace = Workspace.open(profile, null, _ -> {}, new Cancellation())) {
            migrating.database.run("ALTER ROLE " + role + " CONNECTION LIMIT 0");
            Migrator migrator = new Migrator(workspace, migrating.journal);
            Migrator.Request request = new Migrator.Request(
                    folder("CREATE TABLE a (x int)").path,
                    MigrationsTable.DEFAULT,
                    Migrating.LOCK,
                    Mode.ONE_TRANSACTION,
                    null,
                    null);
            FakeClock never = new FakeClock(_ -> {});
            MigrateOutcome outcome = migrator.run(
                    request,
                    Permit.given(profile, ""),
                    Waiting.STANDARD.withClock(never),
                    migrating.heard::add,
                    new Cancellation());
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            MigrateOutcome.Unreachable.class,
                            unreachable ->
                                    assertThat(unreachable.error().sqlState()).isEqualTo("53300"));
            assertThat(never.pauses).containsExactly(seconds(2), seconds(4));

            FakeClock soon = new FakeClock(pause -> {
                if (pause == 2) {
                    migrating.database.run("ALTER ROLE " + role + " CONNECTION LIMIT -1");
                }
            });
            assertThat(migrator.run(
                            request,
                            Permit.given(profile, ""),
                            Waiting.STANDARD.withClock(soon),
                            migrating.heard::add,
                            new Cancellation()))
                    .isInstanceOf(MigrateOutcome.Applied.class);
        }
        migrating.database.run("DROP OWNED BY " + role + "; DROP ROLE " + role);
    }

    @Test
    void undoesEverythingWhenOneStatementFails() throws Exception {
        Folder folder = folder(
                "CREATE TABLE a (x int)",
                "CREATE TABLE b (x int);\n--> statement-breakpoint\nINSERT INTO a VALUES (1);\n"
                        + "ALTER TABLE a\n  ADD COLUMN y nothing;\n--> statement-breakpoint\nCREATE TABLE c (x int)");
        assertThat(migrating.run(folder.path)).isInstanceOfSatisfying(MigrateOutcome.Failed.class, failed -> {
            assertThat(failed.tag()).isEqualTo("0001_m");
            assertThat(failed.number()).isEqualTo(3);
            assertThat(failed.line()).isEqualTo(5);
            assertThat(failed.error().sqlState()).isEqualTo("42704");
            assertThat(failed.isUndone()).isTrue();
        });
        assertThat(last(1, 3)).isInstanceOf(LineState.Failed.class);
        assertThat(last(1, 2)).isInstanceOf(LineState.RolledBack.class);
        assertThat(last(0, 1)).isInstanceOf(LineState.RolledBack.class);
        assertThat(last(1, 4)).isInstanceOf(LineState.NotReached.class);
        assertThat(migrating.rows()).isEmpty();
        assertThat(migrating.ask("SELECT to_regclass('a')")).containsExactly("null");
    }

    @Test
    void cancelsWhatRunsOnTheServer() throws Exception {
        Folder folder = folder("CREATE TABLE a (x int);\n--> statement-breakpoint\nSELECT pg_sleep(50)");
        CompletableFuture<MigrateOutcome> running = CompletableFuture.supplyAsync(() -> migrating.run(folder.path));
        await("it sleeps", () -> last(0, 2) instanceof LineState.Running);
        migrating.cancellation.request();
        assertThat(running.get(20, TimeUnit.SECONDS)).isInstanceOf(MigrateOutcome.Cancelled.class);
        assertThat(last(0, 2)).isInstanceOf(LineState.Stopped.class);
        assertThat(migrating.ask("SELECT to_regclass('a')")).containsExactly("null");
    }

    @Test
    void saysWhoLocksATable() throws Exception {
        migrating.database.run("CREATE TABLE users (x int)");
        Folder folder = folder("ALTER TABLE users ADD COLUMN y int");
        try (Connection other = migrating.database.source().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SET application_name = 'psql'; SELECT * FROM users");
            CompletableFuture<MigrateOutcome> running = CompletableFuture.supplyAsync(() -> migrating.run(folder.path));
            await("it waits", () -> last(0, 1) instanceof LineState.Waiting);
            LineState.Waiting waiting = (LineState.Waiting) last(0, 1);
            assertThat(waiting.blockers().getFirst().text()).contains("psql", "idle in transaction");
            other.rollback();
            assertThat(running.get(20, TimeUnit.SECONDS)).isInstanceOf(MigrateOutcome.Applied.class);
        }
    }

    @Test
    void knowsThatALostSessionTookItsTransactionAlong() throws Exception {
        Folder folder = folder("CREATE TABLE a (x int);\n--> statement-breakpoint\nSELECT pg_sleep(50)");
        CompletableFuture<MigrateOutcome> running = CompletableFuture.supplyAsync(() -> migrating.run(folder.path));
        await("it sleeps", () -> last(0, 2) instanceof LineState.Running);
        migrating.ask("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = '"
                + MigrateSession.APPLICATION + "' AND datname = current_database()");
        assertThat(running.get(20, TimeUnit.SECONDS)).isInstanceOfSatisfying(MigrateOutcome.Failed.class, failed -> {
            assertThat(failed.error().sqlState()).isEqualTo("57P01");
            assertThat(failed.isUndone()).isTrue();
        });
        assertThat(migrating.ask("SELECT to_regclass('a')")).containsExactly("null");
    }

    @Test
    void passesByWhatIsOlderThanTheNewestRowAndSaysSo() throws Exception {
        Folder folder = folder("CREATE TABLE a (x int)");
        migrating.run(folder.path);
        folder.add("late", 500, "CREATE TABLE b (x int)");
        Proposal proposal = migrating.propose(folder.path, Mode.ONE_TRANSACTION);
        assertThat(proposal.files()).isEmpty();
        assertThat(proposal.foreseen()).singleElement().satisfies(foreseen -> {
            assertThat(foreseen.kind()).isEqualTo(Foreseen.Kind.SKIPPED);
            assertThat(foreseen.message()).contains("(500)", "(1000)");
        });
        assertThat(migrating.run(folder.path)).isInstanceOf(MigrateOutcome.NothingToDo.class);

        migrating.database.run("UPDATE drizzle.__drizzle_migrations SET created_at = NULL");
        assertThat(migrating.propose(folder.path, Mode.ONE_TRANSACTION).files()).hasSize(2);
        assertThat(migrating.run(folder.path))
                .isInstanceOfSatisfying(
                        MigrateOutcome.Failed.class,
                        failed -> assertThat(failed.error().sqlState()).isEqualTo("42P07"));
    }

    @Test
    void runsNothingThatWasNotShown() throws Exception {
        Folder folder = folder("CREATE TABLE a (x int)");
        Proposal seen = migrating.propose(folder.path, Mode.ONE_TRANSACTION);
        folder.add("secret", 2000, "DROP SCHEMA public CASCADE");
        MigrateOutcome outcome = migrating.migrator.run(
                new Migrator.Request(folder.path, migrating.table, Migrating.LOCK, Mode.ONE_TRANSACTION, seen, null),
                Permit.given(migrating.profile, ""),
                Waiting.STANDARD,
                migrating.heard::add,
                migrating.cancellation);
        assertThat(outcome).isInstanceOf(MigrateOutcome.Refused.class);
    }

    @Test
    void refusesProductionAndReadOnly() {
        Profile production = new Profile("p", "P", Environment.PRODUCTION, null, false, migrating.database.target());
        assertThatThrownBy(() -> Permit.given(production, migrating.database.name()))
                .hasMessageContaining("a production database");
        assertThatThrownBy(() -> Permit.given(production.withApplyAllowed(true), "other"))
                .hasMessageContaining("must be typed");
        Profile readOnly = new Profile("r", "R", Environment.LOCAL, null, true, migrating.database.target());
        assertThatThrownBy(() -> Permit.given(readOnly, "")).hasMessageContaining("read-only");
    }

    @Test
    void keepsTheBooksOfOneDotZero() throws Exception {
        assumeTrue(Files.exists(Migrating.SAMPLE), "the sample is not here");
        Path folder = Migrating.SAMPLE.resolve("services-v1/mana-auth/src/db/migrations");
        assertThat(migrating.run(folder)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.ask("SELECT id || ' ' || hash || ' ' || created_at || ' ' || name FROM "
                        + "drizzle.__drizzle_migrations WHERE applied_at IS NOT NULL ORDER BY id"))
                .isEqualTo(recorded("__drizzle_migrations_auth"));
        assertThat(migrating.run(folder)).isInstanceOf(MigrateOutcome.NothingToDo.class);
    }

    /// What the real 1.0 has written, out of the sample's dump.
    private static List<String> recorded(String table) throws Exception {
        return Files.readString(Migrating.SAMPLE.resolve("dumps/mana_platform_v1_auth_credits.sql"))
                .lines()
                .dropWhile(line -> !line.startsWith("COPY drizzle." + table + " "))
                .skip(1)
                .takeWhile(line -> !line.equals("\\."))
                .map(line -> String.join(" ", List.of(line.split("\t")).subList(0, 4)))
                .toList();
    }

    @Test
    void takesATableOfTheStableLineOver() throws Exception {
        Folder folder = new Folder(home.resolve("stable"));
        folder.add("a", 1_767_323_045_678L, "CREATE TABLE a (x int)");
        folder.add("b", 1_767_323_046_000L, "CREATE TABLE b (x int)");
        migrating.run(folder.path);
        Folder dated = new Folder(home.resolve("dated"));
        Files.delete(dated.path.resolve("meta/_journal.json"));
        dated.write("20260102030405_a/migration.sql", "CREATE TABLE a (x int)");
        dated.write("20260102030406_b/migration.sql", "CREATE TABLE b (x int)");
        dated.write("20260101000000_late/migration.sql", "CREATE TABLE c (x int)");
        assertThat(migrating.run(dated.path))
                .isInstanceOfSatisfying(
                        MigrateOutcome.Applied.class,
                        applied -> assertThat(applied.tags()).containsExactly("20260101000000_late"));
        assertThat(migrating.ask("SELECT name || ' ' || (applied_at IS NULL) FROM drizzle.__drizzle_migrations"
                        + " ORDER BY id"))
                .containsExactly("20260102030405_a true", "20260102030406_b true", "20260101000000_late false");

        migrating.table = new MigrationsTable("drizzle", "shared");
        migrating.run(Folder.of(home.resolve("other"), "CREATE TABLE d (x int)").path);
        assertThat(migrating.run(dated.path))
                .isInstanceOfSatisfying(
                        MigrateOutcome.Refused.class,
                        refused -> assertThat(refused.obstacle().what()).contains("row 1 of it match no folder"));
    }

    private Connection holder() throws Exception {
        Connection other = migrating.database.source().getConnection();
        try (Statement statement = other.createStatement()) {
            statement.execute("SET application_name = 'mana-auth-migrate'");
            statement.execute("SELECT pg_advisory_lock(" + Migrating.LOCK + ")");
        }
        return other;
    }

    private boolean isFree() {
        try {
            return migrating.isFree();
        } catch (Exception refused) {
            throw new AssertionError(refused);
        }
    }

    private <T extends MigrateEvent> List<T> heard(Class<T> kind) {
        return migrating.heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private LineState last(int file, int number) {
        return heard(MigrateEvent.PieceChanged.class).stream()
                .filter(change -> change.file() == file && change.number() == number)
                .map(MigrateEvent.PieceChanged::state)
                .reduce(new LineState.Pending(), (_, later) -> later);
    }

    private static Duration seconds(int count) {
        return Duration.ofSeconds(count);
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
