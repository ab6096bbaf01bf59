package mana.studio.safety.dryrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// What can be told of a statement by its words, without a parser.
final class Words {
    private static final Set<String> OUTSIDE = Set.of("VACUUM", "CLUSTER", "REINDEX");

    private Words() {}

    /// The words in capitals, constants, quoted names and comments left out.
    static List<String> of(String sql) {
        return SqlTokens.scan(sql).stream()
                .filter(token -> switch (token.kind()) {
                    case KEYWORD, TYPE, IDENTIFIER -> true;
                    default -> false;
                })
                .map(token -> token.text(sql).toUpperCase(Locale.ROOT))
                .toList();
    }

    /// The same; of `DO`, which runs its code at once, with the words of the code.
    static List<String> thatRun(String sql) {
        List<String> words = of(sql);
        if (words.isEmpty() || !words.getFirst().equals("DO")) {
            return words;
        }
        List<String> all = new ArrayList<>(words);
        for (Token token : SqlTokens.scan(sql)) {
            String text = token.text(sql);
            switch (token.kind()) {
                case DOLLAR_STRING -> all.addAll(of(text.substring(text.indexOf('$', 1) + 1)));
                case STRING -> all.addAll(of(text.substring(text.indexOf('\'') + 1)));
                default -> {}
            }
        }
        return all;
    }

    /// All names and words, as the server takes them: without quotes, in small letters where they had none.
    static Set<String> names(String sql) {
        return SqlTokens.scan(sql).stream()
                .filter(token -> token.kind() != Token.Kind.WHITESPACE)
                .map(token -> name(token, sql))
                .collect(Collectors.toSet());
    }

    private static String name(Token token, String sql) {
        String text = token.text(sql);
        return token.kind() == Token.Kind.QUOTED_IDENTIFIER && text.length() > 1
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }

    static boolean begins(String sql) {
        List<String> words = of(sql);
        return !words.isEmpty() && (words.getFirst().equals("BEGIN") || words.getFirst().equals("START"));
    }

    /// Of a statement that cannot run inside a transaction: whether it changes only the database it runs in. Not so for
    /// databases, tablespaces, subscriptions, `ALTER SYSTEM`.
    static boolean staysInside(String sql) {
        List<String> words = of(sql);
        return !words.isEmpty() && (OUTSIDE.contains(words.getFirst()) || words.contains("CONCURRENTLY"));
    }
}
