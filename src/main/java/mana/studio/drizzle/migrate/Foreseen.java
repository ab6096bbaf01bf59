package mana.studio.drizzle.migrate;

import org.jspecify.annotations.Nullable;

/// Something that is known before anything runs.
///
/// @param gravity  how much it matters in this mode
/// @param tag      of the migration it is about; empty for all
/// @param line     of the statement in its file, from 1; 0 for none
/// @param sqlState what the server will answer; null where it is no refusal
/// @param message  what will happen, in plain words
/// @param help     what to do about it
public record Foreseen(
        Kind kind,
        Gravity gravity,
        String tag,
        int line,
        @Nullable String sqlState,
        String message,
        String help) {
    /// What it is about.
    public enum Kind {
        /// CREATE INDEX CONCURRENTLY, VACUUM, ALTER SYSTEM …: not inside a transaction.
        NOT_IN_TRANSACTION,
        /// A new value of an enum before its COMMIT.
        ENUM_VALUE,
        /// NOT VALID and VALIDATE without a COMMIT between.
        VALIDATE,
        /// The migrator has made the schema that the migration creates.
        MIGRATIONS_SCHEMA,
        /// BEGIN or COMMIT inside a file.
        TRANSACTION_CONTROL,
        /// The grammar refuses it.
        SYNTAX,
        /// Another refusal of the server, predicted from the catalog.
        REFUSED,
        /// An entry older than the newest row.
        SKIPPED,
        /// A row without a time.
        NO_TIME,
        /// A file of which a part is committed.
        HALF_DONE
    }

    /// How much it matters.
    public enum Gravity {
        /// It will fail, and everything with it.
        FAILS,
        /// It runs, but not as somebody may think.
        WARNING,
        /// The other mode takes care of it.
        HANDLED
    }

    /// Where it is: `0003_add_index:12`.
    public String place() {
        return line > 0 ? tag + ":" + line : tag;
    }
}
