package mana.studio.drizzle.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// A database, a workspace on it, and migrations that run there.
final class Migrating implements AutoCloseable {
    static final Path SHARED = Path.of(System.getProperty("mana.shared", "../shared"));
    static final Path SAMPLE = SHARED.resolve("data/mana-sample");
    static final long LOCK = 987_654_321L;

    final TestDatabase database;
    final Profile profile;
    final Workspace workspace;
    final RunJournal journal;
    final Migrator migrator;
    final Cancellation cancellation = new Cancellation();
    final List<MigrateEvent> heard = new CopyOnWriteArrayList<>();
    MigrationsTable table = MigrationsTable.DEFAULT;

    Migrating(Path home) throws Exception {
        this(home, TestServer.freshDatabase());
    }

    Migrating(Path home, TestDatabase database) throws Exception {
        this.database = database;
        profile = new Profile(database.name(), "Test", Environment.LOCAL, null, false, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        journal = new RunJournal(new Places(home.resolve("config"), home.resolve("data"), home.resolve("state")));
        migrator = new Migrator(workspace, journal);
    }

    MigrateOutcome run(Path folder) {
        return run(folder, Mode.ONE_TRANSACTION, Waiting.STANDARD);
    }

    MigrateOutcome run(Path folder, Mode mode, Waiting waiting) {
        return migrator.run(
                new Migrator.Request(folder, table, LOCK, mode, null, null),
                Permit.given(profile, ""),
                waiting,
                heard::add,
                cancellation);
    }

    Proposal propose(Path folder, Mode mode) throws SQLException {
        return migrator.propose(folder, table, mode, null, new Cancellation());
    }

    /// The values of the first column.
    List<String> ask(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    List<String> rows() throws SQLException {
        return ask("SELECT hash || ' ' || created_at FROM " + table.sql() + " ORDER BY id");
    }

    /// Nothing is held any more.
    boolean isFree() throws SQLException {
        return ask("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                        + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                .equals(List.of("0"));
    }

    @Override
    public void close() {
        workspace.close();
    }

    /// Ends the database too: for those who make many.
    void drop() {
        workspace.close();
        TestServer.execute(
                TestServer.server().source("postgres"), "DROP DATABASE " + database.name() + " WITH (FORCE)");
    }
}
