package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Which rows each operator keeps.
class FilterTest {
    private static HikariDataSource source;
    private static Relation table;

    @BeforeAll
    static void fill() throws SQLException {
        source = Samples.pool(
                TestServer.freshDatabase()
                        .run(
                                """
                                CREATE SCHEMA app;
                                CREATE TYPE app.mood AS ENUM ('low', 'high');
                                CREATE TYPE app.pair AS (x int, y text);
                                CREATE TABLE app.t (
                                    id int PRIMARY KEY, n int, amount numeric(6, 2), name text, short varchar(3),
                                    code char(4), mood app.mood, flag boolean, at timestamp(0), doc jsonb, plain json,
                                    page xml, tags text[],
                                    host inet, mask bit(3), pair app.pair, is_deleted boolean, deleted_at timestamptz);
                                INSERT INTO app.t VALUES
                                    (1, 1, 1.00, 'Anna 100%', 'abc', 'ab', 'low', true, '2024-01-01 00:00:00',
                                     '{"a": 1, "b": [1, 2]}', '{"a":1}', '<p/>', '{x,y}', '10.0.0.1', B'101', (1, 'y'),
                                     false, NULL),
                                    (2, 2, 1.01, 'anna_b', 'abd', 'cd', 'high', false, '2024-01-01 00:00:01',
                                     '{"a": 2}', '{"b":2}', '<q/>', '{"x y",NULL}', '10.0.0.2', B'001', (NULL, NULL),
                                     true, NULL),
                                    (3, 3, 2.50, 'Bob\\Dylan', '', '', 'low', NULL, '2024-06-01', '[]', '[]', NULL,
                                     '{}',
                                     '10.0.0.3/8', B'000', (3, 'z'), NULL, now()),
                                    (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                                     NULL, NULL, NULL, NULL, NULL),
                                    (5, 5, -1, '''; DROP TABLE app.t; --', 'x', 'e', 'high', true, 'infinity', '"a"',
                                     '"a"', NULL,
                                     '{x}', '::1', B'111', NULL, false, now());
                                """));
        table = Tables.of(source, "app", "t");
    }

    @AfterAll
    static void close() {
        source.close();
    }

