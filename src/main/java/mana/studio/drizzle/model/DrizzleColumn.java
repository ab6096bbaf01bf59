package mana.studio.drizzle.model;

import org.jspecify.annotations.Nullable;

/// A column as Drizzle's builders declare it.
///
/// @param type       the text of snapshot version 7: `numeric(14, 2)`, `timestamp (3) with time zone`, `text[]`, an
///                   enum's bare name
/// @param typeSchema the schema of an enum type (`public` for one there); null for every other type
/// @param primaryKey `.primaryKey()` at the column
/// @param notNull    also true where the type or the key implies it
/// @param defaultValue null without default
public record DrizzleColumn(
        String name,
        String type,
        @Nullable String typeSchema,
        boolean primaryKey,
        boolean notNull,
        @Nullable DefaultValue defaultValue,
        @Nullable String generatedAs,
        @Nullable Identity identity) {

    /// A default as a snapshot spells it. Drizzle tells `1` from `"1"`, so we do.
    public sealed interface DefaultValue {
        /// SQL text, verbatim: `'it''s'`, `now()`, `'{}'::jsonb`.
        record Sql(String text) implements DefaultValue {}

        /// A JSON number, as it is written.
        record Number(String literal) implements DefaultValue {}

        record Bool(boolean value) implements DefaultValue {}

        /// Anything else (a point is an array), as compact JSON.
        record Json(String text) implements DefaultValue {}
    }

    /// `.generatedAlwaysAsIdentity()` and `.generatedByDefaultAsIdentity()`.
    ///
    /// @param schema of the sequence; null where the version does not say (8 and 9)
    public record Identity(
            boolean always, String sequence, @Nullable String schema, Counter counter) {}

    /// The numbers of a sequence, as Drizzle spells them: texts, for they go past 2⁵³.
    public record Counter(
            String increment, String startWith, String minValue, String maxValue, String cache, boolean cycle) {}
}
