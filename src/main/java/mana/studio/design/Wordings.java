package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// Expressions that say the same in other words, as far as the letters tell: the server writes casts and parentheses
/// where a person does not.
final class Wordings {
    /// The words of types of several, behind the first: `character varying`, `timestamp with time zone`.
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

    private Wordings() {}

    static boolean same(Object one, Object other) {
        return bare(one.toString()).equals(bare(other.toString()));
    }

    /// Without spaces, parentheses and casts, and in small letters where that means the same.
    private static List<String> bare(String sql) {
        List<String> words = new ArrayList<>();
        Cast cast = Cast.NONE;
        for (Token token : SqlTokens.scan(sql)) {
            String text = token.text(sql);
            String lower = text.toLowerCase(Locale.ROOT);
            switch (token.kind()) {
                case WHITESPACE, COMMENT -> {}
                case IDENTIFIER, KEYWORD, TYPE, QUOTED_IDENTIFIER -> {
                    boolean ofType = cast == Cast.BEGUN || (cast == Cast.NAMED && TYPE_WORDS.contains(lower));
                    cast = ofType ? Cast.NAMED : Cast.NONE;
                    if (!ofType) {
                        words.add(token.kind() == Token.Kind.QUOTED_IDENTIFIER ? text : lower);
                    }
                }
                case OPERATOR, PUNCTUATION -> {
                    boolean begins = text.equals("::") || (cast == Cast.NAMED && text.equals("."));
                    cast = begins ? Cast.BEGUN : Cast.NONE;
                    if (!begins && !text.equals("(") && !text.equals(")")) {
                        words.add(text);
                    }
                }
                case STRING, DOLLAR_STRING, NUMBER, PARAMETER, UNKNOWN -> {
                    cast = Cast.NONE;
                    words.add(text);
                }
            }
        }
        return words;
    }

    /// How much of a cast was read.
    private enum Cast {
        NONE,
        BEGUN,
        NAMED
    }
}
