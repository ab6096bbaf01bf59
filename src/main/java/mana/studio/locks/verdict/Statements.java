package mana.studio.locks.verdict;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mana.studio.locks.LockKey;

/// What can be told from the text of a statement, which is little: it may be cut, and a key may be a parameter.
final class Statements {
    private static final Pattern LOCK_CALL =
            Pattern.compile("pg_(try_)?advisory_(xact_)?lock", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRY =
            Pattern.compile("pg_try_advisory_(?:xact_)?lock(?:_shared)?\\s*\\(([^()]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SCHEMA = Pattern.compile(
            "^(\\s|--[^\\n]*\\n|/\\*.*?\\*/)*(create|alter|drop|reindex|truncate|comment|grant|revoke|refresh)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HEARTBEAT =
            Pattern.compile("\\s*(select\\s+(1|true|now\\(\\))(\\s+as\\s+\\w+)?)?\\s*;?\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBERS = Pattern.compile("[-\\d\\s,_]+");

    private Statements() {}

    static boolean isLockCall(String statement) {
        return LOCK_CALL.matcher(statement).find();
    }

    static boolean changesSchema(String statement) {
        return SCHEMA.matcher(statement).matches();
    }

    /// Whether it does nothing but keep a connection awake.
    static boolean isHeartbeat(String statement) {
        return HEARTBEAT.matcher(statement).matches();
    }

    /// The keys that a statement tries to take, as far as they stand in it as numbers.
    ///
    /// @return empty where at least one does not, being a parameter or computed
    static Optional<List<LockKey>> tried(String statement) {
        List<String> arguments = TRY.matcher(statement)
                .results()
                .map((MatchResult call) -> call.group(1).replaceAll("::\\s*\\w+", ""))
                .toList();
        boolean plain = !arguments.isEmpty()
                && arguments.stream()
                        .allMatch(argument -> NUMBERS.matcher(argument).matches());
        return plain
                ? Optional.of(arguments.stream()
                        .flatMap(argument -> LockKey.parse(argument).stream())
                        .toList())
                : Optional.empty();
    }
}
