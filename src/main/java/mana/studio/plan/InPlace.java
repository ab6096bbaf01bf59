package mana.studio.plan;

import java.util.List;
import java.util.Objects;
import mana.studio.schema.Column;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Routine;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// What PostgreSQL can alter into what it is to be, and what must be dropped and created again.
final class InPlace {
    private InPlace() {}

    /// `CREATE OR REPLACE VIEW` keeps the first columns, their names and types, and may only add to them.
    static boolean view(View from, View to) {
        if (from.materialized() || to.materialized()) {
            return from.materialized() == to.materialized()
                    && from.definition().equals(to.definition())
                    && sameColumns(from, to);
        }
        return to.columns().size() >= from.columns().size() && sameColumns(from, to);
    }

    private static boolean sameColumns(View from, View to) {
        for (int at = 0; at < from.columns().size(); at++) {
            Column before = from.columns().get(at);
            if (at >= to.columns().size()) {
                return false;
            }
            Column after = to.columns().get(at);
            boolean same = before.name().equals(after.name())
                    && before.type().equals(after.type())
                    && Objects.equals(before.collation(), after.collation());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /// `CREATE OR REPLACE FUNCTION` keeps the result and the names of arguments, and takes no default away.
    static boolean routine(Routine from, Routine to) {
        return from.kind() == to.kind()
                && Objects.equals(from.result(), to.result())
                && defaults(from) <= defaults(to)
                && outputs(from).equals(outputs(to));
    }

    private static long defaults(Routine routine) {
        String arguments = arguments(routine);
        return SqlTokens.scan(arguments).stream()
                .filter(token -> token.text(arguments).equalsIgnoreCase("default"))
                .count();
    }

    /// The OUT arguments make the row type of the result.
    private static List<String> outputs(Routine routine) {
        String arguments = arguments(routine);
        return List.of(arguments.split(",")).stream()
                .map(String::strip)
                .filter(argument -> argument.startsWith("OUT ") || argument.startsWith("INOUT "))
                .map(argument -> argument.replaceFirst(" DEFAULT .*", ""))
                .toList();
    }

    /// What stands between the parentheses after the name in `CREATE FUNCTION`.
    private static String arguments(Routine routine) {
        String text = routine.definition();
        int depth = 0;
        int start = -1;
        for (Token token : SqlTokens.scan(text)) {
            char letter = text.charAt(token.start());
            if (token.kind() == Token.Kind.PUNCTUATION && letter == '(' && depth++ == 0) {
                start = token.end();
            } else if (token.kind() == Token.Kind.PUNCTUATION && letter == ')' && --depth == 0) {
                return text.substring(start, token.start());
            }
        }
        return "";
    }

    /// `ADD VALUE` adds labels and moves none.
    static boolean enumType(EnumType from, EnumType to) {
        int found = 0;
        for (String label : to.labels()) {
            if (found < from.labels().size() && from.labels().get(found).equals(label)) {
                found++;
            }
        }
        return found == from.labels().size();
    }

    static boolean domain(DomainType from, DomainType to) {
        return from.baseType().equals(to.baseType()) && Objects.equals(from.collation(), to.collation());
    }

    /// Attributes can be added at the end and dropped; the type of one only where no column has the composite type.
    static boolean composite(CompositeType from, CompositeType to, boolean used) {
        List<String> kept = from.attributes().stream()
                .map(Attribute::name)
                .filter(name ->
                        to.attributes().stream().anyMatch(after -> after.name().equals(name)))
                .toList();
        List<String> first =
                to.attributes().stream().map(Attribute::name).limit(kept.size()).toList();
        boolean retyped = from.attributes().stream()
                .anyMatch(before -> to.attributes().stream()
                        .anyMatch(after -> after.name().equals(before.name()) && !sameType(before, after)));
        return kept.equals(first) && !(used && retyped);
    }

    static boolean sameType(Attribute from, Attribute to) {
        return from.type().equals(to.type()) && Objects.equals(from.collation(), to.collation());
    }

    /// Whether the table stays, with its rows where they are.
    static boolean table(Table from, Table to) {
        return Objects.equals(from.partitionKey(), to.partitionKey())
                && (from.foreign() == null) == (to.foreign() == null)
                && (from.foreign() == null
                        || Objects.requireNonNull(from.foreign())
                                .server()
                                .equals(Objects.requireNonNull(to.foreign()).server()));
    }

    /// Whether a column can become the other without being dropped.
    ///
    /// @param version the server's major version
    static boolean column(Column from, Column to, int version) {
        Generated before = from.generated();
        Generated after = to.generated();
        if (before == null) {
            return after == null;
        }
        if (after == null) {
            return before.stored() && from.type().equals(to.type());
        }
        boolean sameType = from.type().equals(to.type()) && Objects.equals(from.collation(), to.collation());
        // SET EXPRESSION came with 17 and is refused for virtual columns of tables with checks; those hold no values.
        return before.stored() == after.stored()
                && sameType
                && (before.equals(after) || (before.stored() && version >= 17));
    }

    /// Whether a constraint can become the other by `VALIDATE`, `ALTER CONSTRAINT` or its index' storage.
    ///
    /// @param version the server's major version
    static boolean constraint(Constraint from, Constraint to, int version) {
        return switch (from) {
            case PrimaryKey key ->
                to instanceof PrimaryKey other
                        && key.columns().equals(other.columns())
                        && key.deferrability() == other.deferrability()
                        && key.withoutOverlaps() == other.withoutOverlaps()
                        && sameInclude(key.backing(), other.backing());
            case Unique key ->
                to instanceof Unique other
                        && key.columns().equals(other.columns())
                        && key.deferrability() == other.deferrability()
                        && key.nullsNotDistinct() == other.nullsNotDistinct()
                        && key.withoutOverlaps() == other.withoutOverlaps()
                        && sameInclude(key.backing(), other.backing());
            case ForeignKey key -> to instanceof ForeignKey other && foreignKey(key, other, version);
            case Check check ->
                to instanceof Check other
                        && check.expression().equals(other.expression())
                        && check.noInherit() == other.noInherit()
                        && check.enforced() == other.enforced()
                        && (check.validated() == other.validated() || other.validated());
            case Exclusion exclusion ->
                to instanceof Exclusion other && exclusion.definition().equals(other.definition());
        };
    }

    private static boolean sameInclude(Backing from, Backing to) {
        return from.include().equals(to.include()) && (to.tablespace() != null || from.tablespace() == null);
    }

    private static boolean foreignKey(ForeignKey from, ForeignKey to, int version) {
        return from.columns().equals(to.columns())
                && from.referencedTable().equals(to.referencedTable())
                && from.referencedColumns().equals(to.referencedColumns())
                && from.onUpdate() == to.onUpdate()
                && from.onDelete() == to.onDelete()
                && from.setColumns().equals(to.setColumns())
                && from.match() == to.match()
                && from.period() == to.period()
                && (from.enforced() == to.enforced() && (from.validated() == to.validated() || to.validated()));
    }

    /// @param partitioned whether the table is: its index is called invalid while partitions are missing from it
    static boolean index(Index from, Index to, boolean partitioned) {
        return from.method().equals(to.method())
                && from.unique() == to.unique()
                && from.nullsNotDistinct() == to.nullsNotDistinct()
                && from.keys().equals(to.keys())
                && from.include().equals(to.include())
                && Objects.equals(from.predicate(), to.predicate())
                && (partitioned || from.valid() || !to.valid())
                && (to.tablespace() != null || from.tablespace() == null)
                && (from.partitionOf() == null || from.partitionOf().equals(to.partitionOf()));
    }

    /// `CREATE OR REPLACE TRIGGER` came with PostgreSQL 14 and knows no constraint triggers.
    static boolean trigger(Trigger from, Trigger to, int version) {
        return from.definition().equals(to.definition())
                || (version >= 14 && !from.inherited() && !to.inherited() && !isConstraint(from) && !isConstraint(to));
    }

    private static boolean isConstraint(Trigger trigger) {
        return trigger.definition().startsWith("CREATE CONSTRAINT TRIGGER");
    }

    /// `ALTER POLICY` sets expressions and takes none away.
    static boolean policy(Policy from, Policy to) {
        return from.command() == to.command()
                && from.permissive() == to.permissive()
                && (from.using() == null || to.using() != null)
                && (from.check() == null || to.check() != null);
    }
}
