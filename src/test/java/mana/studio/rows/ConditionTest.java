package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Relation;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A raw condition narrows the rows, and can do nothing else.
class ConditionTest {
    private static HikariDataSource source;
    private static Relation table;

    @BeforeAll
    static void fill() throws SQLException {
        source = Samples.pool(
                TestServer.freshDatabase()
                        .run(
                                """
                                CREATE SCHEMA app;
                                CREATE TABLE app.notes (id int PRIMARY KEY, body text, doc jsonb);
                                INSERT INTO app.notes SELECT i, 'note ' || i, jsonb_build_object('k' || i, i)
                                FROM generate_series(1, 5) i;
                                """));
        table = Tables.of(source, "app", "notes");
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "id < 3 # 2",
                "id = 1 OR id = 2 # 2",
                "notes.id = 1 # 1",
                "body = 'note 1' -- and nothing more # 1",
                "body = 'note 1' /* ( ; /* ' */ */ # 1",
                "body IN ('a;', '(', $$note 2;)$$, $x$note 2$x$) # 1",
                "body = E'note\\' OR true' OR id = 3 # 1",
                "body ~ '^note [12]$' # 2",
                "doc ? 'k4' # 1",
                "doc ?| ARRAY['k4', 'k5'] # 2",
                "(id IN (SELECT max(id) FROM app.notes)) # 1",
                "\"id\" = 2 # 1",
                "body LIKE '%1' # 1",
                "id = ANY ('{1,2}'::int[]) AND (ARRAY[1,2])[1] = 1 # 2",
            })
    void narrowsTheRows(String where, int count) throws SQLException {
        RowReader reader = reader(where);
        reader.check(new Cancellation());
        assertThat(reader.first(10, new Cancellation()).rows()).hasSize(count);
        assertThat(reader.count(new Cancellation())).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=1); DROP TABLE app.notes; --",
                "1=1) OR (1=1",
                "1=1) UNION SELECT 1, 'x', NULL --",
                "1=1; DROP TABLE app.notes",
                "1=1 /*",
                "1=1 /* /* */",
                "body = 'x",
                "body = E'x\\'",
                "body = $$x$",
                "\"id = 1",
                "(id = 1",
                "(id = 1]",
                "id = $1",
                "  ",
                "id = 1 ORDER BY id",
                "id = 1 LIMIT 1",
                "id = 1 FOR UPDATE",
                "1=1 UNION SELECT 1",
                "SELECT 1",
                "id",
                "nothing = 1",
                "id = 1 OR",
            })
    void refusesWhatIsNotOneCondition(String where) throws SQLException {
        RowReader reader = reader(where);
        assertThatThrownBy(() -> reader.check(new Cancellation())).isInstanceOf(ConditionException.class);
        assertThatThrownBy(() -> reader.first(10, new Cancellation())).isInstanceOf(SQLException.class);
        assertThat(new RowReader(source, RowQuery.all(table)).count(new Cancellation())).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            value = {
                "id = 1 AND nothing = 2 # 11",
                "doc ? 'k1' AND nothing = 2 # 15",
                "body = '😀ä' AND nothing = 2 # 17",
                "id = 1) # 6",
                "id = 1; # 6",
                "(id = 1 # 0",
            })
    void saysWhereItIsWrong(String where, int position) {
        ConditionException refused = catchThrowableOfType(
                ConditionException.class, () -> reader(where).check(new Cancellation()));
        assertThat(refused.position()).hasValue(position);
        assertThat(refused.getMessage()).isNotBlank();
    }

    @Test
    void isNotCarriedOutByTheCheck() throws SQLException {
        RowReader reader = reader("(SELECT count(pg_advisory_lock(i)) FROM generate_series(1, 3) i) = 3");
        reader.check(new Cancellation());
        RowReader locks = new RowReader(source, new RowQuery(table, List.of(),
                "EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory')", List.of(), SoftDeleted.SHOW));
        assertThat(locks.count(new Cancellation())).isZero();
    }

    private static RowReader reader(String where) {
        return new RowReader(source, new RowQuery(table, List.of(), where, List.of(), SoftDeleted.SHOW));
    }
}
