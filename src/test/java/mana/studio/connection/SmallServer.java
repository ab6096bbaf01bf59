package mana.studio.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// A server of one test's own, with settings of its own, that may be spoiled, stopped and started again.
public final class SmallServer implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> settings;
    private EmbeddedServer server;

    private SmallServer(Path folder, Map<String, String> settings) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.server = EmbeddedServer.at(folder, 0, settings);
    }

    public static SmallServer start(Map<String, String> settings) throws IOException {
        return new SmallServer(Files.createTempDirectory("small-server"), settings);
    }

    /// A standby of it, made from its files. It must be stopped, and is started afterwards.
    public SmallServer standby() throws IOException {
        Path copy = Files.createTempDirectory("small-standby").resolve("data");
        new ServerFolder(folder).copyTo(copy);
        Files.createFile(copy.resolve("standby.signal"));
        startAgain();
        Files.writeString(
                copy.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=localhost port=" + server.port() + " user=postgres'\n");
        return new SmallServer(copy, settings);
    }

    public EmbeddedServer server() {
        return server;
    }

    public Target target(String user, String database) {
        return new Target(server.target(database).endpoints(), database, user, Map.of());
    }

    public void stop() throws IOException {
        server.close();
    }

    public void startAgain() throws IOException {
        server = EmbeddedServer.at(folder, server.port(), settings);
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
