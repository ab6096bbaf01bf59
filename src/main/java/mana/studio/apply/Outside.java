package mana.studio.apply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import mana.studio.sql.SqlTokens;

/// Tells by the words of a statement whether PostgreSQL refuses it inside a transaction.
public final class Outside {
    private static final Set<String> CLUSTER_WIDE = Set.of("DATABASE", "TABLESPACE", "SYSTEM", "SUBSCRIPTION");

    private Outside() {}

    /// Whether it is one that works while others go on, and waits for them.
    public static boolean isConcurrent(String sql) {
        List<String> words = words(sql);
        return words.contains("CONCURRENTLY") && !words.getFirst().equals("REFRESH");
    }

    /// Whether the server answers 25001 to it inside a transaction block.
    public static boolean isRefusedInTransaction(String sql) {
        List<String> words = words(sql);
        if (words.isEmpty()) {
            return false;
        }
        boolean clusterWide = words.size() > 1
                && CLUSTER_WIDE.contains(words.get(1))
                && Set.of("CREATE", "DROP", "ALTER").contains(words.getFirst())
                && !words.contains("RENAME")
                && !words.contains("OWNER");
        return isConcurrent(sql) || words.getFirst().equals("VACUUM") || clusterWide;
    }

    private static List<String> words(String sql) {
        return SqlTokens.scan(sql).stream()
                .filter(token -> switch (token.kind()) {
                    case KEYWORD, TYPE, IDENTIFIER -> true;
                    case QUOTED_IDENTIFIER,
                            STRING,
                            DOLLAR_STRING,
                            NUMBER,
                            PARAMETER,
                            OPERATOR,
                            PUNCTUATION,
                            COMMENT,
                            WHITESPACE,
                            UNKNOWN -> false;
                })
                .map(token -> token.text(sql).toUpperCase(Locale.ROOT))
                .toList();
    }
}
