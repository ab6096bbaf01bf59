package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A cancel reaches the statement on the server.
@Timeout(60)
class CancelTest {
    private static TestDatabase database;
    private static HikariDataSource source;
    private static Relation table;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() throws SQLException {
        database = Samples.database();
        source = Samples.pool(database);
        table = Tables.of(source, "app", "mixed");
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void stopsAPage() throws Exception {
        RowReader reader = new RowReader(source, slow());
        stops(cancellation -> reader.first(200, cancellation));
    }

    @Test
    void stopsACount() throws Exception {
        RowReader reader = new RowReader(source, slow());
        stops(reader::count);
    }

    @Test
    void stopsAnExport() throws Exception {
        Export export = new Export(source, slow());
        stops(cancellation -> export.write(ExportFormat.CSV, folder.resolve("a.csv"), _ -> {}, cancellation));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotStartWhatIsAlreadyCancelled() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        RowReader reader = new RowReader(source, RowQuery.all(table));
        assertThatThrownBy(() -> reader.first(1, cancellation)).isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> reader.buildAnchors(cancellation)).isInstanceOf(CancellationException.class);
    }

    private static RowQuery slow() {
        return new RowQuery(table, List.of(), "pg_sleep(30) IS NULL", List.of(), SoftDeleted.SHOW);
    }

    @FunctionalInterface
    private interface Work {
        Object run(Cancellation cancellation) throws Exception;
    }

    private static void stops(Work work) throws Exception {
        Cancellation cancellation = new Cancellation();
        Callable<Object> call = () -> work.run(cancellation);
        FutureTask<Object> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        while (sleeping() == 0) {
            Thread.onSpinWait();
        }
        cancellation.request();
        assertThatThrownBy(task::get).hasCauseInstanceOf(CancellationException.class);
        assertThat(sleeping()).isZero();
    }

    private static int sleeping() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND state = 'active' AND wait_event = 'PgSleep'
                        """)) {
            row.next();
            return row.getInt(1);
        }
    }
}
