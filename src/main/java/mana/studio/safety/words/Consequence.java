package mana.studio.safety.words;

import mana.studio.safety.Finding;
import mana.studio.safety.Severity;
import org.jspecify.annotations.Nullable;

/// One thing that a person should know of a statement before it runs.
///
/// @param severity how much it matters
/// @param text     a sentence without its full stop, or the finding's message
/// @param finding  the finding that says it, with its help and source; null where it is said by itself
public record Consequence(
        Kind kind, Severity severity, String text, @Nullable Finding finding) {
    /// What a consequence is about, what matters most first.
    public enum Kind {
        LOSES_DATA("loses data"),
        FAILS("may fail"),
        BLOCKS("blocks others"),
        REWRITES("rewrites"),
        READS("reads a table"),
        OUTSIDE("outside a transaction"),
        BREAKS_CODE("breaks code"),
        TRANSACTION("transaction"),
        REPLICATION("replication"),
        UNKNOWN("unknown"),
        REMARK("remark"),
        ADVICE("advice");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For people: `loses data`.
        public String words() {
            return words;
        }
    }

    static Consequence of(Kind kind, Severity severity, String text) {
        return new Consequence(kind, severity, text, null);
    }

    static Consequence of(Finding finding) {
        return new Consequence(kind(finding.aspect()), finding.severity(), finding.message(), finding);
    }

    private static Kind kind(Finding.Aspect aspect) {
        return switch (aspect) {
            case BLOCKS -> Kind.BLOCKS;
            case LOSES_DATA -> Kind.LOSES_DATA;
            case FAILS -> Kind.FAILS;
            case BREAKS_CODE -> Kind.BREAKS_CODE;
            case TRANSACTION -> Kind.TRANSACTION;
            case REPLICATION -> Kind.REPLICATION;
            case ADVICE -> Kind.ADVICE;
        };
    }
}
