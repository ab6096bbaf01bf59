package mana.studio.drizzle.snapshot;

import java.util.Set;
import mana.studio.schema.QualifiedName;

/// What of a database belongs to a service.
///
/// @param schemas the schemas whose tables, types, views and sequences it owns
/// @param others  what lies in them and belongs to another: tables, views, types, sequences
public record ServiceScope(Set<String> schemas, Set<QualifiedName> others) {
    public ServiceScope {
        schemas = Set.copyOf(schemas);
        others = Set.copyOf(others);
    }

    /// Everything in some schemas.
    public static ServiceScope of(Set<String> schemas) {
        return new ServiceScope(schemas, Set.of());
    }

    /// The migrator's own tables are nobody's.
    boolean has(QualifiedName name) {
        return schemas.contains(name.schema())
                && !others.contains(name)
                && !name.name().startsWith("__drizzle_migrations");
    }
}
