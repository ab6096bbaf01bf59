package mana.studio.drizzle.typescript;

/// How TypeScript is written.
///
/// @param relations `relations(…)` from the foreign keys
/// @param types     `$inferSelect` and `$inferInsert` types of each table
/// @param casing    whether columns bear their names
/// @param line      for which drizzle
/// @param bigint    what JavaScript gets for a bigint
/// @param layout    how many files
/// @param indent    one step: two blanks by default, as the house's schema files have it
public record Options(
        boolean relations, boolean types, Casing casing, Line line, Bigint bigint, Layout layout, String indent) {
    public static final Options DEFAULT =
            new Options(false, true, Casing.NAMED, Line.STABLE, Bigint.NUMBER, Layout.ONE_FILE, "  ");

    public enum Casing {
        /// `createdAt: timestamp('created_at')`: right whatever the configuration says.
        NAMED,
        /// `createdAt: timestamp()` where `casing: 'snake_case'` in the configuration gives the same name.
        SNAKE_CASE
    }

    /// They differ in the names that objects without a name get, and in arrays.
    public enum Line {
        /// drizzle-orm 0.45.
        STABLE,
        /// drizzle-orm 1.0 as its release candidates are.
        V1
    }

    /// Drizzle asks for a choice. A number is exact up to 2⁵³ and can be counted and sent as JSON, which is what ids
    /// and sizes need; a bigint is exact always and can be neither.
    public enum Bigint {
        NUMBER,
        BIGINT
    }

    public enum Layout {
        ONE_FILE,
        /// A file per PostgreSQL schema, and what they share in `schema.ts`.
        FILE_PER_SCHEMA,
        /// A file per table, and what they share in `schema.ts`.
        FILE_PER_TABLE
    }

    public Options withRelations(boolean value) {
        return new Options(value, types, casing, line, bigint, layout, indent);
    }

    public Options withTypes(boolean value) {
        return new Options(relations, value, casing, line, bigint, layout, indent);
    }

    public Options withCasing(Casing value) {
        return new Options(relations, types, value, line, bigint, layout, indent);
    }

    public Options withLine(Line value) {
        return new Options(relations, types, casing, value, bigint, layout, indent);
    }

    public Options withBigint(Bigint value) {
        return new Options(relations, types, casing, line, value, layout, indent);
    }

    public Options withLayout(Layout value) {
        return new Options(relations, types, casing, line, bigint, value, indent);
    }
}
