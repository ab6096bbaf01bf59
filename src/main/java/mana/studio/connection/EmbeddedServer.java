package mana.studio.connection;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// A real PostgreSQL started from the class path: the demo database, the scratch server, and what the tests use.
public final class EmbeddedServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    private EmbeddedServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /// Starts a server whose data vanishes with it.
    public static EmbeddedServer scratch() throws IOException {
        return new EmbeddedServer(EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
    }

    /// Starts a server whose data stays in a folder.
    public static EmbeddedServer at(Path folder) throws IOException {
        return new EmbeddedServer(EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start());
    }

    public int port() {
        return server.getPort();
    }

    /// Reaches a database of it as its superuser, without a password.
    public Target target(String database) {
        return new Target(
                java.util.List.of(new Endpoint("localhost", port())), database, "postgres", java.util.Map.of());
    }

    /// For tests and tools that need a plain data source.
    public javax.sql.DataSource source(String database) {
        return server.getDatabase("postgres", database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
