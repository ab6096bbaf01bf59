package mana.studio.safety.dryrun;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What is not tried on a real database, because a rollback would not undo it: told by the words of a statement, and so
/// sometimes for nothing. What functions of the database do when a statement calls them is not seen.
final class Refusals {
    /// Statements whose effects end with the transaction, and that do no work on rows a rollback leaves as garbage.
    private static final Set<String> TRIED = Set.of(
            "CREATE", "ALTER", "DROP", "COMMENT", "GRANT", "REVOKE", "SECURITY", "SET", "RESET", "LOCK", "REASSIGN",
            "REINDEX", "REFRESH", "TRUNCATE", "ANALYZE", "ANALYSE", "IMPORT", "DO", "CLUSTER");

    private static final Set<String> TRANSACTION =
            Set.of("BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE", "PREPARE");

    /// Functions that write past the transaction, or act outside of the database.
    private static final Set<String> FUNCTIONS = Set.of(
            "NEXTVAL",
            "SETVAL",
            "PG_NOTIFY",
            "PG_ADVISORY_LOCK",
            "PG_ADVISORY_LOCK_SHARED",
            "PG_TRY_ADVISORY_LOCK",
            "PG_TRY_ADVISORY_LOCK_SHARED",
            "PG_TERMINATE_BACKEND",
            "PG_CANCEL_BACKEND",
            "PG_RELOAD_CONF",
            "PG_SWITCH_WAL",
            "PG_LOGICAL_EMIT_MESSAGE",
            "LO_IMPORT",
            "LO_EXPORT");

    private static final Set<String> ELSEWHERE =
            Set.of("DATABASE", "SYSTEM", "TABLESPACE", "SUBSCRIPTION", "SERVER", "EXTENSION");

    private Refusals() {}

    private record Rule(Predicate<List<String>> applies, String why) {}

    private static final List<Rule> RULES = List.of(
            new Rule(words -> TRANSACTION.contains(words.getFirst()), "It would end the transaction of the dry run."),
            new Rule(
                    words -> words.getFirst().equals("DO")
                            && (words.contains("COMMIT") || words.contains("ROLLBACK")),
                    "Its code ends transactions."),
            new Rule(words -> words.contains("CONCURRENTLY"), "It cannot run inside a transaction."),
            new Rule(words -> words.getFirst().equals("VACUUM"), "It cannot run inside a transaction."),
            new Rule(
                    words -> words.size() > 1 && ELSEWHERE.contains(words.get(1)),
                    "It reaches out of the database, where a rollback undoes nothing."),
            new Rule(
                    words -> words.stream().anyMatch(FUNCTIONS::contains),
                    "It calls a function whose effect a rollback does not undo."),
            new Rule(
                    words -> words.stream().anyMatch(word -> word.startsWith("DBLINK") || word.startsWith("PG_FILE_")),
                    "It reaches out of the database, where a rollback undoes nothing."),
            new Rule(
                    words -> !TRIED.contains(words.getFirst()) && !TRANSACTION.contains(words.getFirst())
                            && !words.getFirst().equals("VACUUM"),
                    "It works on rows: a rollback leaves them as garbage and sequences where they went."));

    /// Why the statement is refused; empty where it is tried.
    static List<String> of(String sql) {
        List<String> words = Words.thatRun(sql);
        List<String> reasons = new ArrayList<>();
        if (!words.isEmpty()) {
            for (Rule rule : RULES) {
                if (rule.applies().test(words) && !reasons.contains(rule.why())) {
                    reasons.add(rule.why());
                }
            }
        }
        return reasons;
    }
}
