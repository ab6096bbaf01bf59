package mana.studio.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// Names in SQL that the server deparsed, replaced. Where it cannot be told what a word means it stays: the plan then
/// says once more what is already so.
final class Wording {
    private Wording() {}

    /// `old.name` becomes `schema.name`.
    static String qualified(String sql, String oldSchema, String oldName, String schema, String name) {
        return !mayMention(sql, oldSchema) || !mayMention(sql, oldName)
                ? sql
                : replaced(sql, oldSchema, oldName, schema, name);
    }

    /// Most texts do not have the word at all, and to take one apart costs a hundred times more than to look.
    static boolean mayMention(String sql, String name) {
        String written = name.replace("\"", "\"\"");
        return sql.contains(written) || sql.toLowerCase(Locale.ROOT).contains(written);
    }

    private static String replaced(String sql, String oldSchema, String oldName, String schema, String name) {
        String constant = Literal.quote(Identifier.quote(oldSchema, oldName)).strip();
        return replace(sql, (tokens, at) -> {
            if (isRegclass(sql, tokens, at) && tokens.get(at).text(sql).equals(constant)) {
                return Optional.of(new Match(
                        1, Literal.quote(Identifier.quote(schema, name)).strip()));
            }
            boolean qualifies =
                    is(sql, tokens, at, oldSchema) && isDot(sql, tokens, at + 1) && is(sql, tokens, at + 2, oldName);
            return qualifies ? Optional.of(new Match(3, Identifier.quote(schema, name))) : Optional.empty();
        });
    }

    /// A schema before a dot.
    static String schema(String sql, String old, String schema) {
        String constant = "'" + Identifier.quote(old).replace("'", "''") + ".";
        return !mayMention(sql, old)
                ? sql
                : replace(sql, (tokens, at) -> {
                    if (isRegclass(sql, tokens, at) && tokens.get(at).text(sql).startsWith(constant)) {
                        String rest = tokens.get(at).text(sql).substring(constant.length() - 1);
                        return Optional.of(
                                new Match(1, "'" + Identifier.quote(schema).replace("'", "''") + rest));
                    }
                    boolean qualifies =
                            is(sql, tokens, at, old) && isDot(sql, tokens, at + 1) && !isDot(sql, tokens, at - 1);
                    return qualifies ? Optional.of(new Match(1, Identifier.quote(schema))) : Optional.empty();
                });
    }

    /// A column in an expression of its own table.
    static String column(String sql, String table, String old, String column) {
        return !mayMention(sql, old)
                ? sql
                : replace(
                        sql,
                        (tokens, at) -> isColumn(sql, tokens, at, table, old)
                                ? Optional.of(new Match(1, Identifier.quote(column)))
                                : Optional.empty());
    }

    /// Whether an expression of a table names a column of it.
    static boolean mentionsColumn(String sql, String table, String column) {
        if (!mayMention(sql, column)) {
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

    /// Whether it is the constant in `'auth.users'::regclass`, which is a name and follows renames.
    private static boolean isRegclass(String sql, List<Token> tokens, int at) {
        return tokens.get(at).kind() == Token.Kind.STRING
                && at + 2 < tokens.size()
                && tokens.get(at + 1).text(sql).equals("::")
                && tokens.get(at + 2).text(sql).equals("regclass");
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
                text.toLowerCase(Locale.ROOT).equals(name)
                        && Identifier.quote(name).equals(name);
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
