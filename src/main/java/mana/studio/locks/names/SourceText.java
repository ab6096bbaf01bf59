package mana.studio.locks.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.locks.LockKey;

/// What one file of source says of advisory locks. Read line by line with patterns, not parsed: it has to do for five
/// languages, and a wrong guess only names a lock that is shown with the place the name comes from.
final class SourceText {
    private static final String NUMBER = "(-?\\s*(?:0[xX][0-9a-fA-F_]+|\\d[\\d_]*))n?";

    /// `export const MIGRATION_LOCK_ID: bigint = 987_654_321n`, `migrationLockKey int64 = 42`, `LOCK_ID =
    /// BigInt("42")`.
    private static final Pattern CONSTANT = Pattern.compile(
            "\\b([A-Za-z_$][\\w$]*?(?:LOCK_?(?:ID|KEY)|[lL]ock(?:Id|ID|Key))[\\w$]*)\\b[^=:;(]{0,40}(?::\\s*[\\w.]+\\s*)?"
                + "(?::=|=|:)\\s*(?:BigInt\\(\\s*)?[\"'`]?" + NUMBER);

    private static final Pattern CALL =
            Pattern.compile("pg_(?:try_)?advisory_(?:xact_)?(?:un)?lock(?:_shared)?\\s*\\(\\s*([^;]{1,160})");

    private static final Pattern PAIR =
            Pattern.compile("^" + NUMBER + "\\s*(?:::\\w+)?\\s*,\\s*" + NUMBER + "\\s*(?:::\\w+)?\\s*\\)");
    private static final Pattern SINGLE = Pattern.compile("^" + NUMBER + "\\s*(?:::\\w+)?\\s*\\)");
    private static final Pattern HASHED = Pattern.compile("^hashtext(?:extended)?\\s*\\(\\s*'([^']+)'");
    private static final Pattern NAMED = Pattern.compile(
            "^\\$\\{\\s*(?:\\w+\\.)*([A-Za-z_$][\\w$]*)\\s*}|^\"?\\s*\\+\\s*(?:\\w+\\.)*([A-Za-z_$][\\w$]*)");
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?://|\\*|/\\*|#|--)");

    private final String file;
    private final Map<String, LockKey> constants = new LinkedHashMap<>();
    private final List<Mention> ofConstants = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();

    private record Call(String arguments, int line) {}

    private SourceText(String file) {
        this.file = file;
    }

    /// Whether it says anything of locks at all: cheap, as nearly all files do not.
    static boolean isWorthReading(String text) {
        return text.contains("advisory")
                || text.contains("LOCK_")
                || text.contains("ockId")
                || text.contains("ockKey")
                || text.contains("ockID");
    }

    static SourceText of(String file, String text) {
        SourceText source = new SourceText(file);
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (!COMMENT.matcher(lines[at]).find()) {
                source.read(lines, at);
            }
        }
        return source;
    }

    private void read(String[] lines, int at) {
        Matcher constant = CONSTANT.matcher(lines[at]);
        while (constant.find()) {
            int line = at + 1;
            String name = constant.group(1);
            number(constant.group(2)).map(LockKey::of).ifPresent(key -> {
                constants.putIfAbsent(name, key);
                ofConstants.add(new Mention(Optional.of(key), Optional.empty(), name, file, line));
            });
        }
        Matcher call = CALL.matcher(at + 1 < lines.length ? lines[at] + "\n" + lines[at + 1] : lines[at]);
        while (call.find() && call.start() < lines[at].length()) {
            calls.add(new Call(call.group(1), at + 1));
        }
    }

    Map<String, LockKey> constants() {
        return constants;
    }

    /// @param everywhere constants of the whole project, for a call that names an imported one
    List<Mention> mentions(Map<String, LockKey> everywhere) {
        List<Mention> all = new ArrayList<>(ofConstants);
        calls.forEach(call -> mention(call, everywhere).ifPresent(all::add));
        return all;
    }

    private Optional<Mention> mention(Call call, Map<String, LockKey> everywhere) {
        String arguments = call.arguments();
        Matcher hashed = HASHED.matcher(arguments);
        if (hashed.find()) {
            return Optional.of(new Mention(Optional.empty(), Optional.of(hashed.group(1)), "", file, call.line()));
        }
        Matcher pair = PAIR.matcher(arguments);
        if (pair.find()) {
            return number(pair.group(1))
                    .flatMap(first ->
                            number(pair.group(2)).map(second -> LockKey.of(first.intValue(), second.intValue())))
                    .map(key -> new Mention(Optional.of(key), Optional.empty(), "", file, call.line()));
        }
        Matcher single = SINGLE.matcher(arguments);
        if (single.find()) {
            return number(single.group(1))
                    .map(number ->
                            new Mention(Optional.of(LockKey.of(number)), Optional.empty(), "", file, call.line()));
        }
        Matcher named = NAMED.matcher(arguments);
        if (!named.find()) {
            return Optional.empty();
        }
        String name = named.group(1) == null ? named.group(2) : named.group(1);
        LockKey key = constants.getOrDefault(name, everywhere.get(name));
        return Optional.ofNullable(key)
                .map(found -> new Mention(Optional.of(found), Optional.empty(), name, file, call.line()));
    }

    private static Optional<Long> number(String text) {
        String digits = text.replaceAll("[_\\s]", "");
        try {
            boolean negative = digits.startsWith("-");
            String plain = negative ? digits.substring(1) : digits;
            if (plain.startsWith("0x") || plain.startsWith("0X")) {
                long value = Long.parseUnsignedLong(plain.substring(2), 16);
                return Optional.of(negative ? -value : value);
            }
            return Optional.of(Long.parseLong(digits));
        } catch (NumberFormatException tooLong) {
            return Optional.empty();
        }
    }
}
