package mana.studio.ui.locks;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a session waits for, in words.
final class Waits {
    private static final Pattern RELATION = Pattern.compile("(?:relation|tuple|page|extend) (\\d+) (\\w+)");
    private static final Pattern TRANSACTION = Pattern.compile("transactionid (\\d+) \\w+");
    private static final Pattern ADVISORY = Pattern.compile("advisory (\\w+)");
    private static final Pattern VIRTUAL = Pattern.compile("virtualxid \\w+");

    private Waits() {}

    /// @param waits as {@link mana.studio.locks.Backend#waitsFor} has it; null for nothing
    /// @param names of relations by oid, as far as they are known
    /// @return empty for nothing
    static String text(@Nullable String waits, Map<Long, String> names) {
        if (waits == null) {
            return "";
        }
        Matcher relation = RELATION.matcher(waits);
        if (relation.find()) {
            long oid = Long.parseLong(relation.group(1));
            return relation.group(2) + " on " + names.getOrDefault(oid, "table " + oid);
        }
        Matcher transaction = TRANSACTION.matcher(waits);
        if (transaction.find()) {
            return "the end of transaction " + transaction.group(1);
        }
        if (ADVISORY.matcher(waits).find()) {
            return "an advisory lock";
        }
        return VIRTUAL.matcher(waits).find() ? "the end of another session’s transaction" : waits;
    }
}
