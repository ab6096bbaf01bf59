package mana.studio.locks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import mana.studio.connection.EmbeddedServer;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// Real sessions on a real server, brought into a situation. What they run in the background is waited for until the
/// server itself shows it. All of them are ended with the scene.
public final class Scene implements AutoCloseable {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final EmbeddedServer server;
    private final String database;
    private final List<Actor> actors = new ArrayList<>();
    private final Connection stageHand;
    private @Nullable Capabilities capabilities;

    private Scene(EmbeddedServer server, String database) throws SQLException {
        this.server = server;
        this.database = database;
        this.stageHand = connect(server, database, "postgres", "scene");
    }

    /// In a fresh database of the tests' server.
    public static Scene fresh() throws SQLException {
        return of(TestServer.server(), TestServer.freshDatabase().name());
    }

    public static Scene of(EmbeddedServer server, String database) throws SQLException {
        return new Scene(server, database);
    }

    public String database() {
        return database;
    }

    public EmbeddedServer server() {
        return server;
    }

    /// Runs statements as the superuser, in a session that then does nothing.
    public Scene run(String sql) throws SQLException {
        try (Statement statement = stageHand.createStatement()) {
            statement.execute(sql);
        }
        return this;
    }

    /// Opens a session of the superuser.
    public Actor open(String application) throws SQLException {
        return open(application, "postgres");
    }

    public Actor open(String application, String user) throws SQLException {
        return openIn(database, application, user);
    }

    /// Opens a session in another database.
    public Actor openIn(String other, String application, String user) throws SQLException {
        Actor actor = new Actor(connect(server, other, user, application));
        actors.add(actor);
        return actor;
    }

    private static Connection connect(EmbeddedServer server, String database, String user, String application)
            throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) server.source(database);
        source.setUser(user);
        source.setApplicationName(application);
        return source.getConnection();
    }

    /// Takes a look as the superuser.
    public Board look() throws SQLException {
        return Looker.look(stageHand, List.of());
    }

    public Capabilities capabilities() throws SQLException {
        if (capabilities == null) {
            capabilities = Capabilities.of(stageHand);
        }
        return capabilities;
    }

    /// The lock of a key in the scene's database, looked at now.
    public Optional<AdvisoryLock> lock(LockKey key) throws SQLException {
        return look().lock(id(key));
    }

    public LockId id(LockKey key) throws SQLException {
        return new LockId(capabilities().databaseId(), key);
    }

    /// Looks again and again until it is as wanted.
    public Board await(String what, Predicate<Board> wanted) throws SQLException {
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            Board board = look();
            if (wanted.test(board)) {
                return board;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("Never happened: " + what + "\n" + board);
            }
            pause();
        }
    }

    /// Asks for a truth of the server until it is one.
    public void awaitTrue(String question) throws SQLException {
        long end = System.nanoTime() + PATIENCE;
        while (!isTrue(question)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Never true: " + question);
            }
            pause();
        }
    }

    private boolean isTrue(String question) throws SQLException {
        try (Statement statement = stageHand.createStatement();
                ResultSet answer = statement.executeQuery("SELECT coalesce((" + question + "), false)")) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement end = stageHand.prepareStatement("SELECT pg_terminate_backend(?, 5000)")) {
            for (Actor actor : actors) {
                end.setInt(1, actor.pid);
                end.execute();
            }
        }
        for (Actor actor : actors) {
            actor.connection.abort(Runnable::run);
        }
        stageHand.close();
    }

    /// A session.
    public final class Actor {
        private final Connection connection;
        private final int pid;

        private Actor(Connection connection) throws SQLException {
            this.connection = connection;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                this.pid = row.getInt(1);
            }
        }

        public int pid() {
            return pid;
        }

        public Connection connection() {
            return connection;
        }

        /// Runs a statement to its end.
        public Actor run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return this;
        }

        /// Runs a statement that fails.
        public Actor fails(String sql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException expected) {
                return this;
            }
            throw new AssertionError("Did not fail: " + sql);
        }

        /// Starts a statement and goes on as soon as the server shows it running.
        public CompletableFuture<@Nullable SQLException> start(String sql) throws SQLException {
            CompletableFuture<@Nullable SQLException> end = begin(sql);
            awaitTrue(
                    "SELECT state = 'active' AND query NOT LIKE '%pg_backend_pid()%' FROM pg_stat_activity WHERE pid = "
                            + pid);
            return end;
        }

        /// Starts a statement and goes on as soon as the server shows it waiting for another session.
        public CompletableFuture<@Nullable SQLException> blocks(String sql) throws SQLException {
            CompletableFuture<@Nullable SQLException> end = begin(sql);
            awaitTrue("SELECT cardinality(pg_blocking_pids(" + pid + ")) > 0");
            return end;
        }

        /// Starts a statement and does not wait for anything.
        public CompletableFuture<@Nullable SQLException> begin(String sql) {
            CompletableFuture<@Nullable SQLException> end = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    run(sql);
                    end.complete(null);
                } catch (SQLException refused) {
                    end.complete(refused);
                }
            });
            return end;
        }

        /// Whether the server still has it.
        public boolean isAlive() throws SQLException {
            return isTrue("SELECT count(*) > 0 FROM pg_stat_activity WHERE pid = " + pid);
        }

        /// The client vanishes, as a killed process does: its socket closes, whatever the session runs.
        public void kill() throws SQLException {
            connection.abort(Runnable::run);
        }

        /// Ends like a program that is done.
        public void leave() throws SQLException {
            connection.close();
            awaitTrue("SELECT count(*) = 0 FROM pg_stat_activity WHERE pid = " + pid);
        }
    }
}
