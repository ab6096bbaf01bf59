package mana.studio.safety.safer;

import java.util.List;
import java.util.Optional;
import mana.studio.plan.ColumnChange.SetNotNull;
import mana.studio.plan.ConstraintChange.AddConstraint;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// PRIMARY KEY and UNIQUE build their index while nobody can write: so the index is built before, concurrently, and
/// becomes that of the constraint.
final class KeyRule {
    private KeyRule() {}

    /// @param taken whether the name belongs to another until this change
    /// @param late  whether a column of it gets its type in the same transaction
    static void replace(
            Recipe recipe, Site site, AddConstraint add, List<Statement> statements, boolean taken, boolean late) {
        Constraint key = add.constraint();
        QualifiedName table = add.table().name();
        if (!site.isBusy(table) || !isPossible(key)) {
            recipe.plain(statements);
            return;
        }
        recipe.purpose("Key " + key.name() + " of " + table + " takes the index that is there");
        if (key instanceof PrimaryKey primary) {
            notNull(recipe, site, add.table(), primary);
        }
        if (add.table().isPartitioned()) {
            new PartitionedKey(recipe, site, add.table(), key).write();
            return;
        }
        String index = taken && !late ? Helper.IDX.name(table, key.name()) : key.name();
        Step build = site.steps().index(index(key, index), table);
        String use = usingIndex(table, key, index);
        if (late) {
            recipe.complete(build);
            recipe.complete(site.steps().transaction("Key " + key.name() + " of " + table, use));
        } else {
            recipe.prepare(build);
            recipe.run(use);
        }
    }

    static boolean isKey(Constraint constraint) {
        return constraint instanceof PrimaryKey || constraint instanceof Unique;
    }

    private static boolean isPossible(Constraint key) {
        return switch (key) {
            case PrimaryKey primary -> !primary.withoutOverlaps();
            case Unique unique -> !unique.withoutOverlaps();
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    /// The columns of a primary key are NOT NULL first: else it would read the table to see that they are.
    private static void notNull(Recipe recipe, Site site, Table table, PrimaryKey key) {
        for (String name : key.columns()) {
            boolean isNotNull = site.before().table(table.name())
                    .flatMap(old -> old.column(name))
                    .map(Column::isNotNull)
                    .orElse(true);
            Column column = table.column(name).orElseThrow();
            if (!isNotNull) {
                Recipe own = new Recipe(site.forecast());
                SetNotNull set = new SetNotNull(
                        table, column.withNotNull(Optional.ofNullable(column.notNull()).orElse(NotNull.PLAIN)));
                NotNullRule.replace(
                        own,
                        site,
                        set,
                        List.of(new Statement(
                                Steps.column(table.name(), name) + "SET NOT NULL", set, null, List.of(), true)),
                        false);
                recipe.prepare(own.before());
                recipe.prepare(site.steps().transaction(
                        own.purposeOr("Column " + table.name() + "." + name + " takes no NULL any more"),
                        own.inPlace(), own.warnings(), List.of()));
                recipe.prepare(own.after());
            }
        }
    }

    /// The index a key has, under a name of its own.
    static Index index(Constraint key, String name) {
        return switch (key) {
            case PrimaryKey primary -> Reshaped.unique(name, primary.columns(), primary.backing(), false);
            case Unique unique ->
                Reshaped.unique(name, unique.columns(), unique.backing(), unique.nullsNotDistinct());
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ ->
                throw new IllegalArgumentException(key.name());
        };
    }

    static String usingIndex(QualifiedName table, Constraint key, String index) {
        String kind = key instanceof PrimaryKey ? "PRIMARY KEY" : "UNIQUE";
        return Steps.alter(table) + "ADD CONSTRAINT " + Identifier.quote(key.name()) + " " + kind + " USING INDEX "
                + Identifier.quote(index) + deferrable(key);
    }

    private static String deferrable(Constraint key) {
        Deferrability when = switch (key) {
            case PrimaryKey primary -> primary.deferrability();
            case Unique unique -> unique.deferrability();
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> Deferrability.NOT_DEFERRABLE;
        };
        return switch (when) {
            case NOT_DEFERRABLE -> "";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }
}
