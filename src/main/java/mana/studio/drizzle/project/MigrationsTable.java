package mana.studio.drizzle.project;

import mana.studio.sql.Identifier;

/// Where a migrator keeps its books.
public record MigrationsTable(String schema, String table) {
    /// Where they are kept when nothing says otherwise.
    public static final MigrationsTable DEFAULT = new MigrationsTable("drizzle", "__drizzle_migrations");

    /// For SQL.
    public String sql() {
        return Identifier.quote(schema, table);
    }

    @Override
    public String toString() {
        return schema + "." + table;
    }
}
