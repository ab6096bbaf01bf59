package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mana.studio.catalog.CatalogReader;
import mana.studio.schema.Database;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a real PgBouncer in transaction mode with a single server connection, so that everything one client leaves
/// behind would be found by the next.
class PgBouncerTest {
    private static final List<String> PLACES = List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin");

    @TempDir
    private Path folder;

    private TestServer.TestDatabase database;
    private Process bouncer;
    private int port;

    @BeforeEach
    void createDatabase() {
        database = TestServer.freshDatabase()
                .run("CREATE TABLE t (a int); INSERT INTO t SELECT * FROM generate_series(1, 1000)");
    }

    private void startBouncer(String settings) throws Exception {
        Path program = PLACES.stream()
                .map(place -> Path.of(place, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeThat(program).as("pgbouncer is not installed: what goes through it is not tested").isNotNull();
        port = WorkspaceTest.freePort();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path users = Files.writeString(folder.resolve("users.txt"), "\"postgres\" \"\"\n");
        Path config = Files.writeString(
                folder.resolve("pgbouncer.ini"),
                """
                [databases]
                %s = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 1
                unix_socket_dir =
                %s
                """
                        .formatted(database.name(), TestServer.server().port(), port, users, settings));
        List<String> command = new ArrayList<>(List.of(program.toString(), config.toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        bouncer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        awaitPort();
    }

    private void awaitPort() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return;
            } catch (IOException notYet) {
                assertThat(System.nanoTime()).as(Files.readString(folder.resolve("log"))).isLessThan(end);
                Thread.onSpinWait();
            }
        }
    }

    /// With one server connection, helpers of the catalog reader wait in the pooler for what the reader itself holds.
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    @Timeout(120)
    void readsAWholeCatalog(int servers) throws Exception {
        startBouncer("default_pool_size = " + servers);
        Database expected = new CatalogReader(database.source()).read(new Cancellation()).database();
        try (Workspace workspace = open(true)) {
            CatalogReader reader = new CatalogReader(workspace.source());
            for (int round = 0; round < 5; round++) {
                assertThat(reader.read(new Cancellation()).database()).isEqualTo(expected);
            }
        }
    }

    @AfterEach
    void stopBouncer() throws InterruptedException {
        if (bouncer != null) {
            bouncer.destroy();
            bouncer.waitFor();
        }
    }

    private Workspace open(boolean readOnly) throws ConnectException {
        Target target = new Target(List.of(new Endpoint("127.0.0.1", port)), database.name(), "postgres", Map.of());
        Profile profile = new Profile("1", "Bouncer", Environment.LOCAL, null, readOnly, target);
        return Workspace.open(profile, null, _ -> {}, new Cancellation());
    }

    private List<String> guards(Connection session) throws SQLException {
        List<String> guards = new ArrayList<>();
        for (String setting : List.of(
                "lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "transaction_read_only")) {
            guards.add(WorkspaceTest.ask(session, "SHOW " + setting));
        }
        return guards;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ignore_startup_parameters = options"})
    void bindsEveryTransactionAndLeavesNothingBehind(String settings) throws Exception {
        startBouncer(settings);
        try (Workspace workspace = open(true)) {
            assertThat(workspace.isThroughPooler()).isTrue();
            try (Connection session = workspace.source().getConnection();
                    Statement statement = session.createStatement()) {
                assertThat(guards(session)).containsExactly("5s", "1min", "1min", "on");
                assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (0)"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
                session.setAutoCommit(false);
                session.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                assertThat(guards(session)).containsExactly("5s", "1min", "1min", "on");
                assertThat(WorkspaceTest.ask(session, "SHOW transaction_isolation")).isEqualTo("repeatable read");
                session.commit();
            }
        }
        assertThat(seenByAnotherClient()).containsExactly("0", "0", "0", "off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ignore_startup_parameters = options"})
    void tellsThatAnIncidentGoesThroughAPooler(String settings) throws Exception {
        startBouncer(settings);
        Target target = new Target(List.of(new Endpoint("127.0.0.1", port)), database.name(), "postgres", Map.of());
        try (Incident incident = new Incident(target, null)) {
            incident.open();
            assertThat(incident.isThroughPooler()).isTrue();
            String answer = incident.look(session -> WorkspaceTest.ask(session, "SELECT 'looked'"));
            assertThat(answer).isEqualTo("looked");
        }
    }

    private List<String> seenByAnotherClient() throws Exception {
        org.postgresql.ds.PGSimpleDataSource other = new org.postgresql.ds.PGSimpleDataSource();
        other.setServerNames(new String[] {"127.0.0.1"});
        other.setPortNumbers(new int[] {port});
        other.setDatabaseName(database.name());
        other.setUser("postgres");
        other.setPassword("");
        try (Connection session = other.getConnection()) {
            return guards(session);
        }
    }

    @Test
    void readsAndWritesAsIfItWereNotThere() throws Exception {
        startBouncer("");
        try (Workspace workspace = open(false);
                Connection one = workspace.source().getConnection();
                Connection two = workspace.source().getConnection()) {
            for (int i = 0; i < 10; i++) {
                assertThat(count(one)).isEqualTo(1000 + i);
                try (PreparedStatement insert = two.prepareStatement("INSERT INTO t VALUES (?)")) {
                    insert.setInt(1, i);
                    assertThat(insert.executeUpdate()).isOne();
                }
            }
        }
    }

    private static int count(Connection session) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement("SELECT a FROM t WHERE a >= ?")) {
            statement.setInt(1, 0);
            statement.setFetchSize(100);
            int rows = 0;
            try (ResultSet answer = statement.executeQuery()) {
                while (answer.next()) {
                    rows++;
                }
            }
            return rows;
        }
    }

    @Test
    void streamsInsideATransaction() throws Exception {
        startBouncer("");
        try (Workspace workspace = open(true);
                Connection session = workspace.source().getConnection()) {
            session.setAutoCommit(false);
            assertThat(count(session)).isEqualTo(1000);
            session.rollback();
        }
    }

    @Test
    void endsAFailedTransactionWhenItIsReturned() throws Exception {
        startBouncer("");
        try (Workspace workspace = open(true)) {
            try (Connection session = workspace.source().getConnection();
                    Statement statement = session.createStatement()) {
                session.setAutoCommit(false);
                assertThatThrownBy(() -> statement.execute("SELECT 1/0")).isInstanceOf(SQLException.class);
            }
            try (Connection session = workspace.source().getConnection()) {
                assertThat(session.getAutoCommit()).isTrue();
                assertThat(WorkspaceTest.ask(session, "SELECT 1")).isEqualTo("1");
            }
        }
    }

    @Test
    void namesAMissingDatabase() throws Exception {
        startBouncer("");
        Target target = new Target(List.of(new Endpoint("127.0.0.1", port)), "nowhere", "postgres", Map.of());
        Profile profile = new Profile("1", "Bouncer", Environment.LOCAL, null, true, target);
        assertThatThrownBy(() -> Workspace.open(profile, null, _ -> {}, new Cancellation()))
                .isInstanceOfSatisfying(
                        ConnectException.class,
                        refused -> assertThat(refused.failure().kind())
                                .isEqualTo(ConnectFailure.Kind.NO_SUCH_DATABASE));
    }

}
