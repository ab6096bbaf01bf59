package mana.studio.apply;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.plan.Plan;
import mana.studio.schema.Database;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// A database, a workspace on it, and orders applied to it while the test does other things.
final class Applying implements AutoCloseable {
    static final Patience SHORT = new Patience(Duration.ofMillis(150), 2, Duration.ofMillis(100));
    static final Patience LONG = new Patience(Duration.ofMillis(300), 50, Duration.ofMillis(50));

    final TestDatabase database = TestServer.freshDatabase();
    final Profile profile;
    final Workspace workspace;
    final Journal journal;
    final Cancellation cancellation = new Cancellation();
    final Map<Integer, LineState> states = new ConcurrentHashMap<>();
    final List<String> heard = new ArrayList<>();

    Applying(Path home, String sql) throws Exception {
        database.run(sql);
        profile = new Profile(database.name(), "Test", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        journal = new Journal(places(home));
    }

    static Places places(Path home) {
        return new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
    }

    /// Statements in one transaction, those that cannot be in one by themselves.
    static Order order(String... statements) {
        return Order.of(plan(statements), null, null);
    }

    static Plan plan(String... statements) {
        List<mana.studio.plan.Statement> list = List.of(statements).stream()
                .map(sql -> new mana.studio.plan.Statement(sql, null, null, List.of(), true))
                .toList();
        return new Plan(list, List.of(), List.of());
    }

    Outcome apply(Order order, Patience patience) throws SQLException {
        return new Application(workspace, journal)
                .run(
                        order,
                        Consent.given(profile, order.course(), "", java.util.Set.of()),
                        patience,
                        this::hear,
                        cancellation);
    }

    CompletableFuture<Outcome> start(Order order, Patience patience) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return apply(order, patience);
            } catch (SQLException refused) {
                throw new AssertionError(refused);
            }
        });
    }

    private synchronized void hear(int number, LineState state) {
        states.put(number, state);
        heard.add(number + " " + state.getClass().getSimpleName());
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }

    LineState state(int number) {
        return states.getOrDefault(number, new LineState.Pending());
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    Database read() throws SQLException {
        return new CatalogReader(workspace.source()).read(new Cancellation()).database();
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values.stream().collect(Collectors.joining(","));
        }
    }

    /// Whether the server works for a session that applies.
    boolean isBusy(String statement) {
        try {
            return !ask("SELECT count(*) FROM pg_stat_activity WHERE application_name = '" + OwnSession.APPLICATION
                            + "' AND datname = current_database() AND query LIKE '" + statement + "%'")
                    .equals("0");
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    /// A session of somebody else.
    Connection other(String sql) throws SQLException {
        Connection connection = database.source().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'psql'");
            statement.execute(sql);
        }
        return connection;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
