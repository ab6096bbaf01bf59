package mana.studio.ui.structure;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.sql.Token.Kind;

/// The qualified names in a text of SQL. In what the server deparses every name is qualified, so a view's are complete;
/// in a function's body they are what its author wrote.
final class Mentions {
    private Mentions() {}

    /// Every `schema.name`, whatever it may name; those in constants in dollar quotes too.
    static Set<QualifiedName> in(String sql) {
        Set<QualifiedName> names = new HashSet<>();
        addTo(names, sql);
        return names;
    }

    private static void addTo(Set<QualifiedName> names, String sql) {
        List<Token> tokens = SqlTokens.scan(sql);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Kind.DOLLAR_STRING) {
                String quoted = token.text(sql);
                int delimiter = quoted.indexOf('$', 1) + 1;
                addTo(names, quoted.substring(delimiter, Math.max(delimiter, quoted.length() - delimiter)));
            } else if (isName(token)
                    && i + 2 < tokens.size()
                    && isDot(tokens.get(i + 1), sql)
                    && isName(tokens.get(i + 2))) {
                names.add(new QualifiedName(name(token, sql), name(tokens.get(i + 2), sql)));
            }
        }
    }

    private static boolean isDot(Token token, String sql) {
        return token.kind() == Kind.PUNCTUATION && token.text(sql).equals(".");
    }

    private static boolean isName(Token token) {
        return switch (token.kind()) {
            case IDENTIFIER, QUOTED_IDENTIFIER, KEYWORD, TYPE -> true;
            case WHITESPACE, COMMENT, STRING, DOLLAR_STRING, NUMBER, PARAMETER, OPERATOR, PUNCTUATION, UNKNOWN -> false;
        };
    }

    private static String name(Token token, String sql) {
        String text = token.text(sql);
        return text.startsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }
}
