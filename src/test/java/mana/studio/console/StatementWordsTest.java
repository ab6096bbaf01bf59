package mana.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.console.StatementWords.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT 1 | READS",
                "/* x */ select * from a for update | READS",
                "(SELECT 1) UNION (SELECT 2) | READS",
                "WITH a AS (SELECT 1) SELECT * FROM a | READS",
                "WITH a AS (DELETE FROM b WHERE c RETURNING d) SELECT * FROM a | WRITES",
                "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a | WRITES",
                "SELECT * INTO b FROM a | WRITES",
                "EXPLAIN DELETE FROM a | READS",
                "EXPLAIN ANALYZE SELECT 1 | READS",
                "EXPLAIN (ANALYZE, BUFFERS) DELETE FROM a | WRITES",
                "SET statement_timeout = 0 | SESSION",
                "COMMIT | SESSION",
                "INSERT INTO a VALUES (1) | WRITES",
                "DO $$ BEGIN END $$ | WRITES",
                "CREATE TABLE a (b int) | WRITES",
                "VACUUM a | WRITES"
            })
    void tellsWhatMayWrite(String sql, Kind kind) {
        assertThat(StatementWords.of(sql).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            emptyValue = "",
            value = {
                "DELETE FROM a | DELETE",
                "UPDATE a SET b = 1 | UPDATE",
                "WITH x AS (SELECT 1 WHERE true) DELETE FROM a | DELETE",
                "WITH x AS (DELETE FROM a) SELECT 1 WHERE true | DELETE",
                "EXPLAIN ANALYZE UPDATE a SET b = 1 | UPDATE",
                "DELETE FROM a WHERE b | ''",
                "UPDATE a SET b = (SELECT 1) WHERE c | ''",
                "UPDATE a SET b = (SELECT 1 WHERE true) | UPDATE",
                "INSERT INTO a VALUES (1) ON CONFLICT DO UPDATE SET b = 1 | ''",
                "CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f() | ''",
                "SELECT 'DELETE FROM a' | ''"
            })
    void findsWhatConcernsEveryRow(String sql, String word) {
        assertThat(StatementWords.of(sql).everyRow()).isEqualTo(word);
    }

    @Test
    void asksOnlyWhereItMatters() {
        var script =
                Script.of("INSERT INTO a VALUES (1); SELECT 1; DROP TABLE a").statements();
        assertThat(Caution.before(script, profile(Environment.LOCAL, false))).isEmpty();
        assertThat(Caution.before(script, profile(Environment.PRODUCTION, true)))
                .isEmpty();
        Caution asked =
                Caution.before(script, profile(Environment.PRODUCTION, false)).orElseThrow();
        assertThat(asked.statements()).hasSize(2);
        assertThat(asked.typesName()).isTrue();
        var everyRow = Script.of("DELETE FROM a").statements();
        assertThat(Caution.before(everyRow, profile(Environment.LOCAL, false))
                        .orElseThrow()
                        .typesName())
                .isFalse();
    }

    private static Profile profile(Environment environment, boolean readOnly) {
        return new Profile("x", "x", environment, null, readOnly, target());
    }

    private static mana.studio.connection.Target target() {
        try {
            return ConnectionString.parse("postgres://localhost/app").target();
        } catch (mana.studio.connection.MalformedConnectionString impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void readsTheKeyOfAnUnlock() {
        assertThat(unlock("SELECT pg_advisory_unlock(987654321)").key()).isEqualTo(AdvisoryKey.of(987654321L));
        assertThat(unlock("select pg_catalog.pg_advisory_unlock_shared(-1, 2::int)")
                        .key())
                .isEqualTo(AdvisoryKey.of(-1, 2));
        assertThat(unlock("SELECT pg_advisory_unlock(hashtext('a'))").key()).isNull();
        assertThat(AdvisoryUnlock.in("SELECT 'pg_advisory_unlock(1)'")).isEmpty();
        assertThat(unlock("SELECT pg_advisory_unlock_all()").advice(Set.of()).orElseThrow())
                .contains("will release nothing");
    }

    private static AdvisoryUnlock unlock(String sql) {
        return AdvisoryUnlock.in(sql).orElseThrow();
    }

    @Test
    void keepsNoPasswords() {
        assertThat(Script.withoutSecrets("ALTER ROLE a PASSWORD 'secret'; SELECT 'b'"))
                .isEqualTo("ALTER ROLE a PASSWORD '…'; SELECT 'b'");
        assertThat(StatementWords.of("CREATE USER a WITH PASSWORD 'x'").holdsPassword())
                .isTrue();
    }

    @Test
    void togglesComments() {
        assertThat(Script.toggledComment("a\n\n  b")).isEqualTo("-- a\n\n--   b");
        assertThat(Script.toggledComment("-- a\n\n--   b")).isEqualTo("a\n\n  b");
    }

    @Test
    void findsTheStatementUnderTheCaret() {
        Script script = Script.of("SELECT 1; SELECT 2;\n\nSELECT 3");
        assertThat(script.at(3).orElseThrow().text()).isEqualTo("SELECT 1");
        assertThat(script.at(9).orElseThrow().text()).isEqualTo("SELECT 1");
        assertThat(script.at(19).orElseThrow().text()).isEqualTo("SELECT 2");
        assertThat(script.at(20).orElseThrow().text()).isEqualTo("SELECT 3");
    }
}
