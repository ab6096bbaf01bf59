package mana.studio.drizzle.typescript;

/// @param name its file name
public record TypeScriptFile(String name, String text) {}
