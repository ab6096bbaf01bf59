package mana.studio.rows;

/// A column to sort by. NULLs come last ascending and first descending, as PostgreSQL has it by default.
public record SortKey(String column, boolean descending) {}
