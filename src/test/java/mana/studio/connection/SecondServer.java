package mana.studio.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/// A server of these tests' own, whose rules of access they may change and which they may stop.
public final class SecondServer {
    private static final String RULES =
            """
            hostssl  all  only_ssl     all  trust
            host     all  only_ssl     all  reject
            host     all  with_secret  all  scram-sha-256
            host     all  not_here     all  reject
            host     all  all          all  trust
            local    all  with_secret       scram-sha-256
            local    all  all               trust
            """;
    private static final String ROLES =
            """
            SET password_encryption = 'scram-sha-256';
            CREATE ROLE only_ssl LOGIN;
            CREATE ROLE with_secret LOGIN PASSWORD 'p@ss/w:rd%';
            CREATE ROLE not_here LOGIN;
            CREATE ROLE no_login;
            CREATE ROLE crowded LOGIN CONNECTION LIMIT 0;
            CREATE ROLE stranger LOGIN;
            CREATE DATABASE closed;
            REVOKE CONNECT ON DATABASE closed FROM PUBLIC;
            """;

    private static final SecondServer INSTANCE = new SecondServer();

    private final Path folder;
    private final Path sockets;
    private EmbeddedServer server;

    private SecondServer() {
        try {
            folder = Files.createTempDirectory("second-server");
            sockets = Files.createTempDirectory("pgsock");
            server = start(0);
            run(ROLES);
            Files.writeString(folder.resolve("pg_hba.conf"), RULES);
            Certificate.write(folder);
            run("ALTER SYSTEM SET ssl = on; SELECT pg_reload_conf()");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteFolders()));
        } catch (IOException | SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    public static SecondServer get() {
        return INSTANCE;
    }

    private EmbeddedServer start(int port) throws IOException {
        return EmbeddedServer.at(folder, port, Map.of("unix_socket_directories", sockets.toString()));
    }

    public int port() {
        return server.port();
    }

    public Path folder() {
        return folder;
    }

    public Path sockets() {
        return sockets;
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = start(server.port());
    }

    public Target target(String user, String database, Map<String, String> parameters) {
        return new Target(List.of(new Endpoint("localhost", port())), database, user, parameters);
    }

    /// Statements one by one: some refuse to run inside a transaction.
    void run(String sql) throws SQLException {
        try (Connection connection = server.source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : sql.split(";")) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        }
    }

    private void deleteFolders() {
        try {
            server.close();
            for (Path top : List.of(folder, sockets)) {
                try (var files = Files.walk(top)) {
                    for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
