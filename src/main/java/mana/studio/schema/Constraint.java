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
            implements Constraint {}

    /// @param definition all that follows its name, as `pg_get_constraintdef` prints it
    record Exclusion(Identity id, String name, @Nullable String comment, boolean local, String definition)
            implements Constraint {}
}
