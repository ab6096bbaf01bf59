package mana.studio.safety;

/// What one rule has to say about one statement.
///
/// @param ruleId   the rule's name: `set-not-null-scan`
/// @param aspect   what it is about
/// @param severity by work, lock and size, not by the keyword
/// @param message  what will happen, in plain words, with the names of the statement
/// @param help     what to do instead or beforehand
/// @param source   where to read on: a page of PostgreSQL's documentation
public record Finding(String ruleId, Aspect aspect, Severity severity, String message, String help, String source) {
    /// What a finding is about.
    public enum Aspect {
        /// Others have to wait.
        BLOCKS,
        /// Rows or values are gone afterwards, or are others.
        LOSES_DATA,
        /// The server may or will refuse it.
        FAILS,
        /// Code that runs now stops working, or works otherwise.
        BREAKS_CODE,
        /// How it goes with transactions and time-outs.
        TRANSACTION,
        /// Replicas, and other versions of the server.
        REPLICATION,
        /// It runs, but another way is better.
        ADVICE
    }
}
