package mana.studio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import mana.studio.connection.EmbeddedServer;
import mana.studio.connection.Target;

/// One real PostgreSQL for all tests of a JVM, and a fresh database for whoever asks.
public final class TestServer {
    private static final String DUPLICATE = "42710";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestServer() {}

    /// The server, started at the first call and stopped with the JVM.
    public static EmbeddedServer server() {
        return Holder.SERVER;
    }

    /// A new empty database.
    public static TestDatabase freshDatabase() {
        String name = "test_" + NUMBER.incrementAndGet();
        execute(server().source("postgres"), "CREATE DATABASE " + name);
        return new TestDatabase(name);
    }

    /// Runs statements.
    public static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new AssertionError("The test's SQL failed: " + sql, refused);
        }
    }

    /// A tablespace inside of the server's own directory, where there is none of that name.
    public static void makeTablespace(String name) {
        try (Connection connection = server().source("postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET allow_in_place_tablespaces = on");
            statement.execute("CREATE TABLESPACE " + name + " LOCATION ''");
        } catch (SQLException refused) {
            if (!DUPLICATE.equals(refused.getSQLState())) {
                throw new AssertionError("No tablespace " + name, refused);
            }
        }
    }

    /// A database of the test server.
    public record TestDatabase(String name) {
        public DataSource source() {
            return server().source(name);
        }

        public Target target() {
            return server().target(name);
        }

        /// Runs statements in it; returns itself.
        public TestDatabase run(String sql) {
            execute(source(), sql);
            return this;
        }
    }

    private static final class Holder {
        static final EmbeddedServer SERVER = start();

        private static EmbeddedServer start() {
            try {
                EmbeddedServer server = EmbeddedServer.scratch();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }

        private static void stop(EmbeddedServer server) {
            try {
                server.close();
            } catch (IOException ignored) {
                // The JVM ends; the operating system ends the server.
            }
        }
    }
}
