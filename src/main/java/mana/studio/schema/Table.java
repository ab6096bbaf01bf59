package mana.studio.schema;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table: ordinary, partitioned, a partition, or foreign.
///
/// @param persistence      permanent, unlogged or temporary
/// @param columns          in the order of the table, without dropped ones
/// @param constraints      primary key, unique, foreign keys, checks and exclusions, by name; also those inherited
/// @param indexes          indexes that back no constraint, by name
/// @param inherits         the parents of plain inheritance, in order; empty for partitions
/// @param partitionKey     what follows PARTITION BY, as the server prints it; null unless partitioned
/// @param partitionOf      the parent and the bound of a partition; null for others
/// @param ofType           the composite type of a typed table; null for others
/// @param foreign          server and options of a foreign table; null for others
/// @param rowSecurity      whether row-level security is on, and forced on the owner
/// @param accessMethod     `heap` or another table access method; null for partitioned tables without one
/// @param options          storage parameters, as `name=value`
/// @param tablespace       null for the database's default
/// @param replicaIdentity  as in `pg_class.relreplident`
public record Table(
        Identity id,
        QualifiedName name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        Persistence persistence,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        List<Trigger> triggers,
        List<Policy> policies,
        List<QualifiedName> inherits,
        @Nullable String partitionKey,
        @Nullable PartitionOf partitionOf,
        @Nullable QualifiedName ofType,
        @Nullable ForeignTable foreign,
        RowSecurity rowSecurity,
        @Nullable String accessMethod,
        List<String> options,
        @Nullable String tablespace,
        ReplicaIdentity replicaIdentity)
        implements Relation {
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        policies = List.copyOf(policies);
        inherits = List.copyOf(inherits);
        options = List.copyOf(options);
    }

    /// An ordinary new table without anything.
    public static Table empty(QualifiedName name, String owner) {
        return new Table(
                Identity.fresh(), name, owner, null, Privileges.DEFAULT, Persistence.PERMANENT, List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), null, null, null, null, RowSecurity.OFF, "heap", List.of(),
                null, ReplicaIdentity.DEFAULT);
    }

    /// Whether and how its rows outlive a crash or the session.
    public enum Persistence {
        PERMANENT,
        UNLOGGED,
        TEMPORARY
    }

    /// What `ALTER TABLE … REPLICA IDENTITY` set; INDEX names the index by {@link Index#replicaIdentity()} or the
    /// constraint's.
    public enum ReplicaIdentity {
        DEFAULT,
        NOTHING,
        FULL,
        INDEX
    }

    /// @param bound as the server prints it: `FOR VALUES FROM (…) TO (…)` or `DEFAULT`
    public record PartitionOf(QualifiedName parent, String bound) {}

    /// @param options as `name=value`
    public record ForeignTable(String server, List<String> options) {
        public ForeignTable {
            options = List.copyOf(options);
        }
    }

    public record RowSecurity(boolean enabled, boolean forced) {
        public static final RowSecurity OFF = new RowSecurity(false, false);
    }

    public boolean isPartitioned() {
        return partitionKey != null;
    }

    public Optional<Column> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }

    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .toList();
    }

    /// The same table with other columns and constraints.
    public Table with(List<Column> otherColumns, List<Constraint> otherConstraints) {
        return new Table(
                id, name, owner, comment, privileges, persistence, otherColumns, otherConstraints, indexes, triggers,
                policies, inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options,
                tablespace, replicaIdentity);
    }

    /// The same table, a partition of another parent or, with null, of none.
    public Table withPartitionOf(@Nullable PartitionOf other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, other, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withName(QualifiedName other) {
        return new Table(
                id, other, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withComment(@Nullable String other) {
        return new Table(
                id, name, owner, other, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withPersistence(Persistence other) {
        return new Table(
                id, name, owner, comment, privileges, other, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withColumns(List<Column> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, other, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withConstraints(List<Constraint> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, other, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withIndexes(List<Index> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, other, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withTriggers(List<Trigger> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, other, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withPolicies(List<Policy> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, other,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    /// @param handed what becomes of the privileges with it
    public Table withOwner(String other, Privileges handed) {
        return new Table(
                id, name, other, comment, handed, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withInherits(List<QualifiedName> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                other, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withPartitionKey(@Nullable String other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, other, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withAccessMethod(@Nullable String other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, other, options, tablespace,
                replicaIdentity);
    }

    public Table withForeign(@Nullable ForeignTable other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, other, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withRowSecurity(RowSecurity other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, other, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withOptions(List<String> other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, other, tablespace,
                replicaIdentity);
    }

    public Table withTablespace(@Nullable String other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, other,
                replicaIdentity);
    }

    public Table withId(Identity other) {
        return new Table(
                other, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                replicaIdentity);
    }

    public Table withReplicaIdentity(ReplicaIdentity other) {
        return new Table(
                id, name, owner, comment, privileges, persistence, columns, constraints, indexes, triggers, policies,
                inherits, partitionKey, partitionOf, ofType, foreign, rowSecurity, accessMethod, options, tablespace,
                other);
    }
}
