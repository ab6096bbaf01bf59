package mana.studio.drizzle.migrate;

/// In how many transactions it runs.
public enum Mode {
    /// All pending files in one: drizzle's own way.
    ONE_TRANSACTION,
    /// A commit after each file, and within one wherever something could not run, or would gain nothing, otherwise.
    COMMIT_BETWEEN
}
