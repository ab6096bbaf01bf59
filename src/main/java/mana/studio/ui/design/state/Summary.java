package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;

/// A part of a table in a line.
public final class Summary {
    private Summary() {}

    public static String of(PrimaryKey key) {
        return joined(
                String.join(", ", key.columns()),
                when(key.deferrability()),
                include(key.backing().include()),
                key.withoutOverlaps() ? "without overlaps" : "");
    }

    public static String of(Unique key) {
        return joined(
                String.join(", ", key.columns()),
                key.nullsNotDistinct() ? "nulls not distinct" : "",
                when(key.deferrability()),
                include(key.backing().include()),
                key.withoutOverlaps() ? "without overlaps" : "");
    }

    public static String of(ForeignKey key) {
        return joined(
                String.join(", ", key.columns()) + " → " + key.referencedTable() + " ("
                        + String.join(", ", key.referencedColumns()) + ")",
                action("on delete", key.onDelete()),
                action("on update", key.onUpdate()),
                when(key.deferrability()),
                key.validated() ? "" : "not valid",
                key.enforced() ? "" : "not enforced",
                key.period() ? "period" : "");
    }

    public static String of(Check check) {
        return joined(
                check.expression().replaceAll("\\s+", " "),
                check.noInherit() ? "no inherit" : "",
                check.validated() ? "" : "not valid",
                check.enforced() ? "" : "not enforced");
    }

    public static String of(Exclusion exclusion) {
        return exclusion.definition();
    }

    public static String of(Index index) {
        return joined(
                index.unique() ? "unique" : "",
                index.method().equals("btree") ? "" : index.method(),
                IndexKeys.text(index),
                include(index.include()),
                index.predicate() == null ? "" : "where " + index.predicate(),
                index.valid() ? "" : "invalid");
    }

    public static String of(Policy policy) {
        return joined(
                policy.command().name().toLowerCase(Locale.ROOT),
                policy.permissive() ? "" : "restrictive",
                "to " + String.join(", ", policy.roles()),
                policy.using() == null ? "" : policy.using());
    }

    private static String action(String word, Action action) {
        return action == Action.NO_ACTION
                ? ""
                : word + " " + action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String when(Deferrability deferrability) {
        return switch (deferrability) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> "deferrable";
            case INITIALLY_DEFERRED -> "deferrable, at commit";
        };
    }

    private static String include(List<String> columns) {
        return columns.isEmpty() ? "" : "includes " + String.join(", ", columns);
    }

    private static String joined(String... parts) {
        List<String> said = new ArrayList<>(List.of(parts));
        said.removeIf(String::isEmpty);
        return String.join(" · ", said);
    }
}
