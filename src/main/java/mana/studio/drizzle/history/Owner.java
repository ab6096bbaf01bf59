package mana.studio.drizzle.history;

/// Whose migration a row is.
public sealed interface Owner {
    /// A migration of a service that is known, by its hash.
    record Of(String service, String tag) implements Owner {}

    /// None of the folders that are known has a file of that hash.
    record Unknown() implements Owner {}
}
