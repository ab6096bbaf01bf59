package mana.studio.drizzle.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import mana.studio.apply.LineState;
import mana.studio.drizzle.migrate.Foreseen.Gravity;
import mana.studio.drizzle.migrate.Foreseen.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What one transaction cannot run is foreseen; the second mode runs it, and goes on where it stopped.
@Timeout(60)
class CommitBetweenTest {
    private static final String BREAK = ";\n--> statement-breakpoint\n";

    @TempDir
    private Path home;

    private Migrating migrating;

    @BeforeEach
    void open() throws Exception {
        migrating = new Migrating(home);
    }

    @AfterEach
    void close() {
        migrating.close();
    }

    private Path folder(String... sql) {
        return Folder.of(home.resolve("migrations"), sql).path;
    }

    private MigrateOutcome between(Path folder) {
        return migrating.run(folder, Mode.COMMIT_BETWEEN, Waiting.STANDARD);
    }

    private void check(Path folder, Kind kind, String sqlState, int legs) throws Exception {
        Proposal proposal = migrating.propose(folder, Mode.ONE_TRANSACTION);
        assertThat(proposal.willFail()).isTrue();
        assertThat(proposal.isHelpedByCommits()).isTrue();
        assertThat(proposal.foreseen()).anySatisfy(foreseen -> {
            assertThat(foreseen.kind()).isEqualTo(kind);
            assertThat(foreseen.sqlState()).isEqualTo(sqlState);
        });
        assertThat(migrating.run(folder))
                .isInstanceOfSatisfying(
                        MigrateOutcome.Failed.class,
                        failed -> assertThat(failed.error().sqlState()).isEqualTo(sqlState));

        Proposal second = migrating.propose(folder, Mode.COMMIT_BETWEEN);
        assertThat(second.willFail()).isFalse();
        assertThat(second.foreseen())
                .anyMatch(foreseen -> foreseen.kind() == kind && foreseen.gravity() == Gravity.HANDLED);
        assertThat(second.legs()).hasSize(legs);
        assertThat(between(folder)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.rows()).hasSize(second.files().size());
        assertThat(migrating.run(folder)).isInstanceOf(MigrateOutcome.NothingToDo.class);
    }

