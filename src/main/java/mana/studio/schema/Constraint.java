package mana.studio.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A constraint of a table.
public sealed interface Constraint {
    Identity id();

    String name();

    @Nullable String comment();

    /// False where it comes from a parent only (inheritance or partitioning).
    boolean local();

    /// The columns it names, in its order; empty for checks and exclusions.
    default List<String> columns() {
        return List.of();
    }

    /// When it is checked.
    enum Deferrability {
        NOT_DEFERRABLE,
        INITIALLY_IMMEDIATE,
        INITIALLY_DEFERRED
    }

    /// What the index behind a key has beside the key.
    ///
    /// @param include         columns of INCLUDE
    /// @param options         storage parameters, as `name=value`
    /// @param tablespace      null for the default
    /// @param clustered       `CLUSTER ON`
    /// @param replicaIdentity `REPLICA IDENTITY USING INDEX`
    record Backing(
            List<String> include,
            List<String> options,
            @Nullable String tablespace,
            boolean clustered,
            boolean replicaIdentity) {
        public static final Backing PLAIN = new Backing(List.of(), List.of(), null, false, false);

        public Backing {
            include = List.copyOf(include);
            options = List.copyOf(options);
        }

        public Backing withInclude(List<String> other) {
            return new Backing(other, options, tablespace, clustered, replicaIdentity);
        }

        public Backing withOptions(List<String> other) {
            return new Backing(include, other, tablespace, clustered, replicaIdentity);
        }

        public Backing withTablespace(@Nullable String other) {
            return new Backing(include, options, other, clustered, replicaIdentity);
        }

        public Backing withClustered(boolean other) {
            return new Backing(include, options, tablespace, other, replicaIdentity);
        }
    }

    /// @param withoutOverlaps the last column is a range `WITHOUT OVERLAPS` (PostgreSQL 18)
    record PrimaryKey(
            Identity id,
            String name,
            @Nullable String comment,
            boolean local,
            List<String> columns,
            Deferrability deferrability,
            boolean withoutOverlaps,
            Backing backing)
            implements Constraint {
        public PrimaryKey {
            columns = List.copyOf(columns);
        }

        public PrimaryKey withName(String other) {
            return new PrimaryKey(id, other, comment, local, columns, deferrability, withoutOverlaps, backing);
        }

        public PrimaryKey withComment(@Nullable String other) {
            return new PrimaryKey(id, name, other, local, columns, deferrability, withoutOverlaps, backing);
        }

        public PrimaryKey withColumns(List<String> other) {
            return new PrimaryKey(id, name, comment, local, other, deferrability, withoutOverlaps, backing);
        }

        public PrimaryKey withDeferrability(Deferrability other) {
            return new PrimaryKey(id, name, comment, local, columns, other, withoutOverlaps, backing);
        }

        public PrimaryKey withWithoutOverlaps(boolean other) {
            return new PrimaryKey(id, name, comment, local, columns, deferrability, other, backing);
        }

        public PrimaryKey withBacking(Backing other) {
            return new PrimaryKey(id, name, comment, local, columns, deferrability, withoutOverlaps, other);
        }
    }

    /// @param withoutOverlaps the last column is a range `WITHOUT OVERLAPS` (PostgreSQL 18)
    record Unique(
            Identity id,
            String name,
            @Nullable String comment,
            boolean local,
            List<String> columns,
            Deferrability deferrability,
            boolean nullsNotDistinct,
            boolean withoutOverlaps,
            Backing backing)
            implements Constraint {
        public Unique {
            columns = List.copyOf(columns);
        }

        public Unique withName(String other) {
            return new Unique(
                    id, other, comment, local, columns, deferrability, nullsNotDistinct, withoutOverlaps, backing);
        }

        public Unique withComment(@Nullable String other) {
            return new Unique(
                    id, name, other, local, columns, deferrability, nullsNotDistinct, withoutOverlaps, backing);
        }

        public Unique withColumns(List<String> other) {
            return new Unique(
                    id, name, comment, local, other, deferrability, nullsNotDistinct, withoutOverlaps, backing);
        }

        public Unique withDeferrability(Deferrability other) {
            return new Unique(id, name, comment, local, columns, other, nullsNotDistinct, withoutOverlaps, backing);
        }

        public Unique withNullsNotDistinct(boolean other) {
            return new Unique(id, name, comment, local, columns, deferrability, other, withoutOverlaps, backing);
        }

        public Unique withWithoutOverlaps(boolean other) {
            return new Unique(
                    id, name, comment, local, columns, deferrability, nullsNotDistinct, other, backing);
        }

        public Unique withBacking(Backing other) {
            return new Unique(
                    id, name, comment, local, columns, deferrability, nullsNotDistinct, withoutOverlaps, other);
        }
    }

