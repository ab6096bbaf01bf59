package mana.studio.safety.safer;

import java.util.List;
import mana.studio.ddl.Pieces;
import mana.studio.plan.ConstraintChange.AddConstraint;
import mana.studio.plan.Statement;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// A foreign key or a check holds for new rows at once, NOT VALID; the old rows are read later, in a transaction of
/// their own, while others go on.
final class ProofRule {
    private ProofRule() {}

    static void replace(Recipe recipe, Site site, AddConstraint add, List<Statement> statements) {
        Constraint constraint = add.constraint();
        QualifiedName table = add.table().name();
        boolean busy = site.isBusy(table)
                || (constraint instanceof ForeignKey key && site.isBusy(key.referencedTable()));
        if (!busy || !Reshaped.isProven(constraint)) {
            recipe.plain(statements);
            return;
        }
        if (constraint instanceof ForeignKey key && add.table().isPartitioned() && site.major() < 18) {
            byPartition(recipe, site, add.table(), key, statements);
            return;
        }
        recipe.purpose("Constraint " + constraint.name() + " of " + table + " holds for new rows");
        recipe.run(Steps.alter(table) + "ADD " + Pieces.constraint(Reshaped.unproven(constraint)));
        recipe.complete(validate(site, table, constraint.name()));
    }

    /// Before PostgreSQL 18 a partitioned table takes no foreign key that is not valid; but it takes over those that
    /// its partitions have (`addFkRecurseReferencing` in tablecmds.c) without reading a row.
    private static void byPartition(
            Recipe recipe, Site site, Table table, ForeignKey key, List<Statement> statements) {
        for (Table leaf : site.leaves(table.name())) {
            Constraint there = leaf.constraints().stream()
                    .filter(one -> one.name().equals(key.name()))
                    .findFirst()
                    .orElse(null);
            if (there == null) {
                recipe.prepare(site.steps().transaction(
                        "Constraint " + key.name() + " of " + leaf.name() + " holds for new rows",
                        Steps.alter(leaf.name()) + "ADD " + Pieces.constraint(Reshaped.unproven(key))));
            }
            if (there == null || !Reshaped.isProven(there)) {
                recipe.prepare(validate(site, leaf.name(), key.name()));
            }
        }
        recipe.purpose("Constraint " + key.name() + " of " + table.name() + " takes over those of its partitions");
        statements.stream().map(Statement::sql).forEach(recipe::run);
    }

    static Step validate(Site site, QualifiedName table, String constraint) {
        return site.steps().transaction(
                "Read " + table + " to see that its rows agree with " + constraint + ", while others go on",
                Steps.alter(table) + "VALIDATE CONSTRAINT " + Identifier.quote(constraint));
    }

    /// Whether it is the kind of constraint that can come before its proof.
    static boolean isFor(Constraint constraint) {
        return constraint instanceof ForeignKey || constraint instanceof Check;
    }
}