    static Stream<Arguments> filters() {
        return Stream.of(
                is("n", Operator.EQUALS, "2", 2),
                is("n", Operator.NOT_EQUALS, "2", 1, 3, 4, 5),
                is("n", Operator.LESS, "2", 1),
                is("n", Operator.AT_MOST, "2", 1, 2),
                is("n", Operator.GREATER, "2", 3, 5),
                is("n", Operator.AT_LEAST, "2", 2, 3, 5),
                is("n", Operator.BETWEEN, "2|3", 2, 3),
                is("n", Operator.ONE_OF, "1|5|7", 1, 5),
                is("n", Operator.IS_NULL, null, 4),
                is("n", Operator.IS_NOT_NULL, null, 1, 2, 3, 5),
                // 1.005 is not rounded to the column's scale, nor 'abcd' cut to its length.
                is("amount", Operator.EQUALS, "1.005"),
                is("amount", Operator.EQUALS, "1.0", 1),
                is("short", Operator.EQUALS, "abcd"),
                is("at", Operator.EQUALS, "2024-01-01 00:00:00.4"),
                is("at", Operator.GREATER, "2024-01-01 00:00:01", 3, 5),
                is("at", Operator.EQUALS, "infinity", 5),
                is("mask", Operator.EQUALS, "101", 1),
                is("code", Operator.EQUALS, "ab", 1),
                is("code", Operator.ONE_OF, "ab|cd", 1, 2),
                is("name", Operator.EQUALS, "anna_b", 2),
                is("name", Operator.CONTAINS, "ANNA", 1, 2),
                is("name", Operator.CONTAINS, "_", 2),
                is("name", Operator.CONTAINS, "%", 1),
                is("name", Operator.CONTAINS, "\\", 3),
                is("name", Operator.CONTAINS, "", 1, 2, 3, 5),
                is("name", Operator.STARTS_WITH, "anna", 1, 2),
                is("name", Operator.ENDS_WITH, "%", 1),
                is("name", Operator.MATCHES, "^[AB]\\w+", 1, 3),
                is("name", Operator.EQUALS, "'; DROP TABLE app.t; --", 5),
                is("name", Operator.ONE_OF, "anna_b|Bob\\Dylan|'; DROP TABLE app.t; --", 2, 3, 5),
                is("short", Operator.EQUALS, "", 3),
                is("mood", Operator.EQUALS, "high", 2, 5),
                is("mood", Operator.ONE_OF, "low", 1, 3),
                is("flag", Operator.IS_TRUE, null, 1, 5),
                is("flag", Operator.IS_FALSE, null, 2),
                is("doc", Operator.JSON_CONTAINS, "{\"b\": [2]}", 1),
                is("doc", Operator.JSON_HAS_KEY, "a", 1, 2, 5),
                is("plain", Operator.JSON_CONTAINS, "{\"a\": 1}", 1),
                is("plain", Operator.JSON_HAS_KEY, "b", 2),
                is("plain", Operator.EQUALS, "{\"a\": 1}", 1),
                is("page", Operator.EQUALS, "<q/>", 2),
                is("tags", Operator.ARRAY_CONTAINS, "x y", 2),
                is("tags", Operator.ARRAY_CONTAINS, "x", 1, 5),
                is("tags", Operator.EQUALS, "{x,y}", 1),
                is("host", Operator.EQUALS, "10.0.0.1/32", 1),
                is("host", Operator.ONE_OF, "10.0.0.2|::1", 2, 5),
                is("pair", Operator.IS_NULL, null, 4, 5),
                is("pair", Operator.IS_NOT_NULL, null, 1, 2, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("filters")
    void keepsTheRowsTheOperatorMeans(Filter filter, List<Integer> expected) throws SQLException {
        assertThat(ids(List.of(filter), null, SoftDeleted.SHOW)).isEqualTo(expected);
    }

    @Test
    void offersNoOperatorThatItsTypeDoesNotHave() throws SQLException {
        for (Column column : table.columns()) {
            for (Operator operator : Operator.of(column.type())) {
                List<String> values = switch (operator.operands()) {
                    case 0 -> List.of();
                    case 2 -> List.of(valueOf(column), valueOf(column));
                    default -> List.of(operator == Operator.ARRAY_CONTAINS ? "x" : valueOf(column));
                };
                assertThat(ids(List.of(new Filter(column.name(), operator, values)), null, SoftDeleted.SHOW))
                        .as("%s %s", column.name(), operator)
                        .isNotNull();
            }
        }
    }

    @Test
    void keepsRowsThatMeetAllFilters() throws SQLException {
        List<Filter> filters = List.of(
                new Filter("n", Operator.GREATER, List.of("1")), new Filter("mood", Operator.EQUALS, List.of("high")));
        assertThat(ids(filters, null, SoftDeleted.SHOW)).containsExactly(2, 5);
        assertThat(ids(filters, "n < 5 OR id = 4", SoftDeleted.SHOW)).containsExactly(2);
    }

    @Test
    void hidesOrShowsOnlyWhatIsMarkedAsDeleted() throws SQLException {
        assertThat(ids(List.of(), null, SoftDeleted.SHOW)).containsExactly(1, 2, 3, 4, 5);
        assertThat(ids(List.of(), null, SoftDeleted.HIDE)).containsExactly(1, 4);
        assertThat(ids(List.of(), null, SoftDeleted.ONLY)).containsExactly(2, 3, 5);
    }

    @Test
    void knowsAMarkedRowByItsCells() throws SQLException {
        SoftDelete marks = SoftDelete.of(table).orElseThrow();
        Page page = new RowReader(source, RowQuery.all(table)).first(10, new Cancellation());
        assertThat(page.rows().stream().filter(row -> marks.isDeleted(table, row)).map(FilterTest::id))
                .containsExactly(2, 3, 5);
    }

    @Test
    void refusesAWrongNumberOfValues() {
        RowReader reader = reader(List.of(new Filter("n", Operator.BETWEEN, List.of("1"))), null, SoftDeleted.SHOW);
        assertThatThrownBy(() -> reader.first(1, new Cancellation())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesWhatAValueIsToTheServer() {
        RowReader reader = reader(List.of(new Filter("n", Operator.EQUALS, List.of("two"))), null, SoftDeleted.SHOW);
        assertThatThrownBy(() -> reader.check(new Cancellation()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("two");
    }

    private static Arguments is(String column, Operator operator, @Nullable String values, Integer... ids) {
        List<String> list = values == null ? List.of() : Arrays.asList(values.split("\\|", -1));
        return Arguments.of(new Filter(column, operator, list), List.of(ids));
    }

    private static String valueOf(Column column) {
        return switch (column.name()) {
            case "n", "id" -> "1";
            case "amount" -> "1.5";
            case "mood" -> "low";
            case "at", "deleted_at" -> "2024-01-01";
            case "doc", "plain" -> "{}";
            case "host" -> "::1";
            case "mask" -> "101";
            case "tags" -> "{}";
            default -> "a";
        };
    }

    private static RowReader reader(List<Filter> filters, @Nullable String where, SoftDeleted softDeleted) {
        return new RowReader(source, new RowQuery(table, filters, where, List.of(), softDeleted));
    }

    private static List<Integer> ids(List<Filter> filters, @Nullable String where, SoftDeleted softDeleted)
            throws SQLException {
        RowReader reader = reader(filters, where, softDeleted);
        List<Integer> ids = reader.first(10, new Cancellation()).rows().stream()
                .map(FilterTest::id)
                .toList();
        assertThat(reader.count(new Cancellation())).isEqualTo(ids.size());
        reader.check(new Cancellation());
        return ids;
    }

    private static Integer id(Row row) {
        return Integer.valueOf(String.valueOf(row.cells().getFirst().text()));
    }
}
