package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import mana.studio.connection.ConnectFailure.Kind;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
    private static final Lifeline.Pace BRISK = new Lifeline.Pace(
            Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofMillis(50), Duration.ofMillis(200));

    private static Profile profile(Target target, boolean readOnly) {
        return new Profile("1", "Test", Environment.LOCAL, null, readOnly, target);
    }

    private static Workspace open(Target target, boolean readOnly) throws ConnectException {
        return Workspace.open(profile(target, readOnly), null, _ -> {}, new Cancellation());
    }

    static String ask(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String ask(Workspace workspace, String sql) throws SQLException {
        try (Connection session = workspace.source().getConnection()) {
            return ask(session, sql);
        }
    }

    @Test
    void bindsItsSessions() throws Exception {
        try (Workspace workspace = open(TestServer.freshDatabase().target(), true)) {
            assertThat(ask(workspace, "SHOW application_name")).isEqualTo("mana-schema-studio");
            assertThat(ask(workspace, "SHOW lock_timeout")).isEqualTo("5s");
            assertThat(ask(workspace, "SHOW statement_timeout")).isEqualTo("1min");
            assertThat(ask(workspace, "SHOW idle_in_transaction_session_timeout")).isEqualTo("1min");
            assertThat(ask(workspace, "SHOW default_transaction_read_only")).isEqualTo("on");
            assertThat(workspace.isThroughPooler()).isFalse();
            assertThat(workspace.serverVersion())
                    .isEqualTo(Integer.parseInt(ask(workspace, "SHOW server_version_num")));
        }
    }

    @Test
    void keepsTheOptionsOfTheUrlBesideItsOwn() throws Exception {
        Target target = TestServer.freshDatabase().target();
        Target withOptions = new Target(
                target.endpoints(), target.database(), target.user(), Map.of("options", "-c search_path=auth"));
        try (Workspace workspace = open(withOptions, false)) {
            assertThat(ask(workspace, "SHOW search_path")).isEqualTo("auth");
            assertThat(ask(workspace, "SHOW lock_timeout")).isEqualTo("5s");
        }
    }

    @Test
    void isReadOnlyOnTheServer() throws Exception {
        TestServer.TestDatabase database = TestServer.freshDatabase().run("CREATE TABLE t (a int)");
        try (Workspace workspace = open(database.target(), true);
                Connection session = workspace.source().getConnection();
                Statement statement = session.createStatement()) {
            assertThatThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
                    .isInstanceOfSatisfying(
                            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("25006"));
        }
        try (Workspace workspace = open(database.target(), false);
                Connection session = workspace.source().getConnection();
                Statement statement = session.createStatement()) {
            assertThat(statement.executeUpdate("INSERT INTO t VALUES (1)")).isOne();
        }
    }

    @Test
    void dropsASessionThatWasMadeWritable() throws Exception {
        try (Workspace workspace = open(TestServer.freshDatabase().target(), true)) {
            String before;
            try (Connection session = workspace.source().getConnection();
                    Statement statement = session.createStatement()) {
                before = ask(session, "SELECT pg_backend_pid()");
                statement.execute("SET default_transaction_read_only = off");
            }
            assertThat(ask(workspace, "SHOW default_transaction_read_only")).isEqualTo("on");
            assertThat(ask(workspace, "SELECT pg_backend_pid()")).isNotEqualTo(before);
        }
    }

    @Test
    void lendsTenSessions() throws Exception {
        try (Workspace workspace = open(TestServer.freshDatabase().target(), true)) {
            List<Connection> lent = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                lent.add(workspace.source().getConnection());
            }
            assertThat(lent).hasSize(10).allMatch(WorkspaceTest::isThere);
            assertThat(workspace.sessions()).isEqualTo(11);
            for (Connection session : lent) {
                session.close();
            }
        }
    }

    private static boolean isThere(Connection session) {
        try {
            return session.isValid(5);
        } catch (SQLException gone) {
            return false;
        }
    }

    @Test
    void triesAgainWhereTheFailureMayPass() throws IOException {
        int port = freePort();
        Target nobody = new Target(List.of(new Endpoint("127.0.0.1", port)), "db", "mana", Map.of());
        List<Workspace.Retry> retries = new ArrayList<>();
        ConnectException refused = catchThrowableOfType(
                ConnectException.class,
                () -> Workspace.open(
                        profile(nobody, true),
                        null,
                        SessionGuards.standard(true),
                        new Attempts(4, Duration.ofMillis(1)),
                        BRISK,
                        retries::add,
                        new Cancellation()));
        assertThat(refused.failure().kind()).isEqualTo(Kind.REFUSED);
        assertThat(retries)
                .extracting(Workspace.Retry::attempt, Workspace.Retry::of, Workspace.Retry::pause)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 4, Duration.ofMillis(1)),
                        org.assertj.core.groups.Tuple.tuple(2, 4, Duration.ofMillis(2)),
                        org.assertj.core.groups.Tuple.tuple(3, 4, Duration.ofMillis(4)));
    }

    @Test
    void failsAtOnceWhereTryingAgainDoesNotHelp() {
        List<Workspace.Retry> retries = new ArrayList<>();
        ConnectException refused = catchThrowableOfType(
                ConnectException.class,
                () -> Workspace.open(
                        profile(TestServer.server().target("nowhere"), true),
                        null,
                        retries::add,
                        new Cancellation()));
        assertThat(refused.failure().kind()).isEqualTo(Kind.NO_SUCH_DATABASE);
        assertThat(retries).isEmpty();
    }

    @Test
    void canBeCancelledBetweenAttempts() throws Exception {
        Target nobody = new Target(List.of(new Endpoint("127.0.0.1", freePort())), "db", "mana", Map.of());
        Cancellation cancellation = new Cancellation();
        ConnectException refused = catchThrowableOfType(
                ConnectException.class,
                () -> Workspace.open(
                        profile(nobody, true),
                        null,
                        SessionGuards.standard(true),
                        new Attempts(4, Duration.ofDays(1)),
                        BRISK,
                        _ -> cancellation.request(),
                        cancellation));
        assertThat(refused.failure().kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void canBeCancelledWhileTheNetworkIsSilent() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Target target = new Target(
                    List.of(new Endpoint("127.0.0.1", silent.getLocalPort())),
                    "db",
                    "mana",
                    Map.of("connect_timeout", "600"));
            Cancellation cancellation = new Cancellation();
            Thread.ofVirtual().start(() -> {
                try {
                    silent.accept();
                    cancellation.request();
                } catch (IOException closed) {
                    throw new AssertionError(closed);
                }
            });
            ConnectException refused = catchThrowableOfType(
                    ConnectException.class,
                    () -> Workspace.open(profile(target, true), null, _ -> {}, cancellation));
            assertThat(refused.failure().kind()).isEqualTo(Kind.CANCELLED);
        }
    }

    @Test
    void noticesALostServerAndComesBackByItself() throws Exception {
        SecondServer server = SecondServer.get();
        BlockingQueue<ConnectionState> states = new LinkedBlockingQueue<>();
        try (Workspace workspace = Workspace.open(
                profile(server.target("postgres", "postgres", Map.of()), true),
                null,
                SessionGuards.standard(true),
                Attempts.STANDARD,
                BRISK,
                _ -> {},
                new Cancellation())) {
            workspace.onState(states::add);
            Connection borrowed = workspace.source().getConnection();
            server.stop();
            ConnectionState.Lost lost = await(states, ConnectionState.Lost.class);
            assertThat(lost.failure().kind()).isIn(Kind.REFUSED, Kind.STARTING_UP, Kind.CONNECTION_LOST);
            assertThatThrownBy(() -> workspace.source().getConnection())
                    .isInstanceOf(SQLException.class)
                    .hasMessageEndingWith("The studio keeps trying.");
            server.startAgain();
            states.clear();
            await(states, ConnectionState.Connected.class);
            assertThat(ask(workspace, "SHOW default_transaction_read_only")).isEqualTo("on");
            assertThat(borrowed.isValid(1)).isFalse();
            workspace.close();
            assertThat(workspace.state()).isEqualTo(new ConnectionState.Closed());
            assertThatThrownBy(() -> workspace.source().getConnection()).hasMessage("This connection was closed.");
        }
    }

    private static <S extends ConnectionState> S await(BlockingQueue<ConnectionState> states, Class<S> wanted)
            throws InterruptedException {
        while (true) {
            ConnectionState state = states.poll(30, TimeUnit.SECONDS);
            assertThat(state).as("a change to " + wanted.getSimpleName()).isNotNull();
            if (wanted.isInstance(state)) {
                return wanted.cast(state);
            }
        }
    }

    @Test
    void findsThePasswordInThePasswordFile(@TempDir Path folder) throws Exception {
        SecondServer server = SecondServer.get();
        Path file = folder.resolve("pgpass");
        Target target = server.target("with_secret", "postgres", Map.of("passfile", file.toString()));
        new PasswordFile(file).remember(target, new Secret("p@ss/w:rd%"));
        try (Workspace workspace = open(target, true)) {
            assertThat(ask(workspace, "SELECT current_user")).isEqualTo("with_secret");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        ConnectException refused = catchThrowableOfType(ConnectException.class, () -> open(target, true));
        assertThat(refused.failure().kind()).isEqualTo(Kind.PASSWORD_MISSING);
        assertThat(refused.failure().answer()).endsWith("Run: chmod 600 " + file);
    }

    @Test
    void reachesAServerThroughItsSocket() throws Exception {
        SecondServer server = SecondServer.get();
        String text = "postgres://with_secret:p%40ss%2Fw%3Ard%25@/postgres?host=" + server.sockets() + "&port="
                + server.port();
        ConnectionString connection = ConnectionString.parse(text);
        try (Workspace workspace = Workspace.open(
                profile(connection.target(), true), connection.secret(), _ -> {}, new Cancellation())) {
            assertThat(ask(workspace, "SELECT inet_client_addr() IS NULL")).isEqualTo("t");
        }
    }

    @Test
    void triesSeveralHostsInTurn() throws Exception {
        SecondServer server = SecondServer.get();
        Target target = new Target(
                List.of(new Endpoint("127.0.0.1", freePort()), new Endpoint("localhost", server.port())),
                "postgres",
                "postgres",
                Map.of("target_session_attrs", "primary"));
        try (Workspace workspace = open(target, true)) {
            assertThat(ask(workspace, "SELECT inet_server_port()")).isEqualTo(String.valueOf(server.port()));
        }
    }

    @Test
    void encryptsWhereItCan() throws Exception {
        SecondServer server = SecondServer.get();
        String ssl = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
        String root = server.folder().resolve("server.crt").toString();
        for (Map<String, String> parameters : List.of(
                Map.<String, String>of(),
                Map.of("sslmode", "require"),
                Map.of("sslmode", "verify-full", "sslrootcert", root))) {
            try (Workspace workspace = open(server.target("only_ssl", "postgres", parameters), true)) {
                assertThat(ask(workspace, ssl)).as("%s", parameters).isEqualTo("t");
            }
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
