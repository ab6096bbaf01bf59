package mana.studio.drizzle.history;

/// What is said of a migration.
///
/// @param word    its state, in one or two words
/// @param meaning what that means
/// @param here    what the next migrate does in this database
/// @param fresh   what it does in an empty one
public record Said(String word, String meaning, String here, String fresh) {}
