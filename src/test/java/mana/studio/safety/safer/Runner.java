package mana.studio.safety.safer;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;

/// Runs steps as a person would, and looks at what each transaction does to those who use the database meanwhile.
final class Runner implements AutoCloseable {
    /// The tables that were there before the transaction and have rows: locked so that nobody can write.
    private static final String STOPPED = """
            SELECT c.oid::regclass::text FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
            WHERE l.pid = pg_backend_pid() AND l.granted AND c.relkind IN ('r', 'm')
                AND l.mode IN ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
                AND c.oid IN (SELECT oid FROM mana_probe) ORDER BY 1""";

    private static final String WORK = """
            SELECT p.oid::regclass::text || CASE WHEN pg_relation_filenode(p.oid) <> p.file THEN ' rewritten' ELSE ' read' END
            FROM mana_probe p
            WHERE pg_relation_filenode(p.oid) <> p.file
                OR (SELECT seq_tup_read FROM pg_stat_xact_all_tables s WHERE s.relid = p.oid) - p.read >= p.tuples
            ORDER BY 1""";

    private static final String PROBE = """
            CREATE TEMP TABLE IF NOT EXISTS mana_probe (oid oid, file oid, tuples bigint, read bigint);
            TRUNCATE mana_probe;
            INSERT INTO mana_probe
            SELECT c.oid, pg_relation_filenode(c.oid),
                (xpath('/row/n/text()', query_to_xml('SELECT count(*) AS n FROM ONLY ' || c.oid::regclass, false, true, '')))
                    [1]::text::bigint, 0
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'm') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema';
            DELETE FROM mana_probe WHERE tuples = 0;
            """;

    private final Connection connection;
    private final List<String> offences = new ArrayList<>();

    Runner(TestDatabase database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:postgresql://localhost:" + TestServer.server().port() + "/"
                + database.name() + "?user=postgres&preferQueryMode=simple");
    }

    /// What stopped writers while it read or rewrote a table, without having said so.
    List<String> offences() {
        return offences;
    }

    void run(Step step) throws SQLException {
        switch (step) {
            case Step.InTransaction transaction -> run(transaction);
            case Step.Alone alone -> execute(alone.statement());
            case Step.Batches batches -> {
                execute(batches.sql());
                check(new Step.Check("nothing left", batches.left(), "0"));
            }
            case Step.Check check -> check(check);
        }
    }

    void check(Step.Check check) throws SQLException {
        String answer = ask(check.query());
        if (!answer.equals(check.wanted())) {
            throw new AssertionError(check.purpose() + ": " + answer + " instead of " + check.wanted() + "\n"
                    + check.query());
        }
    }

    private void run(Step.InTransaction step) throws SQLException {
        execute(PROBE);
        connection.setAutoCommit(false);
        try {
            execute(StepSql.timeout(step.lockTimeout()));
            for (String sql : step.statements()) {
                execute("UPDATE mana_probe p SET read = (SELECT seq_tup_read FROM pg_stat_xact_all_tables s "
                        + "WHERE s.relid = p.oid)");
                execute(sql);
                List<String> work = list(WORK);
                List<String> stopped = list(STOPPED);
                if (!work.isEmpty() && !stopped.isEmpty() && step.warnings().isEmpty()) {
                    offences.add(sql + "\n  " + work + " while nobody can write to " + stopped);
                }
            }
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + "\n" + sql, refused.getSQLState(), refused);
        }
    }

    String ask(String sql) throws SQLException {
        return list(sql).getFirst();
    }

    List<String> list(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
            return values;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
