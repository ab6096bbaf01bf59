package mana.studio.safety.dryrun;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.dryrun.Observation.Outcome;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A dry run on a database that others use.
class RealDryRunTest {
    private final TestDatabase database = TestServer.freshDatabase();
    private final Cancellation cancellation = new Cancellation();

    @BeforeEach
    void fill() {
        database.run("CREATE TABLE t (id int PRIMARY KEY, v int); INSERT INTO t SELECT g, g FROM generate_series(1, 9) g;"
                + "CREATE SEQUENCE s;");
    }

    private DryRunReport run(String... statements) throws SQLException {
        return DryRun.onReal(database.source(), List.of(statements), Limits.STANDARD, cancellation);
    }

    @Test
    void seesWhatHappensAndTakesItBack() throws SQLException {
        CatalogReader reader = new CatalogReader(database.source());
        var before = reader.read(cancellation).database();
        DryRunReport report = run("ALTER TABLE t ALTER v SET NOT NULL", "ALTER TABLE t ADD w int");
        assertThat(report.isWhole()).isTrue();
        Touched table = new Touched(Touched.Kind.TABLE, new QualifiedName("public", "t"));
        assertThat(report.observations().getFirst().effects().locks())
                .containsExactly(entry(table, LockMode.ACCESS_EXCLUSIVE));
        assertThat(report.observations().getFirst().rowsRead()).containsExactly(entry(table, 9L));
        assertThat(reader.read(cancellation).database()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "ROLLBACK",
                "SAVEPOINT a",
                "SELECT setval('s', 100)",
                "ALTER TABLE t ADD n int DEFAULT nextval('s')",
                "INSERT INTO t VALUES (10, 10)",
                "CREATE INDEX CONCURRENTLY ON t (v)",
                "VACUUM t",
                "DO $$ BEGIN COMMIT; END $$",
                "CALL anything()",
                "CREATE EXTENSION dblink",
                "CREATE TABLE u AS SELECT * FROM dblink('x', 'y') AS d(a int)",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "COPY t TO '/tmp/t'",
                "NOTIFY x"
            })
    void refusesWhatARollbackDoesNotUndo(String sql) throws SQLException {
        DryRunReport report = run(sql, "ALTER TABLE t ADD w int");
        assertThat(report.observations()).extracting(Observation::outcome)
                .containsExactly(Outcome.REFUSED, Outcome.NOT_REACHED);
        assertThat(report.observations().getFirst().messages()).isNotEmpty();
    }

    @Test
    void refusesEverythingWhereEventTriggersWouldRun() throws SQLException {
        database.run("CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                + "CREATE EVENT TRIGGER watching ON ddl_command_end EXECUTE FUNCTION e()");
        Observation refused = run("ALTER TABLE t ADD w int").observations().getFirst();
        assertThat(refused.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused.messages()).containsExactly("The event triggers of the database would run with it: watching.");
    }

    @Test
    void doesNotQueueBehindAReader() throws SQLException {
        try (Connection reader = database.source().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT FROM t");
            Observation waited = run("ALTER TABLE t ADD w int").observations().getFirst();
            assertThat(waited.error()).isNotNull().extracting(ServerError::sqlState).isEqualTo("55P03");
        }
    }

    @Test
    void neverWaitsLong() {
        assertThatThrownBy(() -> new Limits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesNoSettingBehind() throws SQLException {
        try (Connection session = database.source().getConnection()) {
            new RealRun(session, Limits.STANDARD, cancellation).run(List.of("ALTER TABLE t ADD w int"));
            try (Statement statement = session.createStatement();
                    var row = statement.executeQuery("SHOW lock_timeout")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("0");
            }
        }
    }
}
