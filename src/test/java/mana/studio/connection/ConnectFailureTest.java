package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import mana.studio.connection.ConnectFailure.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectFailureTest {
    private static final SecondServer SERVER = SecondServer.get();

    private static ConnectFailure failureOf(Target target, @Nullable String password) {
        Profile profile = new Profile("1", "Test", Environment.LOCAL, null, false, target);
        ConnectException refused = catchThrowableOfType(
                ConnectException.class,
                () -> Workspace.open(
                                profile,
                                password == null ? null : new Secret(password),
                                SessionGuards.standard(false),
                                new Attempts(1, Duration.ZERO),
                                Lifeline.Pace.STANDARD,
                                _ -> {},
                                new Cancellation())
                        .close());
        assertThat(refused).as("a refusal of " + target).isNotNull();
        return refused.failure();
    }

    private static Target target(String user, String database) {
        return SERVER.target(user, database, Map.of("passfile", "/nowhere"));
    }

    private static Target elsewhere(String host, int port) {
        return new Target(List.of(new Endpoint(host, port)), "db", "mana", Map.of());
    }

    @Test
    void knowsAWrongPassword() {
        ConnectFailure failure = failureOf(target("with_secret", "postgres"), "wr0ng");
        assertThat(failure.kind()).isEqualTo(Kind.WRONG_PASSWORD);
        assertThat(failure.sqlState()).isEqualTo("28P01");
        assertThat(failure.headline()).isEqualTo("The password for with_secret was refused.");
        assertThat(failure.answer())
                .isEqualTo("FATAL: password authentication failed for user \"with_secret\"");
        assertThat(failure.details() + failure).doesNotContain("wr0ng");
    }

    @Test
    void knowsAMissingPassword() {
        ConnectFailure failure = failureOf(target("with_secret", "postgres"), null);
        assertThat(failure.kind()).isEqualTo(Kind.PASSWORD_MISSING);
        assertThat(failure.headline()).isEqualTo("The server asks for the password of with_secret.");
    }

    @Test
    void knowsAMissingDatabase() {
        ConnectFailure failure = failureOf(target("postgres", "nowhere"), null);
        assertThat(failure)
                .isEqualTo(new ConnectFailure(
                        Kind.NO_SUCH_DATABASE,
                        target("postgres", "nowhere"),
                        "FATAL: database \"nowhere\" does not exist",
                        "3D000"));
        assertThat(failure.headline()).isEqualTo("There is no database nowhere at localhost:" + SERVER.port() + ".");
    }

    @Test
    void knowsAMissingUser() {
        assertThat(failureOf(target("nobody", "postgres"), null))
                .isEqualTo(new ConnectFailure(
                        Kind.NO_SUCH_USER,
                        target("nobody", "postgres"),
                        "FATAL: role \"nobody\" does not exist",
                        "28000"));
    }

    @Test
    void knowsWhoIsNotLetIn() {
        assertThat(failureOf(target("not_here", "postgres"), null).kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(failureOf(target("no_login", "postgres"), null).kind()).isEqualTo(Kind.NOT_ALLOWED);
        ConnectFailure closed = failureOf(target("stranger", "closed"), null);
        assertThat(closed.kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(closed.answer())
                .isEqualTo("FATAL: permission denied for database \"closed\"\n"
                        + "Detail: User does not have CONNECT privilege.");
    }

    @Test
    void knowsThatEncryptionIsAskedFor() {
        Target plain = SERVER.target("only_ssl", "postgres", Map.of("sslmode", "disable"));
        ConnectFailure failure = failureOf(plain, null);
        assertThat(failure.kind()).isEqualTo(Kind.SSL_REQUIRED);
        assertThat(failure.advice()).isEqualTo("Set the SSL mode to require.");
    }

    @Test
    void knowsAForeignCertificate() {
        Target checked = SERVER.target("only_ssl", "postgres", Map.of("sslmode", "verify-full", "sslrootcert", "system"));
        assertThat(failureOf(checked, null).kind()).isEqualTo(Kind.CERTIFICATE);
    }

    @Test
    void knowsAServerWithoutSsl() {
        Target encrypted = mana.studio.testing.TestServer.server().target("postgres");
        Target required = new Target(encrypted.endpoints(), "postgres", "postgres", Map.of("sslmode", "require"));
        assertThat(failureOf(required, null).kind()).isEqualTo(Kind.SSL_UNAVAILABLE);
    }

    @Test
    void knowsAFullServer() {
        ConnectFailure failure = failureOf(target("crowded", "postgres"), null);
        assertThat(failure)
                .isEqualTo(new ConnectFailure(
                        Kind.TOO_MANY_CLIENTS,
                        target("crowded", "postgres"),
                        "FATAL: too many connections for role \"crowded\"",
                        "53300"));
        assertThat(failure.headline()).isEqualTo("The server has no free connection for crowded.");
    }

    @Test
    void knowsAPortWhereNobodyListens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        ConnectFailure failure = failureOf(elsewhere("127.0.0.1", port), null);
        assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
        assertThat(failure.headline()).isEqualTo("Nothing accepts connections at 127.0.0.1:" + port + ".");
    }

    @Test
    void knowsAnUnknownHost() {
        assertThat(failureOf(elsewhere("no-such-host.invalid", 5432), null).kind()).isEqualTo(Kind.UNKNOWN_HOST);
    }

    @Test
    void knowsAServerThatDoesNotAnswer() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Target target = new Target(
                    List.of(new Endpoint("127.0.0.1", silent.getLocalPort())),
                    "db",
                    "mana",
                    Map.of("connect_timeout", "1"));
            assertThat(failureOf(target, null).kind()).isEqualTo(Kind.TIMED_OUT);
        }
    }

    @Test
    void knowsWhatIsNotPostgreSql() throws Exception {
        try (ServerSocket web = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answerAsWebServer(web));
            assertThat(failureOf(elsewhere("127.0.0.1", web.getLocalPort()), null).kind())
                    .isEqualTo(Kind.NOT_POSTGRES);
        }
    }

    private static void answerAsWebServer(ServerSocket web) {
        try (Socket client = web.accept()) {
            client.getInputStream().readNBytes(8);
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            client.getInputStream().readAllBytes();
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void knowsAServerThatStarts() throws Exception {
        try (ServerSocket starting = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answerAsStartingServer(starting));
            Target target = elsewhere("127.0.0.1", starting.getLocalPort());
            assertThat(failureOf(target, null))
                    .isEqualTo(new ConnectFailure(
                            Kind.STARTING_UP, target, "FATAL: the database system is starting up", "57P03"));
        }
    }

    /// "Message Formats" in PostgreSQL's documentation: no to the request for SSL, then an ErrorResponse.
    private static void answerAsStartingServer(ServerSocket server) {
        byte[] fields = "SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0"
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket client = server.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            in.readNBytes(8);
            out.write('N');
            in.readNBytes(in.readInt() - 4);
            out.write('E');
            out.writeInt(4 + fields.length);
            out.write(fields);
        } catch (IOException closed) {
            // The test is over.
        }
    }

    @Test
    void knowsAMissingSocket() {
        ConnectFailure failure = failureOf(elsewhere("/no/such/directory", 5432), null);
        assertThat(failure.kind()).isEqualTo(Kind.NO_SUCH_SOCKET);
    }

    @Test
    void hasWordsOfItsOwnForEachKind() {
        Target target = elsewhere("h", 5432);
        List<ConnectFailure> all = EnumSet.allOf(Kind.class).stream()
                .map(kind -> new ConnectFailure(kind, target, "", null))
                .toList();
        assertThat(all).extracting(ConnectFailure::headline).doesNotHaveDuplicates().allMatch(h -> h.endsWith("."));
        assertThat(all)
                .filteredOn(failure -> failure.kind() != Kind.CANCELLED)
                .extracting(ConnectFailure::advice)
                .doesNotHaveDuplicates()
                .allMatch(a -> a.endsWith("."));
    }
}
