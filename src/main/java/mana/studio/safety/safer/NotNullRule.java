package mana.studio.safety.safer;

import java.util.List;
import java.util.Objects;
import mana.studio.ddl.Pieces;
import mana.studio.plan.ColumnChange.SetNotNull;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;

/// NOT NULL reads the whole table, unless a validated check proves that there is no NULL (ALTER TABLE, notes; from
/// PostgreSQL 12 on). From 18 on the constraint itself can come NOT VALID.
final class NotNullRule {
    private NotNullRule() {}

    /// @param again whether it was NOT NULL before and only the constraint's name differs
    static void replace(Recipe recipe, Site site, SetNotNull set, List<Statement> statements, boolean again) {
        QualifiedName table = set.relation().name();
        Column column = set.column();
        NotNull notNull = Objects.requireNonNullElse(column.notNull(), NotNull.PLAIN);
        boolean there = site.before().table(table).flatMap(old -> old.column(column.name())).isPresent();
        if (!site.isBusy(table) || !there || !notNull.validated() || isProven(site, table, column.name())
                || (site.major() < 18 && again) || site.major() < 12) {
            recipe.plain(statements);
            return;
        }
        recipe.purpose("Column " + table + "." + column.name() + " takes no NULL any more");
        if (site.major() >= 18) {
            String name = Pieces.notNullName(column, table);
            recipe.run(Steps.alter(table) + "ADD CONSTRAINT " + Identifier.quote(name) + " NOT NULL "
                    + Identifier.quote(column.name()) + (notNull.noInherit() ? " NO INHERIT" : "") + " NOT VALID");
            recipe.complete(validate(site, table, column.name(), name));
        } else {
            String name = Helper.NN.name(table, column.name());
            prove(recipe, site, table, column.name(), name);
            statements.stream().map(Statement::sql).forEach(recipe::run);
            recipe.complete(site.steps().transaction(
                    "The proof is not needed any more",
                    Steps.alter(table) + "DROP CONSTRAINT " + Identifier.quote(name)));
        }
    }

    /// A constraint that the server takes as proof; on 18 it is NOT NULL itself, still to be validated.
    static void prove(Recipe recipe, Site site, QualifiedName table, String column, String name) {
        String quoted = Identifier.quote(name);
        if (site.major() >= 18) {
            recipe.prepare(site.steps().transaction(
                    "No new NULL comes into " + table + "." + column,
                    Steps.alter(table) + "ADD CONSTRAINT " + quoted + " NOT NULL " + Identifier.quote(column)
                            + " NOT VALID"));
            return;
        }
        recipe.prepare(site.steps().transaction(
                "No new NULL comes into " + table + "." + column,
                Steps.alter(table) + "ADD CONSTRAINT " + quoted + " CHECK (" + Identifier.quote(column)
                        + " IS NOT NULL) NOT VALID"));
        recipe.prepare(validate(site, table, column, name));
    }

    private static Step validate(Site site, QualifiedName table, String column, String name) {
        return site.steps().transaction(
                "Read " + table + " to see that no NULL is in " + column + ", while others go on",
                Steps.alter(table) + "VALIDATE CONSTRAINT " + Identifier.quote(name));
    }

    private static boolean isProven(Site site, QualifiedName table, String column) {
        String proof = "(" + Identifier.quote(column) + " IS NOT NULL)";
        return site.before().table(table).map(Table::constraints).orElse(List.of()).stream()
                .anyMatch(constraint -> constraint instanceof Check check
                        && check.validated()
                        && check.enforced()
                        && Expression.inParentheses(check.expression()).equals(proof));
    }
}
