package mana.studio.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mana.studio.statement.SqlStatement.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StatementsTest {
    @Test
    void splitsAtSemicolonsOutsideOfQuotesAndComments() {
        assertThat(texts("""
            SELECT ';', ";", E'\\';', $$;$$, $a$ ; $$ ; $a$; -- ;
            /* ; /* ; */ ; */ SELECT 2
            """)).containsExactly("SELECT ';', \";\", E'\\';', $$;$$, $a$ ; $$ ; $a$", "SELECT 2");
    }

    @Test
    void dropsEmptyStatements() {
        assertThat(texts(" ; ;; -- nothing\n ; /* */ ")).isEmpty();
    }

    @Test
    void keepsTheBodyOfAnAtomicFunctionTogether() {
        assertThat(texts("""
            CREATE OR REPLACE FUNCTION f(a int) RETURNS int BEGIN ATOMIC
              SELECT CASE WHEN a > 0 THEN 1 ELSE 2 END;
              SELECT 3;
            END;
            BEGIN; SELECT 1; END;
            """)).hasSize(4).last().isEqualTo("END");
    }

    @Test
    void keepsTheActionsOfARuleTogether() {
        assertThat(texts("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3"))
                .hasSize(2);
    }

    @Test
    void tellsCommandsOfPsqlAndRowsOfCopy() {
        assertThat(Statements.split("""
            \\restrict abc
            COPY t (a) FROM stdin;
            1;
            it's
            \\.

            SELECT 1 \\gexec
            """))
                .containsExactly(
                        new SqlStatement(Kind.PSQL_COMMAND, "\\restrict abc", 0, 13, 1),
                        new SqlStatement(Kind.SQL, "COPY t (a) FROM stdin", 14, 35, 2),
                        new SqlStatement(Kind.COPY_DATA, "1;\nit's\n", 37, 45, 3),
                        new SqlStatement(Kind.SQL, "SELECT 1", 49, 57, 7),
                        new SqlStatement(Kind.PSQL_COMMAND, "\\gexec", 58, 64, 7));
    }

    @Test
    void readsCopyFromAFileAsOneStatement() {
        assertThat(texts("COPY t FROM '/a;b'; COPY t TO STDOUT; SELECT 1")).hasSize(3);
    }

    @Test
    void saysWhereAStatementStands() {
        SqlStatement second =
                Statements.split("SELECT 1;\n-- why\n  SELECT 2 ;").get(1);

        assertThat(second).isEqualTo(new SqlStatement(Kind.SQL, "SELECT 2", 19, 27, 3));
    }

    @Test
    void takesTheRestWhereAQuoteIsNotClosed() {
        assertThat(texts("SELECT 1; SELECT 'a; SELECT 2")).containsExactly("SELECT 1", "SELECT 'a; SELECT 2");
    }

    /// Over the scripts that the shared folder has: there are as many statements as PostgreSQL's grammar finds. Every
    /// twentieth script, which is done in seconds; `-Dmana.every=1` compares all.
    @TestFactory
    Stream<DynamicTest> splitsAsTheGrammarDoes() throws IOException {
        Path data = Path.of(System.getProperty("mana.shared", "../shared"), "data");
        assumeTrue(Files.isDirectory(data), "the shared folder with scripts is not here");
        return Stream.of("diff-cases", "migrations", "mana-sample", "dry-run")
                .filter(folder -> Files.isDirectory(data.resolve(folder)))
                .map(folder -> DynamicTest.dynamicTest(folder, () -> compare(data.resolve(folder))));
    }

    private static void compare(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walk = Files.walk(folder)) {
            found = walk.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
        int compared = 0;
        int every = Integer.getInteger("mana.every", 20);
        List<Path> files = IntStream.range(0, found.size())
                .filter(at -> at % every == 0)
                .mapToObj(found::get)
                .toList();
        for (Path file : files) {
            String script = read(file);
            List<SqlStatement> statements = Statements.split(script);
            if (statements.stream().allMatch(each -> each.kind() == Kind.SQL) && isPlain(script)) {
                assertThat(statements).as(file.toString()).hasSize(parsed(script));
                compared++;
            }
        }
        assertThat(compared).as("scripts compared in " + folder).isPositive();
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            return "";
        }
    }

    private static boolean isPlain(String script) {
        try {
            return !PgParser.parse(script).isEmpty();
        } catch (SyntaxError refused) {
            return false;
        }
    }

    private static int parsed(String script) {
        try {
            return PgParser.parse(script).size();
        } catch (SyntaxError refused) {
            throw new AssertionError(refused);
        }
    }

    private static List<String> texts(String script) {
        return Statements.split(script).stream().map(SqlStatement::text).toList();
    }
}
