package mana.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// Names in SQL that the server deparsed, replaced. Where it cannot be told what a word means it stays: the plan then
/// says once more what is already so.
final class Wording {
    private Wording() {}

    /// `old.name` becomes `schema.name`.
    static String qualified(String sql, String oldSchema, String oldName, String schema, String name) {
        return replace(sql, (tokens, at) -> {
            boolean qualifies =
                    is(sql, tokens, at, oldSchema) && isDot(sql, tokens, at + 1) && is(sql, tokens, at + 2, oldName);
            return qualifies ? Optional.of(new Match(3, Identifier.quote(schema, name))) : Optional.empty();
        });
    }

    /// A schema before a dot.
    static String schema(String sql, String old, String schema) {
        return replace(sql, (tokens, at) -> {
            boolean qualifies = is(sql, tokens, at, old) && isDot(sql, tokens, at + 1) && !isDot(sql, tokens, at - 1);
            return qualifies ? Optional.of(new Match(1, Identifier.quote(schema))) : Optional.empty();
        });
    }

    /// A column in an expression of its own table.
    static String column(String sql, String table, String old, String column) {
        return replace(
                sql,
                (tokens, at) -> isColumn(sql, tokens, at, table, old)
                        ? Optional.of(new Match(1, Identifier.quote(column)))
                        : Optional.empty());
    }

    /// Whether an expression of a table names a column of it.
    static boolean mentionsColumn(String sql, String table, String column) {
        if (!sql.toLowerCase(Locale.ROOT).contains(column.toLowerCase(Locale.ROOT))) {
            return false;
        }
        List<Token> tokens = SqlTokens.scan(sql);
        return IntStream.range(0, tokens.size()).anyMatch(at -> isColumn(sql, tokens, at, table, column));
    }

    private static boolean isColumn(String sql, List<Token> tokens, int at, String table, String column) {
        boolean mine = !isDot(sql, tokens, at - 1) || is(sql, tokens, at - 2, table);
        boolean isCast = at > 0 && tokens.get(at - 1).text(sql).equals("::");
        return is(sql, tokens, at, column)
                && mine
                && !isCast
                && !isDot(sql, tokens, at + 1)
                && !isPunctuation(sql, tokens, at + 1, "(");
    }

    /// @param length in tokens
    private record Match(int length, String replacement) {}

    private interface Rule {
        Optional<Match> at(List<Token> tokens, int index);
    }

    private static String replace(String sql, Rule rule) {
        List<Token> tokens = SqlTokens.scan(sql);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int at = 0; at < tokens.size(); at++) {
            Optional<Match> match = rule.at(tokens, at);
            if (match.isPresent()) {
                text.append(sql, copied, tokens.get(at).start())
                        .append(match.get().replacement());
                at += match.get().length() - 1;
                copied = tokens.get(at).end();
            }
        }
        return copied == 0 ? sql : text.append(sql.substring(copied)).toString();
    }

    private static boolean is(String sql, List<Token> tokens, int at, String name) {
        if (at < 0 || at >= tokens.size()) {
            return false;
        }
        Token token = tokens.get(at);
        String text = token.text(sql);
        return switch (token.kind()) {
            // A word that has to be quoted as a name is none where it is not: a column named "or" is no OR.
            case IDENTIFIER, KEYWORD, TYPE ->
                text.toLowerCase(Locale.ROOT).equals(name) && Identifier.quote(name).equals(name);
            case QUOTED_IDENTIFIER ->
                text.substring(1, text.length() - 1).replace("\"\"", "\"").equals(name);
            case WHITESPACE, COMMENT, STRING, DOLLAR_STRING, NUMBER, PARAMETER, OPERATOR, PUNCTUATION, UNKNOWN -> false;
        };
    }

    private static boolean isDot(String sql, List<Token> tokens, int at) {
        return isPunctuation(sql, tokens, at, ".");
    }

    private static boolean isPunctuation(String sql, List<Token> tokens, int at, String letter) {
        return at >= 0 && at < tokens.size() && tokens.get(at).text(sql).equals(letter);
    }
}
