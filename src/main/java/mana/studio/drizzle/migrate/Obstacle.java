package mana.studio.drizzle.migrate;

/// Why the migrator stops before it runs anything.
///
/// @param what   in a sentence
/// @param remedy what a person can do
public record Obstacle(String what, String remedy) {}
