package mana.studio.logging;

import java.util.regex.Pattern;

/// Replaces what looks like a password by `•••`. The last safeguard, for texts that others wrote: a driver's exception,
/// a library's message. Our own values are kept out by {@link mana.studio.connection.Secret}. In doubt it masks too
/// much.
public final class Mask {
    private static final String BULLETS = "•••";

    /// `postgres://user:password@host`; up to the last `@` of the word, since a password may hold one unencoded.
    private static final Pattern URL = Pattern.compile("(?i)(\\bpostgres(?:ql)?://[^\\s:/@]*:)\\S*(?=@)");

    /// `password=…` of libpq, JDBC and `PG*` variables, `"password": "…"` of JSON, `PASSWORD '…'` of SQL.
    private static final Pattern NAMED = Pattern.compile("(?i)(pass(?:word|wd|phrase)?\"?(?:\\s*[=:]\\s*|\\s+(?=')))"
            + "('(?:[^'\\\\]++|\\\\.|'')*+'|\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\\s&]+)");

    /// A line of `~/.pgpass`: `host:port:database:user:password`.
    private static final Pattern PGPASS = Pattern.compile("((?:^|\\s)[^\\s:]*:(?:\\d+|\\*):[^\\s:]+:[^\\s:]+:)\\S+");

    private Mask() {}

    public static String passwords(String text) {
        String masked = URL.matcher(text).replaceAll("$1" + BULLETS);
        masked = NAMED.matcher(masked).replaceAll("$1" + BULLETS);
        return PGPASS.matcher(masked).replaceAll("$1" + BULLETS);
    }
}
