package mana.studio.scratch;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import mana.studio.sql.SqlTokens;

/// Whether a statement of a script may run on a scratch server, whose sessions are a superuser's: it may change its own
/// database and nothing else. What code inside of it does (`DO`, the functions it calls) is not looked at.
enum Confinement {
    HARMLESS,
    /// `COPY … FROM stdin`: what follows is for it.
    TAKES_ROWS,
    /// It is about the cluster, and says nothing about what the database holds.
    LEFT_OUT,
    /// It would run a program, touch a file or reach another server.
    REFUSED;

    private static final Set<String> OF_THE_CLUSTER = Set.of("DATABASE", "SYSTEM", "TABLESPACE");

    static Confinement of(String sql) {
        List<String> words = words(sql);
        if (words.size() < 2) {
            return HARMLESS;
        }
        return switch (words.getFirst()) {
            case "CREATE", "ALTER", "DROP" ->
                OF_THE_CLUSTER.contains(words.get(1))
                        ? LEFT_OUT
                        : words.get(1).equals("SUBSCRIPTION") ? REFUSED : HARMLESS;
            case "COPY" -> copy(words);
            case "LOAD" -> REFUSED;
            default -> HARMLESS;
        };
    }

    /// Only the forms with `stdin` and `stdout` stay inside.
    private static Confinement copy(List<String> words) {
        if (words.contains("PROGRAM")) {
            return REFUSED;
        }
        int from = words.lastIndexOf("FROM");
        boolean takes = from > 0 && from + 1 < words.size() && words.get(from + 1).equals("STDIN");
        return takes ? TAKES_ROWS : words.contains("STDOUT") ? HARMLESS : REFUSED;
    }

    /// In capitals; quoted names and constants are none.
    private static List<String> words(String sql) {
        return SqlTokens.scan(sql).stream()
                .filter(token -> switch (token.kind()) {
                    case KEYWORD, TYPE, IDENTIFIER -> true;
                    default -> false;
                })
                .map(token -> token.text(sql).toUpperCase(Locale.ROOT))
                .toList();
    }
}
