package mana.studio.safety.judge;

/// Who runs the script, as far as transactions go.
public enum Runner {
    /// Each statement is committed by itself unless the script says BEGIN: `psql -f`.
    EACH_STATEMENT,
    /// The whole script, and whatever else is pending, in one transaction: Drizzle's migrator, `psql -1`.
    ONE_TRANSACTION
}
