package mana.studio.sql;

import java.util.ArrayList;
import java.util.List;
import mana.studio.sql.Token.Kind;

/// Splits SQL into its tokens by PostgreSQL's lexical rules (`src/backend/parser/scan.l`, with
/// `standard_conforming_strings` on). Any text will do: what is not closed goes on to the end. Looks at each character
/// a bounded number of times.
public final class SqlTokens {
    private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";
    private static final String PUNCTUATION = "(),;[].:";
    /// An operator of several characters ends in `+` or `-` only if it has one of these.
    private static final String FREE_OPERATORS = "~!@#%^&|`?";

    private final String sql;
    private int at;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /// The tokens of a text; put together they are the text.
    public static List<Token> scan(String sql) {
        SqlTokens scanner = new SqlTokens(sql);
        List<Token> tokens = new ArrayList<>();
        while (scanner.at < sql.length()) {
            int start = scanner.at;
            Kind kind = scanner.next();
            tokens.add(new Token(kind, start, scanner.at));
        }
        return tokens;
    }

    /// The token that begins at a place in a text, which must not be its end.
    public static Token at(String sql, int start) {
        SqlTokens scanner = new SqlTokens(sql);
        scanner.at = start;
        Kind kind = scanner.next();
        return new Token(kind, start, scanner.at);
    }

    /// Moves behind the token that begins here.
    private Kind next() {
        char c = sql.charAt(at);
        if (isSpace(c)) {
            skip(SqlTokens::isSpace);
            return Kind.WHITESPACE;
        }
        if (sql.startsWith("--", at)) {
            return upTo(indexOr(sql.indexOf('\n', at)), Kind.COMMENT);
        }
        if (sql.startsWith("/*", at)) {
            return blockComment();
        }
        int prefix = stringPrefix(c);
        if (prefix >= 0) {
            return quoted(at + prefix, prefix == 1 && (c == 'e' || c == 'E'));
        }
        if (isWordStart(c)) {
            return word();
        }
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            return number();
        }
        return symbol(c);
    }

    private Kind symbol(char c) {
        if (c == '$') {
            return dollar();
        }
        if (OPERATORS.indexOf(c) >= 0) {
            return operator();
        }
        if (sql.startsWith("::", at) || sql.startsWith(":=", at) || sql.startsWith("..", at)) {
            return upTo(at + 2, Kind.OPERATOR);
        }
        return upTo(at + 1, PUNCTUATION.indexOf(c) >= 0 ? Kind.PUNCTUATION : Kind.UNKNOWN);
    }

    /// Block comments nest.
    private Kind blockComment() {
        int depth = 0;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    break;
                }
            } else {
                at++;
            }
        }
        return Kind.COMMENT;
    }

    /// How many characters stand before the quote of a constant or identifier that begins here; -1 where none does.
    private int stringPrefix(char c) {
        return switch (c) {
            case '\'', '"' -> 0;
            case 'e', 'E', 'b', 'B', 'x', 'X', 'n', 'N' -> peek(1) == '\'' ? 1 : -1;
            case 'u', 'U' -> peek(1) == '&' && (peek(2) == '\'' || peek(2) == '"') ? 2 : -1;
            default -> -1;
        };
    }

    /// A doubled quote does not end it; nor, with escapes, one behind a backslash.
    private Kind quoted(int openingQuote, boolean escapes) {
        char quote = sql.charAt(openingQuote);
        at = openingQuote + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (escapes && c == '\\') {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (peek(1) == quote) {
                at += 2;
            } else {
                at++;
                break;
            }
        }
        at = Math.min(at, sql.length());
        return quote == '"' ? Kind.QUOTED_IDENTIFIER : Kind.STRING;
    }

    private Kind word() {
        int start = at;
        skip(SqlTokens::isWordPart);
        String word = sql.substring(start, at);
        return SqlWords.isKeyword(word) ? Kind.KEYWORD : SqlWords.isType(word) ? Kind.TYPE : Kind.IDENTIFIER;
    }

    private Kind number() {
        char radix = sql.charAt(at) == '0' ? Character.toLowerCase(peek(1)) : ' ';
        if (radix == 'x' || radix == 'o' || radix == 'b') {
            at += 2;
            skip(c -> Character.digit(c, 16) >= 0 && c < 128 || c == '_');
            return Kind.NUMBER;
        }
        skip(SqlTokens::isDigitOrBar);
        // 1..10 is a range of PL/pgSQL: two integers
        if (peek(0) == '.' && peek(1) != '.') {
            at++;
            skip(SqlTokens::isDigitOrBar);
        }
        boolean signed = peek(1) == '+' || peek(1) == '-';
        if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(signed ? 2 : 1))) {
            at += signed ? 2 : 1;
            skip(SqlTokens::isDigitOrBar);
        }
        return Kind.NUMBER;
    }

    /// A parameter, a constant in dollar quotes, or a lost dollar.
    private Kind dollar() {
        if (isDigit(peek(1))) {
            at++;
            skip(SqlTokens::isDigit);
            return Kind.PARAMETER;
        }
        int tagEnd = at + 1;
        while (tagEnd < sql.length() && isWordPart(sql.charAt(tagEnd)) && sql.charAt(tagEnd) != '$') {
            tagEnd++;
        }
        if (tagEnd == sql.length() || sql.charAt(tagEnd) != '$') {
            return upTo(at + 1, Kind.UNKNOWN);
        }
        String delimiter = sql.substring(at, tagEnd + 1);
        int close = sql.indexOf(delimiter, tagEnd + 1);
        return upTo(close < 0 ? sql.length() : close + delimiter.length(), Kind.DOLLAR_STRING);
    }

    private Kind operator() {
        int start = at;
        boolean free = false;
        while (at < sql.length()
                && OPERATORS.indexOf(sql.charAt(at)) >= 0
                && !sql.startsWith("--", at)
                && !sql.startsWith("/*", at)) {
            free |= FREE_OPERATORS.indexOf(sql.charAt(at)) >= 0;
            at++;
        }
        while (!free && at > start + 1 && (sql.charAt(at - 1) == '+' || sql.charAt(at - 1) == '-')) {
            at--;
        }
        return Kind.OPERATOR;
    }

    private interface CharTest {
        boolean test(char c);
    }

    private void skip(CharTest test) {
        while (at < sql.length() && test.test(sql.charAt(at))) {
            at++;
        }
    }

    private Kind upTo(int end, Kind kind) {
        at = end;
        return kind;
    }

    private int indexOr(int index) {
        return index < 0 ? sql.length() : index;
    }

    /// The character some places ahead; 0 behind the end.
    private char peek(int ahead) {
        return at + ahead < sql.length() ? sql.charAt(at + ahead) : 0;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isDigitOrBar(char c) {
        return isDigit(c) || c == '_';
    }

    /// Everything beyond ASCII is a letter to the server.
    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c) || c == '$';
    }
}
