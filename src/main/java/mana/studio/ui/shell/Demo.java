package mana.studio.ui.shell;

import java.io.IOException;
import java.sql.SQLException;
import mana.studio.connection.Profile;
import mana.studio.demo.DemoProgress;
import mana.studio.demo.DemoServer;
import mana.studio.settings.Places;
import org.jspecify.annotations.Nullable;

/// The demo database, started when it is first wanted and stopped with the window. Its methods may block.
public final class Demo implements AutoCloseable {
    private final Places places;
    private @Nullable DemoServer server;

    public Demo(Places places) {
        this.places = places;
    }

    /// The connection to it, once it runs.
    synchronized Profile start(DemoProgress progress) throws IOException, SQLException {
        return running(progress).profile();
    }

    /// The connection to the database of December 2025, made when it is first wanted.
    synchronized Profile incident(DemoProgress progress) throws IOException, SQLException {
        return running(progress).incident(progress);
    }

    /// Makes it anew; sessions on it are ended.
    synchronized Profile reset(DemoProgress progress) throws IOException, SQLException {
        DemoServer running = running(progress);
        running.reset(progress);
        return running.profile();
    }

    /// Whether a connection is to the demo.
    boolean serves(Profile profile) {
        return profile.id().startsWith(DemoServer.PROFILE_PREFIX);
    }

    /// Starts its server again, on the same port, after another studio that ran it was closed.
    synchronized void revive() throws IOException, SQLException {
        close();
        running((_, _) -> {});
    }

    private DemoServer running(DemoProgress progress) throws IOException, SQLException {
        DemoServer running = server;
        if (running == null) {
            running = DemoServer.start(places, progress);
            server = running;
        }
        return running;
    }

    @Override
    public synchronized void close() throws IOException {
        DemoServer running = server;
        if (running != null) {
            running.close();
            server = null;
        }
    }
}
