package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An export is the whole query, or nothing.
class ExportTest {
    private static TestDatabase database;
    private static HikariDataSource source;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        database = Samples.database();
        source = Samples.pool(database);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void writesCsvThatCopyReadsBack() throws SQLException, IOException {
        Path file = folder.resolve("keyless.csv");
        List<Long> progress = new ArrayList<>();
        long rows = export("keyless", null).write(ExportFormat.CSV, file, progress::add, new Cancellation());
        assertThat(rows).isEqualTo(2_000);
        assertThat(progress).isSorted().endsWith(2_000L).hasSizeGreaterThan(3);
        database.run("CREATE TABLE app.keyless_again (LIKE app.keyless)");
        try (Connection connection = source.getConnection();
                BufferedReader reader = Files.newBufferedReader(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY app.keyless_again FROM STDIN (FORMAT csv, HEADER match)", reader);
        }
        assertThat(rows("keyless_again")).isEqualTo(rows("keyless"));
    }

    @Test
    void writesAJsonObjectPerLine() throws SQLException, IOException {
        Path file = folder.resolve("mixed.jsonl");
        export("mixed", null).write(ExportFormat.JSON_LINES, file, _ -> {}, new Cancellation());
        List<Row> rows = rows("mixed");
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode line = JsonMapper.shared().readTree(lines.get(i));
            assertThat(line.get("id").asString()).isEqualTo(rows.get(i).cells().getFirst().text());
            assertThat(line.size()).isEqualTo(rows.get(i).cells().size());
        }
    }

    @Test
    void writesTheRowsOfTheQueryInItsOrder() throws SQLException, IOException {
        Relation relation = Tables.of(source, "app", "composite");
        List<Filter> filters = List.of(new Filter("Value", Operator.ONE_OF, List.of("v1", "v2")));
        RowQuery query = new RowQuery(relation, filters, "a > 3", List.of(new SortKey("a", true)), SoftDeleted.SHOW);
        Path file = folder.resolve("composite.csv");
        long count = new Export(source, query).write(ExportFormat.CSV, file, _ -> {}, new Cancellation());
        List<String> expected = new RowReader(source, query)
                .first(1_000, new Cancellation()).rows().stream()
                        .map(row -> String.join(",", row.cells().stream().map(Cell::text).toList()))
                        .toList();
        assertThat(Files.readAllLines(file)).startsWith("a,b,Value").endsWith(expected.toArray(String[]::new));
        assertThat(count).isEqualTo(expected.size()).isPositive();
    }

    @Test
    void writesValuesWhole() throws SQLException, IOException {
        database.run(
                """
                CREATE TABLE app.long (body text);
                INSERT INTO app.long SELECT repeat('x', 300000) FROM generate_series(1, 60)
                """);
        Path file = folder.resolve("long.csv");
        export("long", null).write(ExportFormat.CSV, file, _ -> {}, new Cancellation());
        assertThat(Files.readAllLines(file)).hasSize(61).last().matches(line -> line.length() == 300_000);
    }

    @Test
    void replacesAFileOnlyWhenItIsWhole() throws IOException {
        Path file = folder.resolve("kept.csv");
        Files.writeString(file, "before");
        Export failing = export("mixed", "1 / (number - 3) < 5");
        assertThatThrownBy(() -> failing.write(ExportFormat.CSV, file, _ -> {}, new Cancellation()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("division by zero");
        assertThat(Files.readString(file)).isEqualTo("before");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void leavesNothingBehindWhenCancelled() throws IOException {
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> export("keyless", null)
                        .write(ExportFormat.CSV, folder.resolve("a.csv"), _ -> cancellation.request(), cancellation))
                .isInstanceOf(CancellationException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void givesTheConnectionBackAsItWas() throws SQLException, IOException {
        export("keyless", null).write(ExportFormat.CSV, folder.resolve("a.csv"), _ -> {}, new Cancellation());
        try (Connection connection = source.getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static Export export(String table, @Nullable String where) {
        try {
            Relation relation = Tables.of(source, "app", table);
            return new Export(source, new RowQuery(relation, List.of(), where, List.of(), SoftDeleted.SHOW));
        } catch (SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    private static List<Row> rows(String table) throws SQLException {
        return new RowReader(source, RowQuery.all(Tables.of(source, "app", table)))
                .first(3_000, new Cancellation())
                .rows();
    }
}
