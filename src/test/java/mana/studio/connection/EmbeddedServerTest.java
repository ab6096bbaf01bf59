package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    private Path folder;

    private static String ask(EmbeddedServer server, String sql) throws Exception {
        try (Connection session = server.source("postgres").getConnection()) {
            return WorkspaceTest.ask(session, sql);
        }
    }

    @Test
    void keepsItsDataAndItsPort() throws Exception {
        Path data = folder.resolve("data");
        int port;
        try (EmbeddedServer first = EmbeddedServer.at(data)) {
            port = first.port();
            try (Connection session = first.source("postgres").getConnection();
                    Statement statement = session.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 'ä' AS letter");
            }
            try (EmbeddedServer same = EmbeddedServer.at(data)) {
                assertThat(same.port()).isEqualTo(port);
                assertThat(ask(same, "SELECT letter FROM kept")).isEqualTo("ä");
            }
            assertThat(ask(first, "SELECT 'still there'")).isEqualTo("still there");
        }
        // As a kill leaves it, its number meanwhile another process'.
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n0\n" + port + "\n");
        try (EmbeddedServer second = EmbeddedServer.at(data)) {
            assertThat(second.port()).isEqualTo(port);
            assertThat(ask(second, "SELECT letter FROM kept")).isEqualTo("ä");
            assertThat(ask(second, "SHOW listen_addresses")).isEqualTo("localhost");
        }
    }
}
