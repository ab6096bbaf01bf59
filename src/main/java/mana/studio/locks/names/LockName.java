package mana.studio.locks.names;

/// What a lock is probably for.
///
/// @param name     `mana-auth migrations`
/// @param source   who says so
/// @param detail   where that is written, or how it was computed: `services/mana-auth/src/migrate.ts:12`
/// @param category what kind of work
/// @param sure     false where the key is one that many use: shown as "maybe"
public record LockName(String name, Source source, String detail, Category category, boolean sure) {
    /// Who says so, the most trusted first.
    public enum Source {
        /// The team's own list.
        REGISTRY,
        /// A constant or a call in the project's source.
        PROJECT,
        /// A constant of a known tool.
        KNOWN,
        /// Computed from a database's, schema's or table's name as a known tool does.
        COMPUTED,
        /// The bytes read as letters.
        LETTERS
    }

    /// What kind of work holds such a lock. Leaders, jobs and backups hold theirs for long: that is normal.
    public enum Category {
        MIGRATION,
        LEADER,
        JOB,
        BACKUP,
        OTHER
    }

    /// Whether it is held for long by design.
    public boolean isLease() {
        return switch (category) {
            case LEADER, JOB, BACKUP -> true;
            case MIGRATION, OTHER -> false;
        };
    }
}
