package mana.studio.drizzle.write;

/// A migration as it would be written now.
///
/// @param composition what its files do
/// @param set         the files
public record Draft(Composition composition, MigrationSet set) {}
