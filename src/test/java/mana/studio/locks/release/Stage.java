package mana.studio.locks.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.connection.Target;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.LockId;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.Looker;
import org.postgresql.ds.PGSimpleDataSource;

/// Real sessions on one server for a test of what is done to them, and the question who of them was harmed.
final class Stage implements AutoCloseable {
    private final Target target;
    private final Connection eye;
    private final List<Actor> actors = new ArrayList<>();
    private final long database;

    Stage(Target target) throws SQLException {
        this.target = target;
        this.eye = connect(target, "eye");
        this.database = Long.parseLong(ask("SELECT oid::bigint FROM pg_database WHERE datname = current_database()"));
    }

    static Connection connect(Target target, String application) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"localhost"});
        source.setPortNumbers(new int[] {target.endpoints().getFirst().port()});
        source.setDatabaseName(target.database());
        source.setUser(target.user());
        source.setPassword("");
        source.setApplicationName(application);
        return source.getConnection();
    }

    LockId lock(LockKey key) {
        return new LockId(database, key);
    }

    Actor actor(String application) throws SQLException {
        return actor(application, target);
    }

    Actor actor(String application, Target as) throws SQLException {
        Actor actor = new Actor(application, connect(as, application));
        actors.add(actor);
        return actor;
    }

    /// Holds a lock that has nothing to do with it, in an open transaction that has written: who ends the wrong one
    /// ends
    /// this one.
    Actor bystander() throws SQLException {
        Actor bystander = actor("bystander");
        bystander.connection.setAutoCommit(false);
        bystander.run("SELECT pg_advisory_lock(4242), txid_current()");
        return bystander;
    }

    Board look() throws SQLException {
        return Looker.look(eye, List.of());
    }

    String ask(String sql) throws SQLException {
        try (Statement statement = eye.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = eye.createStatement()) {
            statement.execute(sql);
        }
    }

    static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(5);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    void awaitWaiters(LockKey key, int number) {
        await(() -> {
            try {
                return look().lock(lock(key))
                                .map(AdvisoryLock::waiters)
                                .orElse(List.of())
                                .size()
                        == number;
            } catch (SQLException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    /// Of all that were here nobody but these has ended, and each still holds what it held.
    void assertOnlyEnded(Actor... ended) throws SQLException {
        Set<Actor> expected = Stream.of(ended).collect(Collectors.toSet());
        for (Actor actor : actors) {
            assertThat(isThere(actor)).as("%s is there", actor.application).isEqualTo(!expected.contains(actor));
        }
    }

    boolean isThere(Actor actor) throws SQLException {
        // Not the view: when the lock table is full it cannot be opened.
        return ask("SELECT count(*) FROM pg_stat_get_activity(" + actor.pid + ") WHERE backend_start = '" + actor.start
                        + "'")
                .equals("1");
    }

    Target target() {
        return target;
    }

    @Override
    public void close() throws SQLException {
        for (Actor actor : actors) {
            actor.connection.abort(Runnable::run);
        }
        for (Actor actor : actors) {
            await(() -> {
                try {
                    run("SELECT pg_terminate_backend(pid) FROM pg_stat_get_activity(" + actor.pid
                            + ") WHERE backend_start = '" + actor.start + "'");
                    return !isThere(actor);
                } catch (SQLException refused) {
                    throw new AssertionError(refused);
                }
            });
        }
        eye.close();
    }

    /// One session.
    final class Actor {
        final String application;
        final Connection connection;
        final int pid;
        final String start;

        Actor(String application, Connection connection) throws SQLException {
            this.application = application;
            this.connection = connection;
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
                row.next();
                pid = row.getInt(1);
            }
            start = ask("SELECT backend_start FROM pg_stat_activity WHERE pid = " + pid);
        }

        Actor run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return this;
        }

        /// Runs it beside; the future ends with it.
        CompletableFuture<Void> begin(String sql) {
            CompletableFuture<Void> ended = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> {
                try {
                    run(sql);
                    ended.complete(null);
                } catch (SQLException refused) {
                    ended.completeExceptionally(refused);
                }
            });
            return ended;
        }

        Backend seen() throws SQLException {
            return look().backend(pid).orElseThrow();
        }
    }

    static String sqlState(CompletableFuture<Void> future) throws InterruptedException, TimeoutException {
        try {
            future.get(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS);
            return "";
        } catch (ExecutionException failed) {
            return String.valueOf(((SQLException) failed.getCause()).getSQLState());
        }
    }
}
