package mana.studio.connection;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import mana.studio.settings.Places;
import org.postgresql.ds.PGSimpleDataSource;

/// A real PostgreSQL started from the class path: the demo database, the scratch server, and what the tests use. Its
/// programs are unpacked once, among the studio's data. It listens on this machine only and asks for no password.
/// It stops when it is closed, and at the latest with the JVM.
public final class EmbeddedServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> LOCALE = locale();

    private final int port;
    private final Stop stop;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedServer(int port, Stop stop) {
        this.port = port;
        this.stop = stop;
    }

    /// How a server is brought to an end.
    private interface Stop {
        void run() throws IOException;
    }

    /// Starts a server whose data vanishes with it. What an earlier one left behind because its JVM was killed is
    /// cleared away first. Filling a data folder takes most of the time, so one is kept, and each server gets a copy.
    ///
    /// @throws IOException where it does not start
    public static EmbeddedServer scratch() throws IOException {
        Path scratch = Places.ofUser().data().resolve("scratch");
        Files.createDirectories(scratch);
        ServerFolder.clearOrphans(scratch, programs());
        Path kept = scratch.resolve("initialised-" + majorVersion());
        if (!Files.exists(kept)) {
            initialise(ownFolder(scratch), kept);
        }
        Path folder = ownFolder(scratch);
        new ServerFolder(kept).copyTo(folder);
        try {
            return startedWithoutDurability(folder);
        } catch (IOException unusable) {
            // Something happened to the kept one: without it the next server makes another.
            ServerFolder.delete(kept);
            return startedWithoutDurability(ownFolder(scratch));
        }
    }

    /// Where another studio does the same at the same moment, the first one's folder stays.
    private static void initialise(Path folder, Path kept) throws IOException {
        started(builder(folder).setCleanDataDirectory(false)).close();
        try {
            Files.move(folder, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException taken) {
            ServerFolder.delete(folder);
            if (!Files.exists(kept)) {
                throw taken;
            }
        }
    }

    private static EmbeddedServer startedWithoutDurability(Path folder) throws IOException {
        EmbeddedServer server = started(builder(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                // A worker's session would keep a database from being copied or dropped.
                .setServerConfig("autovacuum", "off")
                // Scripts of many tables in one transaction.
                .setServerConfig("max_locks_per_transaction", "512"));
        EmbeddedServer vanishing = new EmbeddedServer(server.port, () -> {
            server.close();
            ServerFolder.delete(folder);
        });
        Runtime.getRuntime().addShutdownHook(new Thread(vanishing::closeQuietly, "end of a scratch server"));
        return vanishing;
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException left) {
            // The next scratch server clears it away.
        }
    }

    private static Path ownFolder(Path scratch) {
        return scratch.resolve(ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    /// Starts a server whose data stays in a folder; the folder is filled where it is empty. Where a server already
    /// runs on that folder it is used: one that outlived its studio is ended with this one, one of another running
    /// studio is left to it.
    ///
    /// @throws IOException where it does not start
    public static EmbeddedServer at(Path folder) throws IOException {
        return at(folder, 0);
    }

    /// As {@link #at(Path)}, on a port of the caller's choice.
    ///
    /// @param port 0 for the one it had last where that is free, any free one otherwise
    /// @throws IOException where it does not start
    public static EmbeddedServer at(Path folder, int port) throws IOException {
        return at(folder, port, Map.of());
    }

    /// @param settings of `postgresql.conf`, by name
    static EmbeddedServer at(Path folder, int port, Map<String, String> settings) throws IOException {
        Files.createDirectories(folder);
        ServerFolder server = new ServerFolder(folder);
        ServerFolder.Running running = server.running();
        if (running != null) {
            boolean mine = server.isOrphan();
            return new EmbeddedServer(running.port(), mine ? () -> server.stop(programs()) : () -> {});
        }
        server.forgetDead();
        int chosen = port == 0 ? freePort(server.lastPort()) : port;
        EmbeddedPostgres.Builder builder = builder(folder).setCleanDataDirectory(false).setPort(chosen);
        settings.forEach(builder::setServerConfig);
        EmbeddedServer started = started(builder);
        server.rememberPort(chosen);
        return started;
    }

    private static EmbeddedPostgres.Builder builder(Path folder) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(programs().toFile())
                .setDataDirectory(folder)
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(PATIENCE);
        LOCALE.forEach(builder::setLocaleConfig);
        return builder;
    }

    /// The same order and case of letters on every machine: the built-in provider that PostgreSQL 17 brought; before it,
    /// C, which knows the case of ASCII only. The tests name the version where they run another one than is shipped.
    private static Map<String, String> locale() {
        return majorVersion() >= 17
                ? Map.of("locale", "C", "locale-provider", "builtin", "builtin-locale", "C.UTF-8")
                : Map.of("locale", "C", "encoding", "UTF8");
    }

    private static int majorVersion() {
        return Integer.parseInt(System.getProperty("mana.studio.postgres", "18").split("\\.")[0]);
    }

    private static EmbeddedServer started(EmbeddedPostgres.Builder builder) throws IOException {
        try {
            EmbeddedPostgres server = builder.start();
            return new EmbeddedServer(server.getPort(), server::close);
        } catch (IllegalStateException refused) {
            throw new IOException("The built-in PostgreSQL did not start: " + refused.getMessage(), refused);
        }
    }

    private static Path programs() {
        return Places.ofUser().data().resolve("postgresql");
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw taken;
            }
            return freePort(0);
        }
    }

    public int port() {
        return port;
    }

    /// Reaches a database of it as its superuser, without a password.
    public Target target(String database) {
        return new Target(List.of(new Endpoint("localhost", port)), database, SUPERUSER, Map.of());
    }

    /// For tests and tools that need a plain data source.
    public DataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(SUPERUSER);
        try {
            source.setProperty("password", "");
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return source;
    }

    @Override
    public void close() throws IOException {
        if (!closed.getAndSet(true)) {
            stop.run();
        }
    }
}
