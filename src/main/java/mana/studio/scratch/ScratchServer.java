package mana.studio.scratch;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import mana.studio.connection.EmbeddedServer;
import mana.studio.scratch.ScratchFailure.Kind;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// A server of the studio's own, whose databases come and go. It has the version the studio brings along, which may
/// not be the version of a person's database: what it says of a statement holds for its own version.
/// Safe for use by several threads.
public final class ScratchServer implements AutoCloseable {
    private static final String MAINTENANCE = "postgres";
    private static final int COPIES_BY_FILE = 150000;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static @Nullable ScratchServer shared;

    private final EmbeddedServer server;
    private final int version;

    private ScratchServer(EmbeddedServer server) throws ScratchException {
        this.server = server;
        this.version = version(server);
    }

    /// The one server of this JVM, started at the first call; it ends with the JVM.
    ///
    /// @throws ScratchException where it does not start
    public static synchronized ScratchServer shared() throws ScratchException {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /// Starts a server for the caller alone.
    ///
    /// @throws ScratchException where it does not start
    public static ScratchServer start() throws ScratchException {
        try {
            return new ScratchServer(EmbeddedServer.scratch());
        } catch (IOException refused) {
            String message = "The built-in PostgreSQL did not start: " + refused.getMessage();
            throw new ScratchException(new ScratchFailure(Kind.NO_SERVER, message, null, null, null, null), refused);
        }
    }

    /// Its `server_version_num`.
    public int version() {
        return version;
    }

    /// A new empty database, as `CREATE DATABASE` makes one: with a schema `public` and the extension `plpgsql`.
    public ScratchDatabase create() throws ScratchException {
        return create("template1");
    }

    /// @param template nobody may be connected to it
    ScratchDatabase create(String template) throws ScratchException {
        String name = "scratch_" + NUMBER.incrementAndGet();
        // Quicker than through the log, where nothing waits for the disk.
        String strategy = version >= COPIES_BY_FILE ? " STRATEGY file_copy" : "";
        execute("CREATE DATABASE " + Identifier.quote(name) + " TEMPLATE " + Identifier.quote(template) + strategy);
        return new ScratchDatabase(this, name);
    }

    void drop(String database) throws ScratchException {
        execute("DROP DATABASE IF EXISTS " + Identifier.quote(database) + " WITH (FORCE)");
    }

    EmbeddedServer server() {
        return server;
    }

    /// Sessions in none of the databases that come and go.
    DataSource maintenance() {
        return server.source(MAINTENANCE);
    }

    private void execute(String sql) throws ScratchException {
        try (Connection connection = maintenance().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException lost) {
            throw lost(lost);
        }
    }

    private static int version(EmbeddedServer server) throws ScratchException {
        try (Connection connection = server.source(MAINTENANCE).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::int")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException lost) {
            throw lost(lost);
        }
    }

    static ScratchException lost(SQLException failure) {
        String message = failure.getMessage() == null ? "The scratch server was lost." : failure.getMessage();
        return new ScratchException(
                new ScratchFailure(Kind.NO_SERVER, message, null, null, failure.getSQLState(), null), failure);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
