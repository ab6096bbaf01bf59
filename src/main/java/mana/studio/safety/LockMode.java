package mana.studio.safety;

/// The modes of a lock on a table or another relation, weakest first: PostgreSQL documentation, "Explicit Locking",
/// table-level locks.
public enum LockMode {
    ACCESS_SHARE,
    ROW_SHARE,
    ROW_EXCLUSIVE,
    SHARE_UPDATE_EXCLUSIVE,
    SHARE,
    SHARE_ROW_EXCLUSIVE,
    EXCLUSIVE,
    ACCESS_EXCLUSIVE;

    /// The mode by its name in `pg_locks`: `AccessExclusiveLock`.
    ///
    /// @throws IllegalArgumentException where it is no mode of a relation
    public static LockMode ofServer(String name) {
        String words = name.replaceFirst("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
        return valueOf(words.toUpperCase(java.util.Locale.ROOT));
    }

    /// In the words of the documentation: `ACCESS EXCLUSIVE`.
    public String sql() {
        return name().replace('_', ' ');
    }

    public LockMode strongest(LockMode other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /// Whether someone who holds this mode makes someone who asks for the other wait.
    public boolean conflictsWith(LockMode other) {
        return switch (this) {
            case ACCESS_SHARE -> other == ACCESS_EXCLUSIVE;
            case ROW_SHARE -> other.compareTo(EXCLUSIVE) >= 0;
            case ROW_EXCLUSIVE -> other.compareTo(SHARE) >= 0;
            case SHARE_UPDATE_EXCLUSIVE -> other.compareTo(SHARE_UPDATE_EXCLUSIVE) >= 0;
            case SHARE -> other.compareTo(ROW_EXCLUSIVE) >= 0 && other != SHARE;
            case SHARE_ROW_EXCLUSIVE -> other.compareTo(ROW_EXCLUSIVE) >= 0;
            case EXCLUSIVE -> other.compareTo(ROW_SHARE) >= 0;
            case ACCESS_EXCLUSIVE -> true;
        };
    }

    public boolean blocksReads() {
        return conflictsWith(ACCESS_SHARE);
    }

    public boolean blocksWrites() {
        return conflictsWith(ROW_EXCLUSIVE);
    }
}
