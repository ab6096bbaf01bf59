package mana.studio.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// The names in a piece of SQL, as far as its letters tell.
final class Mentions {
    private Mentions() {}

    static Set<String> names(String sql) {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : SqlTokens.scan(sql)) {
            switch (token.kind()) {
                case IDENTIFIER, KEYWORD, TYPE -> names.add(token.text(sql).toLowerCase(java.util.Locale.ROOT));
                case QUOTED_IDENTIFIER -> {
                    String text = token.text(sql);
                    names.add(text.substring(1, text.length() - 1).replace("\"\"", "\""));
                }
                case WHITESPACE, COMMENT, STRING, DOLLAR_STRING, NUMBER, PARAMETER, OPERATOR, PUNCTUATION, UNKNOWN -> {}
            }
        }
        return names;
    }
}
