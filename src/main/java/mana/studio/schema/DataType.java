package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// A type with its modifiers.
///
/// @param sql      as PostgreSQL prints it (`format_type` with an empty search path): `character varying(20)`,
///                 `auth.role[]`
/// @param family   what can be done with its values
/// @param named    the enum, domain, composite or other type outside `pg_catalog` that it is, or is an array of; null
///                 for built-in ones
public record DataType(String sql, Family family, @Nullable QualifiedName named) {
    /// What kind of values a type has, from `pg_type.typcategory`, `typtype` and, for the base types with a shape of
    /// their own, the type's name.
    public enum Family {
        BOOLEAN,
        INTEGER,
        DECIMAL,
        TEXT,
        UUID,
        DATE,
        TIME,
        TIMESTAMP,
        INTERVAL,
        JSON,
        BINARY,
        ENUM,
        ARRAY,
        RANGE,
        COMPOSITE,
        NETWORK,
        GEOMETRIC,
        BITS,
        OTHER
    }
}
