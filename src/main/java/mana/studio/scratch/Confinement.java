package mana.studio.scratch;

import java.util.List;
import java.util.Set;

/// Whether a statement of a script may run on a scratch server, whose sessions are a superuser's: it may change its own
/// database and nothing else. What code inside of it does (`DO`, the functions it calls) is not looked at.
enum Confinement {
    HARMLESS,
    /// It is about the cluster, and says nothing about what the database holds.
    LEFT_OUT,
    /// It would run a program, touch a file or reach another server.
    REFUSED;

    private static final Set<String> OF_THE_CLUSTER = Set.of("DATABASE", "SYSTEM", "TABLESPACE");

    static Confinement of(Script.Statement statement) {
        List<String> words = statement.words();
        if (words.size() < 2) {
            return HARMLESS;
        }
        return switch (words.getFirst()) {
            case "CREATE", "ALTER", "DROP" -> {
                String what = words.get(1);
                yield OF_THE_CLUSTER.contains(what)
                        ? LEFT_OUT
                        : what.equals("SUBSCRIPTION") ? REFUSED : HARMLESS;
            }
            case "COPY" -> reachesOut(words) ? REFUSED : HARMLESS;
            case "LOAD" -> REFUSED;
            default -> HARMLESS;
        };
    }

    /// `COPY t FROM stdin` and `COPY … TO stdout` are the forms that stay inside.
    private static boolean reachesOut(List<String> words) {
        return !words.contains("STDIN") && !words.contains("STDOUT") || words.contains("PROGRAM");
    }
}
