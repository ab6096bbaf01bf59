package mana.studio.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import org.jspecify.annotations.Nullable;

/// A call in a statement that gives an advisory lock back. It works for locks of the statement's own session only: for
/// any other the server answers false, with a warning, and nothing changes.
///
/// @param function its name
/// @param key      null for `pg_advisory_unlock_all`, and where it is no plain number
public record AdvisoryUnlock(String function, @Nullable AdvisoryKey key) {
    private static final String ALL = "pg_advisory_unlock_all";

    /// Whether it is for locks held in shared mode.
    public boolean shared() {
        return function.endsWith("_shared");
    }

    /// Whether it concerns every lock of the session.
    public boolean all() {
        return function.equals(ALL);
    }

    /// The first such call of a statement; empty where there is none.
    public static Optional<AdvisoryUnlock> in(String sql) {
        List<Token> tokens = SqlTokens.scan(sql).stream()
                .filter(token -> token.kind() != Token.Kind.WHITESPACE && token.kind() != Token.Kind.COMMENT)
                .toList();
        for (int at = 0; at + 1 < tokens.size(); at++) {
            String name = tokens.get(at).text(sql).toLowerCase(Locale.ROOT).replace("\"", "");
            if (name.startsWith("pg_advisory_unlock")
                    && tokens.get(at + 1).text(sql).equals("(")) {
                return Optional.of(new AdvisoryUnlock(name, key(numbers(sql, tokens.subList(at + 2, tokens.size())))));
            }
        }
        return Optional.empty();
    }

    /// The arguments; empty where one of them is no plain number.
    private static List<Long> numbers(String sql, List<Token> arguments) {
        List<Long> numbers = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        for (Token token : arguments) {
            String text = token.text(sql);
            if (text.equals(",") || text.equals(")")) {
                Optional<Long> number = number(argument.toString());
                if (number.isEmpty()) {
                    return List.of();
                }
                numbers.add(number.get());
                argument.setLength(0);
                if (text.equals(")")) {
                    return numbers;
                }
            } else {
                argument.append(text);
            }
        }
        return List.of();
    }

    /// `-42`, `42::bigint`, `'42'`
    private static Optional<Long> number(String argument) {
        String plain = argument.replaceFirst("::\\w+$", "").replace("'", "").replace("_", "");
        try {
            return Optional.of(Long.parseLong(plain));
        } catch (NumberFormatException expression) {
            return Optional.empty();
        }
    }

    private static @Nullable AdvisoryKey key(List<Long> numbers) {
        return switch (numbers.size()) {
            case 1 -> AdvisoryKey.of(numbers.getFirst());
            case 2 ->
                AdvisoryKey.of(numbers.getFirst().intValue(), numbers.getLast().intValue());
            default -> null;
        };
    }

    /// What is to be said before it runs, given what the session holds; empty where the lock is there.
    ///
    /// @param held the session's locks
    public Optional<String> advice(Set<SessionState.Held> held) {
        if (all()) {
            return held.isEmpty()
                    ? Optional.of("This console's session holds no advisory lock: pg_advisory_unlock_all() will release"
                            + " nothing. It never reaches locks of other sessions.")
                    : Optional.of("Releases the " + (held.size() == 1 ? "lock" : held.size() + " locks")
                            + " of this console's own session, and of no other.");
        }
        if (key == null) {
            return Optional.of("An advisory lock can be released only by its own session. For a lock of another session"
                    + " the server answers false and nothing changes.");
        }
        boolean other = held.contains(new SessionState.Held(key, !shared()));
        return held.contains(new SessionState.Held(key, shared()))
                ? Optional.empty()
                : Optional.of("This console's session does not hold lock " + key + (other ? " in this mode" : "")
                        + ". The server will answer false and nothing will change: an advisory lock can be released"
                        + " only by its own session.");
    }

    /// Whether what came of the statement says that nothing was released: false, with the warning 01000.
    public boolean wasInVain(Ran ran) {
        boolean warned = ran.notices().stream()
                .anyMatch(notice ->
                        notice.sqlState().equals("01000") && notice.text().contains("you don't own a lock"));
        return warned && !all();
    }
}
