package mana.studio.locks.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import mana.studio.connection.SmallServer;
import mana.studio.locks.Level;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import mana.studio.locks.report.Handover;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Prepared transactions, which a server allows only by a setting.
class PreparedTest {
    private static final LockKey KEY = LockKey.of(-1, 42);

    private static SmallServer server;

    @BeforeAll
    static void start() throws IOException {
        server = SmallServer.start(Map.of("max_prepared_transactions", "4", "fsync", "off"));
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void findsThePreparedTransactionThatHoldsALock() throws SQLException, IOException {
        String gid = "it's a \\ \"deploy\"";
        try (Scene scene = Scene.of(server.server(), "postgres")) {
            scene.open("gone")
                    .run("BEGIN")
                    .run("SELECT pg_advisory_xact_lock(-1, 42)")
                    .run("PREPARE TRANSACTION '" + gid.replace("'", "''") + "'")
                    .leave();
            Court court = new Court(scene, "{}");
            Assessment alone = court.of(KEY);
            assertThat(alone.state()).isEqualTo(State.PREPARED);
            assertThat(alone.severity()).isEqualTo(Severity.WARNING);
            scene.open("waiter").blocks("SELECT pg_advisory_lock(-1, 42)");

            Assessment judged = court.of(KEY);

            assertThat(judged.severity()).isEqualTo(Severity.STUCK);
            assertThat(judged.diagnosis()).isEqualTo(Diagnosis.PREPARED_TRANSACTION);
            assertThat(judged.roots()).containsExactly(0);
            assertThat(judged.lock().holders().getFirst().level()).isEqualTo(Level.TRANSACTION);
            assertThat(judged.suggestion())
                    .isEqualTo(
                            new Suggestion.EndPrepared(gid, scene.capabilities().databaseId()));
            assertThat(judged.sentence())
                    .contains("by the prepared transaction “" + gid + "”")
                    .contains("one session waits");
            assertThat(judged.evidence())
                    .contains("postgres prepared it: that role or a superuser can end it, in the database postgres.");
            List<String> both = Handover.prepared(gid).orElseThrow();
            assertThat(both).hasSize(2);
            scene.run(both.getFirst());
            scene.await(
                    "the waiter has it",
                    board -> board.lock(judged.lock().id())
                            .filter(lock -> lock.waiters().isEmpty())
                            .isPresent());
        }
    }

    @Test
    void findsAPreparedTransactionAtTheRoot() throws SQLException, IOException {
        LockKey key = LockKey.of(5);
        try (Scene scene = Scene.of(server.server(), "postgres").run("CREATE TABLE users ()")) {
            scene.open("gone")
                    .run("BEGIN")
                    .run("LOCK TABLE users")
                    .run("PREPARE TRANSACTION 'table'")
                    .leave();
            scene.open("migrate").run("SELECT pg_advisory_lock(5)").begin("ALTER TABLE users ADD a int");
            Court court = new Court(scene, Court.STRICT);

            Assessment judged = court.await(key, "blocked", one -> one.state() == State.BLOCKED);

            assertThat(judged.roots()).containsExactly(0);
            assertThat(judged.suggestion()).isInstanceOf(Suggestion.EndPrepared.class);
            assertThat(judged.sentence()).endsWith("At the root: a prepared transaction.");
            assertThat(judged.unknown())
                    .contains("Which prepared transaction is in the way: pg_prepared_xacts lists them.");
            scene.run("ROLLBACK PREPARED 'table'");
        }
    }
}
