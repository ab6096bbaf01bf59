package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How many rows there are, and where one of them is, without reading them all.
class CountsTest {
    private static final int ROWS = 60_000;

    private static TestDatabase database;
    private static HikariDataSource source;

    @BeforeAll
    static void fill() {
        database = TestServer.freshDatabase()
                .run(
                        """
                        CREATE SCHEMA app;
                        CREATE TABLE app.many (id uuid PRIMARY KEY, number int NOT NULL, half int);
                        INSERT INTO app.many
                        SELECT md5(i::text)::uuid, i, CASE WHEN i %% 2 = 0 THEN i END FROM generate_series(0, %d - 1) i;
                        CREATE INDEX ON app.many (number);
                        CREATE INDEX ON app.many (half);
                        CREATE TABLE app.parts (id int PRIMARY KEY) PARTITION BY RANGE (id);
                        CREATE TABLE app.part_1 PARTITION OF app.parts FOR VALUES FROM (0) TO (100);
                        CREATE TABLE app.part_2 PARTITION OF app.parts FOR VALUES FROM (100) TO (1000);
                        INSERT INTO app.parts SELECT generate_series(0, 299);
                        CREATE TABLE app.heap AS SELECT number, half FROM app.many;
                        CREATE VIEW app.seen AS SELECT * FROM app.many;
                        ANALYZE;
                        CREATE TABLE app.fresh (id int PRIMARY KEY);
                        CREATE TABLE app.unseen (id int PRIMARY KEY);
                        INSERT INTO app.unseen VALUES (1);
                        """
                                .formatted(ROWS));
        source = Samples.pool(database);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void estimatesWithoutCounting() throws SQLException {
        assertThat(estimate("many", null)).hasValue(ROWS);
        assertThat(estimate("parts", null)).hasValue(300);
        assertThat(estimate("seen", null)).hasValue(ROWS);
        assertThat(estimate("fresh", null)).hasValue(0);
        assertThat(estimate("unseen", null)).isEmpty();
        assertThat(estimate("many", "number < 1000").getAsLong()).isBetween(800L, 1_200L);
    }

    @Test
    void countsExactly() throws SQLException {
        assertThat(reader("many", null, List.of()).count(new Cancellation())).isEqualTo(ROWS);
        assertThat(reader("many", "number < 1000", List.of()).count(new Cancellation())).isEqualTo(1_000);
        assertThat(reader("parts", null, List.of()).count(new Cancellation())).isEqualTo(300);
    }

    @Test
    void jumpsNearAPositionAtOnceAndExactlyWithAnchors() throws SQLException {
        RowReader reader = reader("many", null, List.of(new SortKey("number", false)));
        assertThat(reader.isExact(15_000)).isTrue();
        assertThat(number(reader.at(15_000, 10, new Cancellation()))).isEqualTo(15_000);
        assertThat(reader.isExact(45_000)).isFalse();
        assertThat(number(reader.at(45_000, 10, new Cancellation()))).isBetween(40_000, 50_000);
        assertThat(number(reader.at(15_000, 10, new Cancellation()))).isEqualTo(15_000);
        reader.buildAnchors(new Cancellation());
        assertThat(reader.isExact(45_678)).isTrue();
        assertThat(number(reader.at(45_678, 10, new Cancellation()))).isEqualTo(45_678);
        Page end = reader.at(ROWS - 5, 10, new Cancellation());
        assertThat(end.rows()).hasSize(5);
        assertThat(end.atEnd()).isTrue();
    }

    @Test
    void jumpsAmongNulls() throws SQLException {
        RowReader reader = reader("many", null, List.of(new SortKey("half", false)));
        List<Row> tail = reader.last(1_000, new Cancellation()).rows();
        reader.buildAnchors(new Cancellation());
        assertThat(reader.at(ROWS - 1_000, 1_000, new Cancellation()).rows()).isEqualTo(tail);
        assertThat(number(reader.at(29_999, 1, new Cancellation()))).isEqualTo(59_998);
    }

    @Test
    void endsAtTheLastRowsWhenTheJumpGoesBeyond() throws SQLException {
        RowReader reader = reader("many", null, List.of());
        Page last = reader.last(10, new Cancellation());
        assertThat(reader.at(10_000_000, 10, new Cancellation())).isEqualTo(last);
        reader.buildAnchors(new Cancellation());
        assertThat(reader.at(10_000_000, 10, new Cancellation())).isEqualTo(last);
    }

    /// What makes depth cost nothing: an index, or the blocks themselves, lead to the page.
    @Test
    void readsAPageFromItsPlaceAtAnyDepth() throws SQLException {
        for (List<SortKey> sort : List.of(
                List.<SortKey>of(),
                List.of(new SortKey("number", false)),
                List.of(new SortKey("number", true)),
                List.of(new SortKey("half", false)),
                List.of(new SortKey("half", true), new SortKey("number", false)))) {
            RowReader reader = reader("many", null, sort);
            for (int position : List.of(100, 10_000, 19_000)) {
                Row row = reader.at(position, 1, new Cancellation()).rows().getFirst();
                assertThat(plans(reader, row)).as("%s", sort).isNotEmpty().allMatch(plan -> plan.contains("Index"))
                        .noneMatch(plan -> plan.contains("Seq Scan"));
            }
        }
        RowReader heap = reader("heap", null, List.of());
        assertThat(plans(heap, heap.at(10_000, 1, new Cancellation()).rows().getFirst()).getFirst())
                .contains("Tid Range Scan");
    }

    private static List<String> plans(RowReader reader, Row row) throws SQLException {
        Selection selection = Selection.of(reader.query());
        List<String> plans = new ArrayList<>();
        for (boolean forward : List.of(true, false)) {
            Keyset keyset = new Keyset(selection.query(), selection.order(), row.key(), forward);
            for (Range range : keyset.ranges(false)) {
                Sql explain = selection.rows(range, forward, 0, 200).in("EXPLAIN ", "");
                plans.add(String.join(
                        "\n", new Server(source).list(explain, line -> line.getString(1), new Cancellation())));
            }
        }
        return plans;
    }

    private static int number(Page page) {
        return Integer.parseInt(String.valueOf(page.rows().getFirst().cells().get(1).text()));
    }

    private static OptionalLong estimate(String table, @Nullable String where) throws SQLException {
        return reader(table, where, List.of()).estimate(new Cancellation());
    }

    private static RowReader reader(String table, @Nullable String where, List<SortKey> sort) throws SQLException {
        Relation relation = Tables.of(source, "app", table);
        return new RowReader(source, new RowQuery(relation, List.of(), where, sort, SoftDeleted.SHOW));
    }
}