    @Test
    void buildsAnIndexConcurrently() throws Exception {
        assumeTrue(Files.exists(Migrating.SAMPLE), "the sample is not here");
        check(Migrating.SAMPLE.resolve("broken/concurrent-index/migrations"), Kind.NOT_IN_TRANSACTION, "25001", 5);
        assertThat(migrating.ask("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("0");
    }

    @Test
    void usesANewValueOfAnEnum() throws Exception {
        migrating.database.run("CREATE TYPE mood AS ENUM ('good')");
        check(
                folder("ALTER TYPE mood ADD VALUE 'odd'" + BREAK + "CREATE TABLE a (m mood DEFAULT 'odd')"),
                Kind.ENUM_VALUE,
                "55P04",
                2);
    }

    @Test
    void foreseesAValueUsedInALaterFile() throws Exception {
        migrating.database.run("CREATE TYPE mood AS ENUM ('good')");
        Path folder = folder("ALTER TYPE mood ADD VALUE 'odd'", "CREATE TABLE a (m mood DEFAULT 'odd')");
        assertThat(migrating.propose(folder, Mode.ONE_TRANSACTION).willFail()).isTrue();
        assertThat(migrating.propose(folder, Mode.COMMIT_BETWEEN).willFail()).isFalse();
        assertThat(between(folder)).isInstanceOf(MigrateOutcome.Applied.class);
    }

    @Test
    void givesTheLockBackBeforeItValidates() throws Exception {
        migrating.database.run("CREATE TABLE a (x int)");
        Path folder = folder("ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0) NOT VALID" + BREAK
                + "ALTER TABLE a VALIDATE CONSTRAINT c");
        Proposal one = migrating.propose(folder, Mode.ONE_TRANSACTION);
        assertThat(one.willFail()).isFalse();
        assertThat(one.foreseen()).anyMatch(each -> each.kind() == Kind.VALIDATE && each.gravity() == Gravity.WARNING);
        assertThat(migrating.propose(folder, Mode.COMMIT_BETWEEN).legs()).hasSize(2);
        assertThat(between(folder)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.ask("SELECT convalidated FROM pg_constraint WHERE conname = 'c'"))
                .containsExactly("t");
    }

    @Test
    void foreseesWhatElseIsRefused() throws Exception {
        Path folder =
                folder("CREATE SCHEMA \"drizzle\"", "VACUUM", "ALTER SYSTEM SET work_mem = '4MB'", "CREATE TABEL x ()");
        Proposal proposal = migrating.propose(folder, Mode.ONE_TRANSACTION);
        assertThat(proposal.foreseen().stream().map(each -> each.place() + " " + each.sqlState()))
                .containsExactlyInAnyOrder("0000_m:1 42P06", "0001_m:1 25001", "0002_m:1 25001", "0003_m:1 42601");
    }

    @Test
    void goesOnAfterAFailureAndClearsWhatItLeft() throws Exception {
        migrating.database.run("CREATE TABLE users (email text); INSERT INTO users VALUES ('a'), ('a')");
        Path folder = folder("CREATE TABLE a (x int)" + BREAK
                + "CREATE UNIQUE INDEX CONCURRENTLY users_email ON public.users (email)" + BREAK
                + "CREATE TABLE b (x int)");
        assertThat(between(folder)).isInstanceOfSatisfying(MigrateOutcome.Failed.class, failed -> {
            assertThat(failed.error().sqlState()).isEqualTo("23505");
            assertThat(failed.part()).isEqualTo(1);
            assertThat(failed.leftovers())
                    .singleElement()
                    .satisfies(left -> assertThat(left.name().name()).isEqualTo("users_email"));
            assertThat(failed.isUndone()).isFalse();
        });
        assertThat(migrating.ask("SELECT to_regclass('a')")).containsExactly("a");

        Proposal one = migrating.propose(folder, Mode.ONE_TRANSACTION);
        assertThat(one.foreseen()).anyMatch(each -> each.kind() == Kind.HALF_DONE && each.gravity() == Gravity.FAILS);
        Proposal proposal = migrating.propose(folder, Mode.COMMIT_BETWEEN);
        assertThat(proposal.statements()).isEqualTo(2);
        assertThat(proposal.foreseen().stream()
                        .filter(each -> each.kind() == Kind.HALF_DONE)
                        .map(Foreseen::message))
                .containsExactly("The first statement of it is committed by an earlier run that stopped half-way."
                        + " The index public.users_email was left not valid: it is removed and built again.");

        migrating.database.run("DELETE FROM users");
        migrating.heard.clear();
        assertThat(between(folder)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.heard)
                .anyMatch(MigrateEvent.Resumed.class::isInstance)
                .contains(new MigrateEvent.Cleared("public.users_email"));
        assertThat(migrating.ask("SELECT indisvalid FROM pg_index WHERE indexrelid = 'users_email'::regclass"))
                .containsExactly("t");
        assertThat(migrating.rows()).hasSize(1);
        assertThat(migrating.journal.read(migrating.profile.target(), migrating.table))
                .isEmpty();
    }

    @Test
    void doesNotGoOnInAFileThatIsAnother() throws Exception {
        Path folder = folder("CREATE TABLE a (x int)" + BREAK + "VACUUM" + BREAK + "SELECT 1 / 0");
        assertThat(between(folder)).isInstanceOf(MigrateOutcome.Failed.class);
        Folder.of(folder, "CREATE TABLE a (x int)" + BREAK + "VACUUM" + BREAK + "SELECT 1");
        assertThat(between(folder))
                .isInstanceOfSatisfying(
                        MigrateOutcome.Refused.class,
                        refused -> assertThat(refused.obstacle().what()).contains("was changed since a part of it"));
    }

    /// The studio was killed after the server had committed, before the journal knew.
    @Test
    void asksTheServerWhatBecameOfACommit() throws Exception {
        Path folder = folder("CREATE TABLE a (x int)" + BREAK + "VACUUM" + BREAK + "CREATE TABLE b (x int)");
        assertThat(killedAt(folder, "COMMIT").done()).isEqualTo(1);
        assertThat(killedAt(folder, "ROLLBACK")).isNull();
    }

    private HalfDone killedAt(Path folder, String end) throws Exception {
        Proposal proposal = migrating.propose(folder, Mode.COMMIT_BETWEEN);
        String hash = proposal.files().getFirst().file().hash();
        try (Connection session = migrating.database.source().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute("BEGIN");
            String xid;
            try (var row = statement.executeQuery("SELECT pg_current_xact_id()::text")) {
                row.next();
                xid = row.getString(1);
            }
            statement.execute(end);
            migrating.journal.write(
                    migrating.profile.target(),
                    migrating.table,
                    new RunJournal.Entry("0000_m", hash, MigrateSession.system(session), 0, 1, false, xid, null));
            return new Recovered(session, migrating.cancellation)
                    .of(
                            migrating
                                    .journal
                                    .read(migrating.profile.target(), migrating.table)
                                    .orElseThrow(),
                            proposal.folder(),
                            MigrateSession.system(session));
        }
    }

    @Test
    void takesAFilesOwnCommitsForItsOwn() throws Exception {
        Path folder = folder("CREATE TABLE a (x int)" + BREAK + "COMMIT" + BREAK
                + "CREATE INDEX CONCURRENTLY i ON a (x)" + BREAK + "BEGIN" + BREAK + "CREATE TABLE b (x int)");
        assertThat(migrating.propose(folder, Mode.ONE_TRANSACTION).willFail()).isFalse();
        assertThat(migrating.run(folder)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.rows()).hasSize(1);
        migrating.database.run("DROP TABLE a, b; DROP SCHEMA drizzle CASCADE");
        assertThat(between(folder)).isInstanceOf(MigrateOutcome.Applied.class);
        assertThat(migrating.rows()).hasSize(1);
        assertThat(migrating.heard.stream()
                        .filter(MigrateEvent.PieceChanged.class::isInstance)
                        .map(event -> ((MigrateEvent.PieceChanged) event).state()))
                .noneMatch(LineState.Failed.class::isInstance);
    }

    @Test
    void stopsBetweenLegsAndKeepsWhatIsDone() throws Exception {
        Path folder = folder("CREATE TABLE a (x int)" + BREAK + "VACUUM", "SELECT pg_sleep(50)");
        var running = java.util.concurrent.CompletableFuture.supplyAsync(() -> between(folder));
        MigratorTest.await(
                "it sleeps",
                () -> migrating.heard.stream()
                        .anyMatch(event -> event instanceof MigrateEvent.PieceChanged change
                                && change.file() == 1
                                && change.state() instanceof LineState.Running));
        migrating.cancellation.request();
        assertThat(running.get())
                .isInstanceOfSatisfying(
                        MigrateOutcome.Cancelled.class,
                        cancelled -> assertThat(cancelled.kept()).isEqualTo(List.of("0000_m")));
        assertThat(migrating.rows()).hasSize(1);
    }
}
