package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An index that backs no constraint.
///
/// @param method     `btree`, `gin` …
/// @param include    columns of INCLUDE
/// @param predicate  of a partial index, as the server deparses it; null for a whole one
/// @param options    storage parameters, as `name=value`
/// @param tablespace null for the default
/// @param valid      false after a CREATE INDEX CONCURRENTLY that failed, or while it runs
/// @param partitionOf the index of the parent table to which this one is attached; null for none
public record Index(
        Identity id,
        String name,
        @Nullable String comment,
        String method,
        boolean unique,
        boolean nullsNotDistinct,
        List<Key> keys,
        List<String> include,
        @Nullable String predicate,
        List<String> options,
        @Nullable String tablespace,
        boolean valid,
        boolean clustered,
        boolean replicaIdentity,
        @Nullable QualifiedName partitionOf) {
    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        options = List.copyOf(options);
    }

    /// One key of an index.
    ///
    /// @param column          the column; null where it is an expression
    /// @param expression      the expression as the server deparses it; null where it is a column
    /// @param collation       null for the column's own
    /// @param operatorClass   null for the type's default
    /// @param operatorOptions of the operator class, as `name=value`
    public record Key(
            @Nullable String column,
            @Nullable String expression,
            @Nullable QualifiedName collation,
            @Nullable QualifiedName operatorClass,
            List<String> operatorOptions,
            boolean descending,
            boolean nullsFirst) {
        public Key {
            operatorOptions = List.copyOf(operatorOptions);
        }

        public Key withCollation(@Nullable QualifiedName other) {
            return new Key(column, expression, other, operatorClass, operatorOptions, descending, nullsFirst);
        }

        public Key withOperatorClass(@Nullable QualifiedName other) {
            return new Key(column, expression, collation, other, operatorOptions, descending, nullsFirst);
        }

        public Key withOperatorOptions(List<String> other) {
            return new Key(column, expression, collation, operatorClass, other, descending, nullsFirst);
        }
    }

    public Index withName(String other) {
        return new Index(
                id, other, comment, method, unique, nullsNotDistinct, keys, include, predicate, options, tablespace,
                valid, clustered, replicaIdentity, partitionOf);
    }

    public Index withComment(@Nullable String other) {
        return new Index(
                id, name, other, method, unique, nullsNotDistinct, keys, include, predicate, options, tablespace, valid,
                clustered, replicaIdentity, partitionOf);
    }

    public Index withMethod(String other) {
        return new Index(
                id, name, comment, other, unique, nullsNotDistinct, keys, include, predicate, options, tablespace,
                valid, clustered, replicaIdentity, partitionOf);
    }

    public Index withUnique(boolean other) {
        return new Index(
                id, name, comment, method, other, nullsNotDistinct, keys, include, predicate, options, tablespace,
                valid, clustered, replicaIdentity, partitionOf);
    }

    public Index withNullsNotDistinct(boolean other) {
        return new Index(
                id, name, comment, method, unique, other, keys, include, predicate, options, tablespace, valid,
                clustered, replicaIdentity, partitionOf);
    }

    public Index withKeys(List<Key> other) {
        return new Index(
                id, name, comment, method, unique, nullsNotDistinct, other, include, predicate, options, tablespace,
                valid, clustered, replicaIdentity, partitionOf);
    }

    public Index withInclude(List<String> other) {
        return new Index(
                id, name, comment, method, unique, nullsNotDistinct, keys, other, predicate, options, tablespace, valid,
                clustered, replicaIdentity, partitionOf);
    }

    public Index withPredicate(@Nullable String other) {
        return new Index(
                id, name, comment, method, unique, nullsNotDistinct, keys, include, other, options, tablespace, valid,
                clustered, replicaIdentity, partitionOf);
    }

    public Index withOptions(List<String> other) {
        return new Index(
                id, name, comment, method, unique, nullsNotDistinct, keys, include, predicate, other, tablespace, valid,
                clustered, replicaIdentity, partitionOf);
    }

    public Index withClustered(boolean other) {
        return new Index(
                id, name, comment, method, unique, nullsNotDistinct, keys, include, predicate, options, tablespace,
                valid, other, replicaIdentity, partitionOf);
    }

    public Index withTablespace(@Nullable String other) {
        return new Index(
                id, name, comment, method, unique, nullsNotDistinct, keys, include, predicate, options, other, valid,
                clustered, replicaIdentity, partitionOf);
    }
}
