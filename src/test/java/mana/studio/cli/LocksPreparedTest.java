package mana.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.SmallServer;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import org.junit.jupiter.api.Test;

/// On a server of its own: others prepare no transactions.
class LocksPreparedTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void rollsBackThePreparedTransactionThatIsNamed() throws Exception {
        try (SmallServer server = SmallServer.start(Map.of("max_prepared_transactions", "4", "fsync", "off"));
                Scene scene = Scene.of(server.server(), "postgres")) {
            for (int key = 1; key <= 2; key++) {
                scene.open("importer")
                        .run("BEGIN; SELECT pg_advisory_xact_lock(" + key + "); PREPARE TRANSACTION 'job " + key + "'");
            }
            String url = ConnectionString.print(server.server().target("template1"));
            int code = Cli.run(
                    List.of("locks", "rollback-prepared", "--url", url, "--gid", "job 1"),
                    new PrintWriter(out),
                    new PrintWriter(err));
            assertThat(code).as(err.toString()).isZero();
            assertThat(out.toString()).contains("The lock is free");
            assertThat(scene.lock(LockKey.of(1))).isEmpty();
            assertThat(scene.lock(LockKey.of(2))).isPresent();
            scene.run("ROLLBACK PREPARED 'job 2'");
        }
    }
}
