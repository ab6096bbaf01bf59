package mana.studio.safety;

/// About how long a statement works, once it has its locks: a class, not a promise.
public enum Pace {
    /// Only the catalog changes, or tables of some megabytes are read.
    INSTANT,
    SECONDS,
    MINUTES,
    HOURS,
    /// It depends on a size that nobody knows.
    UNKNOWN
}
