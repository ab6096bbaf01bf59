package mana.studio.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;

class DemoClusterTest {
    private static final DemoProgress SILENT = (_, _) -> {};

    private final DemoCluster cluster = new DemoCluster(TestServer.server(), SILENT);

    @Test
    void leavesADatabaseThatIsThere() throws IOException, SQLException {
        cluster.ensure("cluster_kept", one());
        answers("cluster_kept").run("INSERT INTO notes VALUES ('mine')");

        cluster.ensure("cluster_kept", one());

        assertThat(answers("cluster_kept").column("TABLE notes")).containsExactly("first", "mine");
    }

    @Test
    void replacesADatabaseWhileSomebodyIsConnected() throws IOException, SQLException {
        cluster.ensure("cluster_reset", one());
        answers("cluster_reset").run("INSERT INTO notes VALUES ('mine')");

        try (Connection _ = TestServer.server().source("cluster_reset").getConnection()) {
            cluster.recreate("cluster_reset", one());
        }

        assertThat(answers("cluster_reset").column("TABLE notes")).containsExactly("first");
    }

    @Test
    void startsAgainWhereACreationWasBrokenOff() throws IOException, SQLException {
        DemoCluster.Filling halfway = (empty, _) -> {
            new Answers(empty).run("CREATE TABLE notes (body text)");
            throw new IOException("power cut");
        };
        assertThatThrownBy(() -> cluster.ensure("cluster_half", halfway)).hasMessage("power cut");
        assertThat(databases()).contains("cluster_half_new").doesNotContain("cluster_half");

        cluster.ensure("cluster_half", one());

        assertThat(answers("cluster_half").column("TABLE notes")).containsExactly("first");
        assertThat(databases()).doesNotContain("cluster_half_new");
    }

    @Test
    void keepsTheOldDatabaseWhereTheNewOneFails() throws IOException, SQLException {
        cluster.ensure("cluster_old", one());

        assertThatThrownBy(() -> cluster.recreate("cluster_old", (_, _) -> {
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(answers("cluster_old").column("TABLE notes")).containsExactly("first");
    }

    @Test
    void waitsForAnotherStudioThatCreatesTheSame() throws Exception {
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        DemoCluster.Filling slow = (empty, progress) -> {
            creating.countDown();
            await(waiting);
            one().fill(empty, progress);
        };
        List<String> heard = new ArrayList<>();
        DemoCluster second = new DemoCluster(TestServer.server(), (doing, _) -> {
            heard.add(doing);
            waiting.countDown();
        });

        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Void> first = other.submit(() -> {
                cluster.ensure("cluster_shared", slow);
                return null;
            });
            await(creating);
            second.ensure("cluster_shared", (_, _) -> {
                throw new IOException("created twice");
            });
            first.get();
        }

        assertThat(heard).containsExactly("Waiting for another studio that prepares the demo");
        assertThat(answers("cluster_shared").column("TABLE notes")).containsExactly("first");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    private static DemoCluster.Filling one() {
        return (empty, _) -> new Answers(empty).run("CREATE TABLE notes AS SELECT 'first' AS body");
    }

    private static List<String> databases() throws SQLException {
        return answers("postgres").column("SELECT datname FROM pg_catalog.pg_database");
    }

    private static Answers answers(String database) {
        return new Answers(TestServer.server().source(database));
    }
}
