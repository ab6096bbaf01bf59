package mana.studio.safety.safer;

import java.util.List;
import java.util.Objects;
import mana.studio.ddl.Pieces;
import mana.studio.plan.ColumnChange.AddIdentity;
import mana.studio.plan.Statement;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// A column that a helper's sequence has counted for becomes an identity, and counts on.
final class IdentityRule {
    private IdentityRule() {}

    /// @param counted whether a helper's sequence has counted
    static void replace(Recipe recipe, Site site, AddIdentity add, List<Statement> statements, boolean counted) {
        QualifiedName table = add.relation().name();
        String column = add.column().name();
        if (!counted) {
            recipe.plain(statements);
            if (statements.size() > 1 && site.isBusy(table) && !isFirst(site, table, column)) {
                recipe.warn("It looks for the highest " + column + " while nobody can use " + table
                        + ": an index on it makes that quick.");
            }
            return;
        }
        String sequence = Pieces.name(NewColumn.sequence(table, column));
        QualifiedName identity = Objects.requireNonNull(add.column().identity()).sequence();
        recipe.purpose("Column " + table + "." + column + " counts by itself from now on");
        recipe.run(Steps.column(table, column) + "DROP DEFAULT");
        recipe.run(statements.getFirst().sql());
        recipe.run("SELECT setval(" + Pieces.literal(Pieces.name(identity)) + ", last_value, is_called) FROM "
                + sequence);
        recipe.run("DROP SEQUENCE " + sequence);
    }

    private static boolean isFirst(Site site, QualifiedName table, String column) {
        Table before = site.before().table(table).orElseThrow();
        return before.constraints().stream()
                        .anyMatch(one -> KeyRule.isKey(one) && one.columns().getFirst().equals(column))
                || before.indexes().stream()
                        .anyMatch(index -> column.equals(index.keys().getFirst().column()));
    }
}