    /// @param setColumns the columns that `ON DELETE SET NULL (…)` names; empty for all
    /// @param validated  false after NOT VALID
    /// @param enforced   false after NOT ENFORCED (PostgreSQL 18)
    /// @param period     the last pair of columns is a PERIOD (PostgreSQL 18)
    record ForeignKey(
            Identity id,
            String name,
            @Nullable String comment,
            boolean local,
            List<String> columns,
            QualifiedName referencedTable,
            List<String> referencedColumns,
            Action onUpdate,
            Action onDelete,
            List<String> setColumns,
            Match match,
            Deferrability deferrability,
            boolean validated,
            boolean enforced,
            boolean period)
            implements Constraint {
        public ForeignKey {
            columns = List.copyOf(columns);
            referencedColumns = List.copyOf(referencedColumns);
            setColumns = List.copyOf(setColumns);
        }

        public ForeignKey withName(String other) {
            return new ForeignKey(
                    id, other, comment, local, columns, referencedTable, referencedColumns, onUpdate, onDelete,
                    setColumns, match, deferrability, validated, enforced, period);
        }

        public ForeignKey withComment(@Nullable String other) {
            return new ForeignKey(
                    id, name, other, local, columns, referencedTable, referencedColumns, onUpdate, onDelete, setColumns,
                    match, deferrability, validated, enforced, period);
        }

        public ForeignKey withColumns(List<String> other) {
            return new ForeignKey(
                    id, name, comment, local, other, referencedTable, referencedColumns, onUpdate, onDelete, setColumns,
                    match, deferrability, validated, enforced, period);
        }

        public ForeignKey withReferencedTable(QualifiedName other) {
            return new ForeignKey(
                    id, name, comment, local, columns, other, referencedColumns, onUpdate, onDelete, setColumns, match,
                    deferrability, validated, enforced, period);
        }

        public ForeignKey withReferencedColumns(List<String> other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, other, onUpdate, onDelete, setColumns, match,
                    deferrability, validated, enforced, period);
        }

        public ForeignKey withOnUpdate(Action other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, other, onDelete, setColumns,
                    match, deferrability, validated, enforced, period);
        }

        public ForeignKey withOnDelete(Action other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, onUpdate, other, setColumns,
                    match, deferrability, validated, enforced, period);
        }

        public ForeignKey withSetColumns(List<String> other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, onUpdate, onDelete, other,
                    match, deferrability, validated, enforced, period);
        }

        public ForeignKey withMatch(Match other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, onUpdate, onDelete,
                    setColumns, other, deferrability, validated, enforced, period);
        }

        public ForeignKey withDeferrability(Deferrability other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, onUpdate, onDelete,
                    setColumns, match, other, validated, enforced, period);
        }

        public ForeignKey withValidated(boolean other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, onUpdate, onDelete,
                    setColumns, match, deferrability, other, enforced, period);
        }

        public ForeignKey withPeriod(boolean other) {
            return new ForeignKey(
                    id, name, comment, local, columns, referencedTable, referencedColumns, onUpdate, onDelete,
                    setColumns, match, deferrability, validated, enforced, other);
        }
    }

    enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }

    enum Match {
        SIMPLE,
        FULL,
        PARTIAL
    }

    /// @param expression as the server deparses it, with its outer parentheses
    record Check(
            Identity id,
            String name,
            @Nullable String comment,
            boolean local,
            String expression,
            boolean noInherit,
            boolean validated,
            boolean enforced)
            implements Constraint {
        public Check withName(String other) {
            return new Check(id, other, comment, local, expression, noInherit, validated, enforced);
        }

        public Check withComment(@Nullable String other) {
            return new Check(id, name, other, local, expression, noInherit, validated, enforced);
        }

        public Check withExpression(String other) {
            return new Check(id, name, comment, local, other, noInherit, validated, enforced);
        }

        public Check withNoInherit(boolean other) {
            return new Check(id, name, comment, local, expression, other, validated, enforced);
        }

        public Check withValidated(boolean other) {
            return new Check(id, name, comment, local, expression, noInherit, other, enforced);
        }
    }

    /// @param definition all that follows its name, as `pg_get_constraintdef` prints it
    record Exclusion(Identity id, String name, @Nullable String comment, boolean local, String definition)
            implements Constraint {
        public Exclusion withName(String other) {
            return new Exclusion(id, other, comment, local, definition);
        }

        public Exclusion withComment(@Nullable String other) {
            return new Exclusion(id, name, other, local, definition);
        }

        public Exclusion withDefinition(String other) {
            return new Exclusion(id, name, comment, local, other);
        }
    }
}
