package mana.studio.drizzle.write;

import java.util.Locale;
import java.util.Optional;

/// What a migration's name begins with: `migrations.prefix` of drizzle.config.
public enum Prefix {
    /// Four digits, counted from 0.
    INDEX,
    /// The time, `yyyyMMddHHmmss` in UTC.
    TIMESTAMP,
    /// As {@link #TIMESTAMP}.
    SUPABASE,
    /// The time in seconds since 1970.
    UNIX,
    /// Nothing: drizzle-kit then passes its own snapshots by.
    NONE;

    /// As drizzle.config spells it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty for a word that drizzle-kit does not know either.
    public static Optional<Prefix> of(String word) {
        for (Prefix prefix : values()) {
            if (prefix.word().equals(word)) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }
}
