package mana.studio.catalog;

import java.time.Instant;
import java.util.Map;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;

/// A database's catalog at one moment, with what is known of sizes without asking each table.
///
/// @param sizes  of tables and materialised views, by name
/// @param readAt by the server's clock
public record Snapshot(Database database, Map<QualifiedName, RelationSize> sizes, Instant readAt) {
    public Snapshot {
        sizes = Map.copyOf(sizes);
    }

    /// What `pg_class` remembers of a relation.
    ///
    /// @param rows  `reltuples`; -1 where it was never vacuumed or analysed
    /// @param bytes of its main fork, as of the last VACUUM or ANALYZE
    public record RelationSize(long rows, long bytes) {}
}
