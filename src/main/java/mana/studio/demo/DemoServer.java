package mana.studio.demo;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import mana.studio.connection.EmbeddedServer;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.settings.Places;

/// The demo: a PostgreSQL with `mana_platform` and `mana_sync` among the studio's data, and the Drizzle project they
/// come from beside it. Made at the first start, kept afterwards. Several studios share it.
public final class DemoServer implements AutoCloseable {
    /// What the ids of the demo's profiles begin with.
    public static final String PROFILE_PREFIX = "demo-";

    public static final String PLATFORM = "mana_platform";
    public static final String SYNC = "mana_sync";

    /// The database of mana-core-auth as it was on 2025-12-19: see {@link DemoIncident}.
    public static final String INCIDENT = "mana_core_auth";

    private final EmbeddedServer server;
    private final DemoProject project;
    private final DemoProject incident;

    private DemoServer(EmbeddedServer server, DemoProject project, DemoProject incident) {
        this.server = server;
        this.project = project;
        this.incident = incident;
    }

    /// Starts the demo; makes what is missing of it, which takes some seconds the first time.
    ///
    /// @throws IOException  where its server does not start, or the disk refuses
    /// @throws SQLException where its databases cannot be made
    public static DemoServer start(Places places, DemoProgress progress) throws IOException, SQLException {
        progress.step("Starting PostgreSQL", -1);
        Files.createDirectories(places.data());
        DemoProject project = DemoProject.of(places);
        if (!project.isWhole()) {
            project.write();
        }
        EmbeddedServer server = serverIn(places.data());
        try {
            DemoCluster cluster = new DemoCluster(server, progress);
            cluster.ensure(PLATFORM, DemoDatabase::fillPlatform);
            cluster.ensure(SYNC, DemoDatabase::fillSync);
            return new DemoServer(server, project, DemoProject.ofIncident(places));
        } catch (IOException | SQLException | RuntimeException refused) {
            closeAfter(refused, server);
            throw refused;
        }
    }

    /// Studios that start at the same moment take turns: the second finds the first one's server running.
    private static EmbeddedServer serverIn(Path data) throws IOException {
        try (FileChannel channel = FileChannel.open(data.resolve("demo.lock"), CREATE, WRITE);
                FileLock _ = channel.lock()) {
            return EmbeddedServer.at(data.resolve("demo"));
        }
    }

    private static void closeAfter(Exception refused, EmbeddedServer server) {
        try {
            server.close();
        } catch (IOException alsoRefused) {
            refused.addSuppressed(alsoRefused);
        }
    }

    /// Makes the databases and the project anew. The old ones serve until the new ones are whole; then sessions on them
    /// are ended by the server.
    public void reset(DemoProgress progress) throws IOException, SQLException {
        DemoCluster cluster = new DemoCluster(server, progress);
        cluster.recreate(PLATFORM, DemoDatabase::fillPlatform);
        cluster.recreate(SYNC, DemoDatabase::fillSync);
        project.reset();
    }

    /// The connection to `mana_platform`.
    public Profile profile() {
        return profile(PLATFORM);
    }

    /// The connection to `mana_sync`, the database without schemas and Drizzle.
    public Profile syncProfile() {
        return profile(SYNC);
    }

    /// The connection to the database of the incident; it and its project are made where they are missing.
    public Profile incident(DemoProgress progress) throws IOException, SQLException {
        if (!incident.isWhole()) {
            incident.write();
        }
        new DemoCluster(server, progress).ensure(INCIDENT, DemoIncident::fill);
        return new Profile(
                PROFILE_PREFIX + INCIDENT,
                "Demo · December 2025",
                Environment.LOCAL,
                null,
                false,
                server.target(INCIDENT));
    }

    /// The project that a connection to the demo belongs to; empty for other connections.
    public static Optional<Path> project(Places places, Profile profile) {
        if (profile.id().equals(PROFILE_PREFIX + INCIDENT)) {
            return Optional.of(DemoProject.ofIncident(places).folder());
        }
        return profile.id().equals(PROFILE_PREFIX + PLATFORM)
                ? Optional.of(DemoProject.of(places).folder())
                : Optional.empty();
    }

    /// The folder of the Drizzle project.
    public Path projectFolder() {
        return project.folder();
    }

    private Profile profile(String database) {
        return new Profile(
                PROFILE_PREFIX + database,
                "Demo · " + database,
                Environment.LOCAL,
                null,
                false,
                server.target(database));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
