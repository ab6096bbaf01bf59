package mana.studio.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PgParserTest {
    @Test
    void readsAStatementAsPostgresDoes() throws SyntaxError {
        Node statement = PgParser.parseOne("ALTER TABLE app.orders ADD COLUMN \"Größe\" int NOT NULL DEFAULT 3");

        assertThat(statement.type()).isEqualTo("AlterTableStmt");
        assertThat(statement.child("relation").orElseThrow().text("relname")).isEqualTo("orders");
        Node command = statement.list("cmds").getFirst();
        assertThat(command.text("subtype")).isEqualTo("AT_AddColumn");
        Node column = command.child("def").orElseThrow();
        assertThat(column.type()).isEqualTo("ColumnDef");
        assertThat(column.text("colname")).isEqualTo("Größe");
        assertThat(column.child("typeName").orElseThrow().names("names")).containsExactly("pg_catalog", "int4");
        assertThat(column.list("constraints"))
                .extracting(each -> each.text("contype"))
                .containsExactly("CONSTR_NOTNULL", "CONSTR_DEFAULT");
    }

    @Test
    void saysWhereItStoppedInCharactersOfJava() {
        String sql = "SELECT 'Grüße 🐘' FROM WHERE";
        SyntaxError error = catchThrowableOfType(SyntaxError.class, () -> PgParser.parse(sql));

        assertThat(error).hasMessage("syntax error at or near \"WHERE\"");
        assertThat(error.position()).isEqualTo(sql.indexOf("WHERE"));
    }

    @Test
    void stopsAtTheEndWhereTheTextEndsTooSoon() {
        SyntaxError error = catchThrowableOfType(SyntaxError.class, () -> PgParser.parse("CREATE TABLE"));

        assertThat(error).hasMessage("syntax error at end of input");
        assertThat(error.position()).isEqualTo("CREATE TABLE".length());
    }

    @Test
    void goesOnAfterAnError() throws SyntaxError {
        for (int round = 0; round < 20; round++) {
            assertThatThrownBy(() -> PgParser.parse("ALTER TABLE x ADD COLUMNN y int, FOO"))
                    .isInstanceOf(SyntaxError.class);
        }
        assertThat(PgParser.parse("SELECT 1; SELECT 2")).hasSize(2);
        assertThat(PgParser.parse("-- nothing")).isEmpty();
    }

    @Test
    void refusesWhatIsNestedTooDeeplyAndGoesOn() throws SyntaxError {
        String deep = "SELECT " + "(".repeat(50_000) + "1" + ")".repeat(50_000);

        assertThatThrownBy(() -> PgParser.parse(deep)).isInstanceOf(SyntaxError.class);
        assertThat(PgParser.parse("SELECT 1")).hasSize(1);
    }

    @Test
    void readsLongTexts() throws SyntaxError {
        String row = "('" + "x".repeat(1000) + "')";
        String insert = "INSERT INTO t VALUES "
                + String.join(",", IntStream.range(0, 3000).mapToObj(n -> row).toList());

        assertThat(PgParser.parse(insert)).hasSize(1);
    }

    @Test
    void servesSeveralThreads() {
        List<Integer> sizes =
                IntStream.range(0, 40).parallel().mapToObj(PgParserTest::parsed).toList();

        assertThat(sizes).allMatch(size -> size == 1);
    }

    private static int parsed(int number) {
        try {
            return PgParser.parse("CREATE INDEX i" + number + " ON t (a)").size();
        } catch (SyntaxError refused) {
            throw new AssertionError(refused);
        }
    }
}
