package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Database;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/// Reading with few connections, with few rights, and reading that is told to stop. The time-outs are there for a
/// deadlock to end as a failure.
@Timeout(120)
class SharedReadingTest {
    private static TestDatabase database;
    private static Database expected;

    @BeforeAll
    static void readEverything() throws SQLException {
        database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(CatalogReaderTest.class, "everything.sql"));
        expected = new CatalogReader(database.source()).read(new Cancellation()).database();
    }

    @Test
    void readsOnTheOnlyConnectionOfAPool() throws SQLException {
        try (HikariDataSource pool = pool(1)) {
            assertThat(read(pool)).isEqualTo(expected);
            assertThat(read(pool)).isEqualTo(expected);
        }
    }

    @Test
    void endsWhereManyReadersShareAFewConnections() throws Exception {
        try (HikariDataSource pool = pool(2);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Database>> readings = IntStream.range(0, 6)
                    .mapToObj(_ -> threads.submit(() -> read(pool)))
                    .toList();
            for (Future<Database> reading : readings) {
                assertThat(reading.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void leavesConnectionsAsTheyWere() throws SQLException {
        try (HikariDataSource pool = pool(1)) {
            read(pool);
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet settings = statement.executeQuery(
                            "SELECT current_setting('search_path'), current_setting('transaction_isolation')")) {
                settings.next();
                assertThat(settings.getString(1)).isEqualTo("\"$user\", public");
                assertThat(settings.getString(2)).isEqualTo("read committed");
            }
        }
    }

    @Test
    void readsTheSameForARoleWithoutRights() throws SQLException {
        database.run("CREATE ROLE no_rights LOGIN");
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + TestServer.server().port() + "/" + database.name());
        source.setUser("no_rights");
        assertThat(read(source)).isEqualTo(expected);
    }

    /// Again and again: where the request falls between two statements is chance.
    @RepeatedTest(25)
    void stopsOnTheServerWhenAsked() throws Exception {
        Cancellation cancellation = new Cancellation();
        // The lock goes first, or a reading that does not stop would be waited for.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection blocker = database.source().getConnection();
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("LOCK TABLE pg_catalog.pg_policy IN ACCESS EXCLUSIVE MODE");
            Future<Snapshot> reading =
                    threads.submit(() -> new CatalogReader(database.source()).read(cancellation));
            awaitWaiters(statement, true);
            cancellation.request();
            assertThatThrownBy(() -> reading.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CancellationException.class);
            awaitWaiters(statement, false);
            blocker.rollback();
        }
    }

    @Test
    void passesOnWhatTheServerRefuses() {
        try (HikariDataSource pool = pool(3)) {
            Reading<String> wrong = new Reading<>("database", rows -> {
                throw new SQLException("refused", "42501");
            });
            assertThatThrownBy(() -> {
                        try (SnapshotConnection connection = SnapshotConnection.begin(pool, new Cancellation())) {
                            new SharedReading(List.of(wrong))
                                    .run(connection, pool, new Cancellation(), connection.export(), 1);
                        }
                    })
                    .isInstanceOf(SQLException.class)
                    .hasMessage("refused");
        }
    }

    private static void awaitWaiters(Statement statement, boolean some) throws SQLException {
        while (!Thread.currentThread().isInterrupted()) {
            try (ResultSet waiters = statement.executeQuery(
                    "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'pg_policy'::regclass)")) {
                waiters.next();
                if (waiters.getBoolean(1) == some) {
                    return;
                }
            }
        }
        throw new AssertionError(some ? "nothing waits for the lock" : "something still waits for the lock");
    }

    private static Database read(javax.sql.DataSource source) throws SQLException {
        return new CatalogReader(source).read(new Cancellation()).database();
    }

    private static HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.source());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(Duration.ofMinutes(10).toMillis());
        return new HikariDataSource(config);
    }
}
