package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Values are shown as the server prints them, and large ones are cut before they travel.
class CellTest {
    private static TestDatabase database;
    private static HikariDataSource source;

    @BeforeAll
    static void fill() {
        database = TestServer.freshDatabase()
                .run(
                        """
                        CREATE SCHEMA app;
                        CREATE DOMAIN app.padded AS char(5);
                        CREATE TABLE app.plain (
                            id int PRIMARY KEY, code char(5), domained app.padded, host inet, amount numeric(10, 2),
                            ratio float8, flag boolean, at timestamptz, data bytea, span interval, doc jsonb,
                            empty text);
                        INSERT INTO app.plain VALUES
                            (1, 'ab', 'cd', '10.0.0.1', 1.10, 0.1, true, '2024-01-01 00:00:00+00', '\\xdeadbeef',
                             '1 day 02:03', '{"b": 1, "a": 1.10}', ''),
                            (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
                        CREATE TABLE app.large (
                            id int, body text, packed text, doc jsonb, plain json, data bytea, tags int[], free numeric,
                            just text);
                        INSERT INTO app.large
                        SELECT i, (SELECT string_agg(md5((i * j)::text), '') FROM generate_series(1, 10000) j),
                               repeat('äß', 500000),
                               (SELECT jsonb_object_agg('k' || j, md5(j::text)) FROM generate_series(1, 10000) j),
                               (SELECT json_object_agg('k' || j, j) FROM generate_series(1, 300) j),
                               (SELECT string_agg(decode(md5(j::text), 'hex'), '') FROM generate_series(1, 1000) j),
                               (SELECT array_agg(j) FROM generate_series(1, 1000) j),
                               repeat('7', 2000)::numeric,
                               repeat('😀', 1000)
                        FROM generate_series(1, 3) i;
                        CREATE VIEW app.large_view AS SELECT * FROM app.large;
                        """);
        source = Samples.pool(database);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void showsValuesAsTheServerPrintsThem() throws SQLException {
        Relation relation = Tables.of(source, "app", "plain");
        Page page = new RowReader(source, RowQuery.all(relation)).first(2, new Cancellation());
        assertThat(page.rows().getFirst().cells().stream().map(Cell::text))
                .containsExactly(
                        "1", "ab   ", "cd   ", "10.0.0.1", "1.10", "0.1", "true", "2024-01-01 00:00:00+00",
                        "\\xdeadbeef", "1 day 02:03:00", "{\"a\": 1.10, \"b\": 1}", "");
        assertThat(page.rows().getLast().cells().subList(1, 12)).containsOnly(Cell.NULL);
    }

    @Test
    void cutsLargeValuesAndKnowsTheirSize() throws SQLException {
        Relation relation = Tables.of(source, "app", "large");
        Row row = new RowReader(source, RowQuery.all(relation)).first(1, new Cancellation()).rows().getFirst();
        assertThat(row.cells().get(0)).isEqualTo(Cell.of("1"));
        assertThat(row.cells().get(1)).matches(cell -> cell.cut() && cell.length() == 320_000);
        assertThat(row.cells().get(1).text()).hasSize(1_000);
        assertThat(row.cells().get(2)).isEqualTo(new Cell("äß".repeat(500), 2_000_000, true));
        assertThat(row.cells().get(3)).matches(cell -> cell.cut() && cell.length() > 100_000);
        assertThat(row.cells().get(3).text()).isEmpty();
        assertThat(row.cells().get(4))
                .matches(cell -> cell.cut() && String.valueOf(cell.text()).startsWith("{ \"k1\" : 1,"));
        assertThat(row.cells().get(5)).matches(cell -> cell.cut() && cell.length() == 16_000);
        assertThat(row.cells().get(5).text()).startsWith("\\xc4ca4238").hasSize(1_002);
        assertThat(row.cells().get(6)).matches(cell -> cell.cut() && String.valueOf(cell.text()).startsWith("{1,2,3,"));
        assertThat(row.cells().get(7)).matches(cell -> cell.cut() && "7".repeat(1_000).equals(cell.text()));
        assertThat(row.cells().get(8)).isEqualTo(Cell.of("😀".repeat(1_000)));
    }

    @Test
    void fetchesOneWholeValue() throws SQLException {
        for (String name : List.of("large", "large_view")) {
            Relation relation = Tables.of(source, "app", name);
            RowReader reader = new RowReader(source, RowQuery.all(relation));
            Row second = reader.first(3, new Cancellation()).rows().get(1);
            Cell body = reader.value(second, "body", new Cancellation()).orElseThrow();
            assertThat(body.cut()).isFalse();
            assertThat(body.text()).hasSize(320_000).startsWith("c81e728d9d4c2f636f067f89cc14862c");
            assertThat(reader.value(second, "data", new Cancellation()).orElseThrow().length()).isEqualTo(16_000);
        }
    }

    @Test
    void makesARowWhole() throws SQLException {
        Relation relation = Tables.of(source, "app", "large");
        RowReader reader = new RowReader(source, RowQuery.all(relation));
        Row row = reader.first(1, new Cancellation()).rows().getFirst();
        Row whole = reader.whole(row, new Cancellation()).orElseThrow();
        assertThat(whole.cells()).noneMatch(Cell::cut);
        assertThat(whole.key()).isEqualTo(row.key());
        for (int i = 0; i < relation.columns().size(); i++) {
            Column column = relation.columns().get(i);
            assertThat(Optional.of(whole.cells().get(i)))
                    .isEqualTo(reader.value(row, column.name(), new Cancellation()));
        }
    }

    @Test
    void knowsThatARowIsGone() throws SQLException {
        database.run("CREATE TABLE app.brief (id int PRIMARY KEY, body text); INSERT INTO app.brief VALUES (1, NULL)");
        RowReader reader = new RowReader(source, RowQuery.all(Tables.of(source, "app", "brief")));
        Row row = reader.first(1, new Cancellation()).rows().getFirst();
        assertThat(reader.value(row, "body", new Cancellation())).contains(Cell.NULL);
        database.run("DELETE FROM app.brief");
        assertThat(reader.value(row, "body", new Cancellation())).isEmpty();
    }

    /// A sort key that was cut is asked for again by the row's identity.
    @Test
    void walksInTheOrderOfLargeValues() throws SQLException {
        database.run(
                """
                CREATE TABLE app.long_keys (id int PRIMARY KEY, body text);
                INSERT INTO app.long_keys SELECT i, repeat('x', 3000) || (i * 7 % 20) FROM generate_series(1, 20) i
                """);
        RowQuery query = new RowQuery(
                Tables.of(source, "app", "long_keys"), List.of(), null, List.of(new SortKey("body", false)),
                SoftDeleted.SHOW);
        RowReader reader = new RowReader(source, query);
        List<Row> all = reader.first(20, new Cancellation()).rows();
        Page middle = reader.after(all.get(4), 7, new Cancellation());
        assertThat(middle.rows()).isEqualTo(all.subList(5, 12));
        assertThat(reader.before(all.get(12), 7, new Cancellation()).rows()).isEqualTo(middle.rows());
    }

    @Test
    void readsNothingOfAnEmptyTable() throws SQLException {
        database.run("CREATE TABLE app.nothing (id int PRIMARY KEY)");
        RowReader reader = new RowReader(source, RowQuery.all(Tables.of(source, "app", "nothing")));
        assertThat(reader.first(10, new Cancellation())).isEqualTo(new Page(List.of(), true, true));
        assertThat(reader.last(10, new Cancellation())).isEqualTo(new Page(List.of(), true, true));
        assertThat(reader.at(1_000_000, 10, new Cancellation())).isEqualTo(new Page(List.of(), true, true));
        reader.buildAnchors(new Cancellation());
        assertThat(reader.at(3, 10, new Cancellation())).isEqualTo(new Page(List.of(), true, true));
    }
}
