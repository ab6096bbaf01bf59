package mana.studio.safety.predict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Where a statement is going to run.
///
/// @param database   the catalog before it; null where none is known: then every relation is taken for a plain table
/// @param sizes      of its relations, where known
/// @param major      the server's major version
/// @param utc        whether the session's `TimeZone` is UTC, which spares some type changes the rewrite
/// @param searchPath the schemas in which names without one are looked up, the one for new objects first
/// @param newLabels  enum values that the same transaction has added: they cannot be used before COMMIT
/// @param newTypes   types that the same transaction has created
public record Situation(
        @Nullable Database database,
        Map<QualifiedName, RelationSize> sizes,
        int major,
        boolean utc,
        List<String> searchPath,
        Map<QualifiedName, Set<String>> newLabels,
        Set<QualifiedName> newTypes) {
    /// The newest version whose rules are known here.
    public static final int NEWEST = 18;

    public Situation {
        sizes = Map.copyOf(sizes);
        searchPath = List.copyOf(searchPath);
        newLabels = Map.copyOf(newLabels);
        newTypes = Set.copyOf(newTypes);
    }

    /// A catalog as it was read, and its server's version.
    public static Situation of(Snapshot snapshot) {
        Database database = snapshot.database();
        return new Situation(
                database, snapshot.sizes(), database.version() / 10_000, false, List.of("public"), Map.of(), Set.of());
    }

    /// No catalog at all, on a server of some version.
    public static Situation unknown(int major) {
        return new Situation(null, Map.of(), major, false, List.of("public"), Map.of(), Set.of());
    }

    public Situation withUtc(boolean isUtc) {
        return new Situation(database, sizes, major, isUtc, searchPath, newLabels, newTypes);
    }

    public Situation withSearchPath(List<String> schemas) {
        return new Situation(database, sizes, major, utc, schemas, newLabels, newTypes);
    }

    public Situation withDatabase(@Nullable Database changed) {
        return new Situation(changed, sizes, major, utc, searchPath, newLabels, newTypes);
    }

    public Situation withTransaction(Map<QualifiedName, Set<String>> labels, Set<QualifiedName> types) {
        return new Situation(database, sizes, major, utc, searchPath, labels, types);
    }
}
