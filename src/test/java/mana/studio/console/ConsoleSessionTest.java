package mana.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectException;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.console.Ran.Outcome;
import mana.studio.statement.SqlStatement;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConsoleSessionTest {
    private static TestDatabase database;
    private static Workspace workspace;

    private final ConsoleSession session = new ConsoleSession(workspace);

    @BeforeAll
    static void open() throws ConnectException {
        database = TestServer.freshDatabase().run("CREATE TABLE notes (id int PRIMARY KEY, body text)");
        workspace = open(false);
    }

    private static Workspace open(boolean readOnly) throws ConnectException {
        Profile profile = new Profile("console", "console", Environment.LOCAL, null, readOnly, database.target());
        return Workspace.open(profile, null, _ -> {}, new Cancellation());
    }

    @AfterAll
    static void closeAll() {
        workspace.close();
    }

    @AfterEach
    void close() {
        session.close();
        database.run("TRUNCATE notes");
    }

    private Ran run(String sql) {
        return session.run(statement(sql), 1_000, new Cancellation());
    }

    private static SqlStatement statement(String sql) {
        return Script.of(sql).statements().getFirst();
    }

    private static Grid rows(Ran ran) {
        return ((Outcome.Rows) ran.outcomes().getFirst()).grid();
    }

    private static String value(Ran ran) {
        return rows(ran).rows().getFirst().getFirst().text();
    }

    private static Refusal refusal(Ran ran) {
        return ((Outcome.Failed) ran.outcomes().getFirst()).refusal();
    }

    @Test
    void readsTheFirstRowsAndLeavesNoTransactionOpen() {
        Ran ran = run("SELECT g, NULL::text, g % 2 = 0, repeat('x', 200000) FROM generate_series(1, 5000) g");
        Grid grid = rows(ran);
        assertThat(grid.more()).isTrue();
        assertThat(grid.rows().size()).isBetween(20, 1_000);
        assertThat(grid.rows().getFirst().get(1).text()).isNull();
        assertThat(grid.rows().getFirst().get(2).text()).isEqualTo("false");
        assertThat(grid.rows().getFirst().get(3).cut()).isTrue();
        assertThat(session.state().transaction()).isNull();
        Ran again = session.runAgain(statement("SELECT * FROM generate_series(1, 5000)"), 10_000, new Cancellation());
        assertThat(rows(again).rows()).hasSize(5_000);
        assertThat(rows(run("SELECT * FROM generate_series(1, 5000)")).rows()).hasSize(1_000);
    }

    @Test
    void commitsByItselfOrOnlyWhenTold() throws Exception {
        run("INSERT INTO notes VALUES (1, 'a')");
        assertThat(value(run("SELECT count(*) FROM notes"))).isEqualTo("1");
        session.setManual(true);
        Ran ran = run("DELETE FROM notes");
        assertThat(ran.outcomes()).containsExactly(new Outcome.Done(1));
        assertThat(session.state().transaction()).isNotNull();
        assertThat(session.state().transaction().idleLimit().toSeconds()).isEqualTo(60);
        session.end(false, new Cancellation());
        assertThat(session.state().transaction()).isNull();
        assertThat(value(run("SELECT count(*) FROM notes"))).isEqualTo("1");
        session.end(true, new Cancellation());
        assertThat(session.state().transaction()).isNull();
    }

    @Test
    void saysWhatTheServerAnsweredAndWhere() {
        Ran ran = session.run(
                Script.of("SELECT 1;\nSELECT 'ä😀', nope FROM notes")
                        .statements()
                        .getLast(),
                10,
                new Cancellation());
        assertThat(refusal(ran).sqlState()).isEqualTo("42703");
        assertThat(refusal(ran).at()).isEqualTo("SELECT 1;\nSELECT 'ä😀', ".length());
        Ran notice =
                run("DO $$ BEGIN RAISE NOTICE 'hello'; RAISE EXCEPTION 'no' USING HINT = 'why', DETAIL = 'so'; END $$");
        assertThat(notice.notices()).extracting(Ran.Notice::text).containsExactly("hello");
        assertThat(refusal(notice).hint()).isEqualTo("why");
        assertThat(refusal(notice).detail()).isEqualTo("so");
    }

    @Test
    void analysesWithoutLeavingAnything() {
        Ran plan = session.explain(statement("INSERT INTO notes VALUES (2, 'b')"), true, new Cancellation());
        assertThat(value(plan)).contains("Insert on notes");
        assertThat(value(run("SELECT count(*) FROM notes"))).isEqualTo("0");
        run("BEGIN");
        run("INSERT INTO notes VALUES (3, 'c')");
        session.explain(statement("DELETE FROM notes"), true, new Cancellation());
        assertThat(value(run("SELECT count(*) FROM notes"))).isEqualTo("1");
        run("COMMIT");
        assertThat(session.state().transaction()).isNull();
    }

    @Test
    void cancelReachesTheServer() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Ran> running =
                CompletableFuture.supplyAsync(() -> session.run(statement("SELECT pg_sleep(30)"), 10, cancellation));
        while (!value(new ConsoleSessionProbe().busy()).equals("1")) {
            Thread.onSpinWait();
        }
        cancellation.request();
        assertThat(running.get(10, TimeUnit.SECONDS).outcomes()).containsExactly(new Outcome.Cancelled());
        assertThat(value(run("SELECT 1"))).isEqualTo("1");
    }

    /// Another console, which sees what the first one runs.
    private static final class ConsoleSessionProbe {
        Ran busy() {
            try (ConsoleSession other = new ConsoleSession(workspace)) {
                return other.run(
                        statement("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT"
                                + " pg_sleep%'"),
                        10,
                        new Cancellation());
            }
        }
    }

    @Test
    void noticesThatTheServerEndedAnIdleTransaction() throws Exception {
        run("SET idle_in_transaction_session_timeout = '200ms'");
        run("BEGIN");
        SessionState.OpenTransaction open = session.state().transaction();
        assertThat(open.idleLimit().toMillis()).isEqualTo(200);
        while (!open.isExpired(java.time.Instant.now())) {
            Thread.onSpinWait();
        }
        assertThat(session.isAlive()).isFalse();
        assertThat(session.state().transaction()).isNull();
        assertThat(value(run("SELECT 1"))).isEqualTo("1");
    }

    @Test
    void knowsItsLocksAndAnUnlockInVain() {
        run("SELECT pg_advisory_lock(42)");
        assertThat(session.state().held()).containsExactly(new SessionState.Held(AdvisoryKey.of(42), false));
        AdvisoryUnlock own = AdvisoryUnlock.in("SELECT pg_advisory_unlock(42)").orElseThrow();
        assertThat(own.advice(session.state().held())).isEmpty();
        assertThat(own.wasInVain(run("SELECT pg_advisory_unlock(42)"))).isFalse();
        Ran vain = run("SELECT pg_advisory_unlock(42)");
        assertThat(value(vain)).isEqualTo("false");
        assertThat(own.wasInVain(vain)).isTrue();
        assertThat(own.advice(session.state().held()).orElseThrow()).contains("does not hold lock 42");
    }

    @Test
    void writesNothingWhereTheConnectionIsReadOnly() throws Exception {
        try (Workspace reading = open(true);
                ConsoleSession own = new ConsoleSession(reading)) {
            Ran ran = own.run(statement("INSERT INTO notes VALUES (9)"), 10, new Cancellation());
            assertThat(refusal(ran).sqlState()).isEqualTo("25006");
        }
    }

    @Test
    void runsWhatRefusesATransaction() {
        assertThat(run("VACUUM notes").succeeded()).isTrue();
        assertThat(run("\\d notes").succeeded()).isFalse();
        assertThat(List.of(run("SELECT '?' WHERE '{d}' = '{d}'").succeeded())).containsExactly(true);
    }
}
