package mana.studio.ddl;

import java.util.List;
import java.util.function.Predicate;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;

/// Constraints as they stand in CREATE TABLE or after ADD.
final class ConstraintDdl {
    private ConstraintDdl() {}

    /// `CONSTRAINT users_pkey PRIMARY KEY (id)`.
    static String clause(Constraint constraint) {
        return "CONSTRAINT " + Identifier.quote(constraint.name()) + " " + body(constraint);
    }

    /// Whether it can only be added to a table that stands: CREATE TABLE would take it for valid.
    static boolean isAddedLater(Constraint constraint) {
        return switch (constraint) {
            case Check check -> check.enforced() && !check.validated();
            case ForeignKey key -> key.enforced() && !key.validated();
            case PrimaryKey _, Unique _, Exclusion _ -> false;
        };
    }

    /// Whether another key of the table, earlier in the order of {@link #rank}, has the same columns: CREATE TABLE
    /// would
    /// make one of the two (`transformIndexConstraints`).
    static boolean isDoubled(Constraint constraint, List<Constraint> all) {
        if (!(constraint instanceof Unique)) {
            return false;
        }
        Predicate<Constraint> alike = other -> other.columns().equals(constraint.columns());
        return all.stream().filter(PrimaryKey.class::isInstance).anyMatch(alike)
                || all.stream()
                        .takeWhile(other -> other != constraint)
                        .filter(Unique.class::isInstance)
                        .anyMatch(alike);
    }

    /// Where it stands among the others in CREATE TABLE.
    static int rank(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey _ -> 0;
            case Unique _ -> 1;
            case ForeignKey _ -> 2;
            case Check _ -> 3;
            case Exclusion _ -> 4;
        };
    }

    private static String body(Constraint constraint) {
        return switch (constraint) {
            case PrimaryKey key ->
                "PRIMARY KEY " + key(key, key.withoutOverlaps()) + backing(key.backing()) + when(key.deferrability());
            case Unique key ->
                "UNIQUE " + (key.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "") + key(key, key.withoutOverlaps())
                        + backing(key.backing()) + when(key.deferrability());
            case ForeignKey key -> foreignKey(key);
            case Check check ->
                "CHECK " + Expression.inParentheses(check.expression()) + (check.noInherit() ? " NO INHERIT" : "")
                        + valid(check.enforced(), check.validated());
            case Exclusion exclusion -> exclusion.definition();
        };
    }

    private static String key(Constraint key, boolean withoutOverlaps) {
        String columns = Clause.columns(key.columns());
        return withoutOverlaps ? columns.substring(0, columns.length() - 1) + " WITHOUT OVERLAPS)" : columns;
    }

    private static String backing(Backing backing) {
        return (backing.include().isEmpty() ? "" : " INCLUDE " + Clause.columns(backing.include()))
                + Clause.with(backing.options())
                + (backing.tablespace() == null ? "" : " USING INDEX" + Clause.tablespace(backing.tablespace()));
    }

    private static String foreignKey(ForeignKey key) {
        String columns = Clause.columns(key.columns());
        String referenced = Clause.columns(key.referencedColumns());
        return "FOREIGN KEY " + (key.period() ? withPeriod(columns) : columns)
                + " REFERENCES " + Clause.name(key.referencedTable()) + " "
                + (key.period() ? withPeriod(referenced) : referenced)
                + (key.match() == Match.SIMPLE ? "" : " MATCH " + key.match())
                + on("UPDATE", key.onUpdate())
                + on("DELETE", key.onDelete())
                + (key.setColumns().isEmpty() ? "" : " " + Clause.columns(key.setColumns()))
                + when(key.deferrability())
                + valid(key.enforced(), key.validated());
    }

    /// The last of the columns is a period: `(room, PERIOD during)`.
    private static String withPeriod(String columns) {
        int last = columns.lastIndexOf(", ") + 2;
        return columns.substring(0, last) + "PERIOD " + columns.substring(last);
    }

    private static String on(String event, Action action) {
        return switch (action) {
            case NO_ACTION -> "";
            case RESTRICT, CASCADE -> " ON " + event + " " + action;
            case SET_NULL -> " ON " + event + " SET NULL";
            case SET_DEFAULT -> " ON " + event + " SET DEFAULT";
        };
    }

    private static String when(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String valid(boolean enforced, boolean validated) {
        if (!enforced) {
            return " NOT ENFORCED";
        }
        return validated ? "" : " NOT VALID";
    }
}
