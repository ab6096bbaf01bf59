package mana.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import mana.studio.sql.Token.Kind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SqlTokensTest {
    private static final List<String> PIECES = List.of(
            "'",
            "''",
            "\"",
            "$",
            "$$",
            "$a$",
            "$1",
            "--",
            "/*",
            "*/",
            "\n",
            " ",
            "\\",
            "E'",
            "U&'",
            "U&\"",
            "x",
            "1",
            ".",
            "..",
            "e",
            "+",
            "-",
            ":",
            "::",
            "select",
            "é",
            "\uD83D\uDE00",
            ";",
            "(",
            "0x",
            "_",
            "@",
            "\u0000");

    @Test
    void tellsTheKindsApart() {
        assertThat(kinds("SELECT u.id, \"Größe\" FROM auth.users u WHERE n >= 1.5e-3 AND x = $1;"))
                .containsExactly(
                        "KEYWORD SELECT",
                        "IDENTIFIER u",
                        "PUNCTUATION .",
                        "IDENTIFIER id",
                        "PUNCTUATION ,",
                        "QUOTED_IDENTIFIER \"Größe\"",
                        "KEYWORD FROM",
                        "IDENTIFIER auth",
                        "PUNCTUATION .",
                        "IDENTIFIER users",
                        "IDENTIFIER u",
                        "KEYWORD WHERE",
                        "IDENTIFIER n",
                        "OPERATOR >=",
                        "NUMBER 1.5e-3",
                        "KEYWORD AND",
                        "IDENTIFIER x",
                        "OPERATOR =",
                        "PARAMETER $1",
                        "PUNCTUATION ;");
    }

    @Test
    void knowsTypesAndCasts() {
        assertThat(kinds("a::text[] numeric(10,2)"))
                .containsExactly(
                        "IDENTIFIER a",
                        "OPERATOR ::",
                        "TYPE text",
                        "PUNCTUATION [",
                        "PUNCTUATION ]",
                        "TYPE numeric",
                        "PUNCTUATION (",
                        "NUMBER 10",
                        "PUNCTUATION ,",
                        "NUMBER 2",
                        "PUNCTUATION )");
    }

    @Test
    void endsStringsWhereTheServerDoes() {
        assertThat(kinds("'it''s' E'it\\'s' 'back\\' U&'d\\0061t' b'01' X'1F' n'x'"))
                .containsExactly(
                        "STRING 'it''s'",
                        "STRING E'it\\'s'",
                        "STRING 'back\\'",
                        "STRING U&'d\\0061t'",
                        "STRING b'01'",
                        "STRING X'1F'",
                        "STRING n'x'");
        assertThat(kinds("\"a\"\"b\" U&\"d!0061t\" name'x'"))
                .containsExactly(
                        "QUOTED_IDENTIFIER \"a\"\"b\"",
                        "QUOTED_IDENTIFIER U&\"d!0061t\"",
                        "IDENTIFIER name",
                        "STRING 'x'");
    }

    @Test
    void readsDollarQuotesWithTheirTags() {
        assertThat(kinds("$$a$b$ 'c$$ $fn$ $$ x $$ $fn$ a$b$c"))
                .containsExactly("DOLLAR_STRING $$a$b$ 'c$$", "DOLLAR_STRING $fn$ $$ x $$ $fn$", "IDENTIFIER a$b$c");
        assertThat(kinds("$ä$x$ä$ $1$ $ x"))
                .containsExactly("DOLLAR_STRING $ä$x$ä$", "PARAMETER $1", "UNKNOWN $", "UNKNOWN $", "IDENTIFIER x");
    }

    @Test
    void nestsBlockComments() {
        assertThat(kinds("/* a /* b */ c */ d -- e /*\nf"))
                .containsExactly("COMMENT /* a /* b */ c */", "IDENTIFIER d", "COMMENT -- e /*", "IDENTIFIER f");
    }

    @Test
    void splitsOperatorsAsTheServerDoes() {
        assertThat(kinds("a=-1 b@-1 c->>'x' d<--e\n f*/* g */h"))
                .containsExactly(
                        "IDENTIFIER a",
                        "OPERATOR =",
                        "OPERATOR -",
                        "NUMBER 1",
                        "IDENTIFIER b",
                        "OPERATOR @-",
                        "NUMBER 1",
                        "IDENTIFIER c",
                        "OPERATOR ->>",
                        "STRING 'x'",
                        "IDENTIFIER d",
                        "OPERATOR <",
                        "COMMENT --e",
                        "IDENTIFIER f",
                        "OPERATOR *",
                        "COMMENT /* g */",
                        "IDENTIFIER h");
    }

    @Test
    void readsNumbersOfEveryForm() {
        assertThat(kinds("0xFF 0b101 1_000 .5 5. 1..3 1e5"))
                .containsExactly(
                        "NUMBER 0xFF",
                        "NUMBER 0b101",
                        "NUMBER 1_000",
                        "NUMBER .5",
                        "NUMBER 5.",
                        "NUMBER 1",
                        "OPERATOR ..",
                        "NUMBER 3",
                        "NUMBER 1e5");
    }

    @Test
    void takesWordsThatAreOftenNamesForGrammarOnlyInCapitals() {
        assertThat(kinds("PRIMARY KEY key data"))
                .containsExactly("KEYWORD PRIMARY", "KEYWORD KEY", "IDENTIFIER key", "IDENTIFIER data");
    }

    @Test
    void goesOnToTheEndWhereSomethingIsNotClosed() {
        for (String open : List.of("'x", "E'x\\", "\"x", "$a$ x $b$", "/* x /* */", "U&'")) {
            assertThat(SqlTokens.scan(open)).as(open).hasSize(1);
        }
    }

    @RepeatedTest(200)
    void isTheTextWhenPutTogetherAgain(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String sql = random.ints(40, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());

        List<Token> tokens = SqlTokens.scan(sql);

        assertThat(tokens).allSatisfy(token -> assertThat(token.length()).isPositive());
        assertThat(tokens.stream().map(token -> token.text(sql)).collect(Collectors.joining()))
                .isEqualTo(sql);
    }

    private static List<String> kinds(String sql) {
        return SqlTokens.scan(sql).stream()
                .filter(token -> token.kind() != Kind.WHITESPACE)
                .map(token -> token.kind() + " " + token.text(sql))
                .toList();
    }
}
