package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.ddl.Pieces;
import mana.studio.plan.ColumnChange.AddColumn;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// A new column whose default would be computed for every row (a volatile function, a sequence, an identity) comes
/// without a value; then it gets the default, for new rows; then the old rows are filled.
final class NewColumn {
    private NewColumn() {}

    /// Whether the column's value is to be filled in later: adding it as it is would rewrite the table, adding it
    /// without its default would not.
    static boolean isFilled(Forecast forecast, QualifiedName table, Column column) {
        boolean computes = column.defaultExpression() != null || column.identity() != null;
        if (!computes || column.generated() != null) {
            return false;
        }
        String add = Steps.alter(table) + "ADD COLUMN ";
        Column empty = column.withDefault(null).withIdentity(null).withNotNull(null);
        return forecast.isHeavy(add + Pieces.column(column, table, false))
                && !forecast.isHeavy(add + Pieces.column(empty, table, false));
    }

    /// @param goal the column as it is to be in the end
    static void replace(Recipe recipe, Site site, AddColumn add, List<Statement> statements, Column goal) {
        Column column = add.column();
        QualifiedName table = add.relation().name();
        if (!site.isBusy(table) || !isFilled(site.forecast(), table, goal)) {
            recipe.plain(statements);
            return;
        }
        String mark = Helper.FILL.name(table, column.name());
        List<String> sql = new ArrayList<>();
        sql.add(Steps.alter(table) + "ADD COLUMN " + Pieces.column(column.withDefault(null), table, false)
                + ", ADD CONSTRAINT " + Identifier.quote(mark) + " CHECK (true) NOT VALID");
        statements.stream().skip(1).map(Statement::sql).forEach(sql::add);
        String start = Steps.column(table, column.name());
        IdentityColumn identity = goal.identity();
        if (identity != null) {
            QualifiedName sequence = sequence(table, column.name());
            sql.add("CREATE SEQUENCE " + Pieces.name(sequence) + " AS " + identity.options().type()
                    + Pieces.counting(identity.options()));
            sql.add(start + "SET DEFAULT nextval(" + Pieces.literal(Pieces.name(sequence)) + ")");
        } else {
            sql.add(start + "SET DEFAULT " + Objects.requireNonNull(column.defaultExpression()));
        }
        recipe.purpose("Add column " + table + "." + column.name()
                + " without a value; new rows get its default from now on");
        sql.forEach(recipe::run);
    }

    /// The sequence that counts until the column has its identity.
    static QualifiedName sequence(QualifiedName table, String column) {
        return new QualifiedName(table.schema(), Helper.SEQ.name(table, column));
    }

    /// Fills the rows there were before the column.
    static List<Step> fill(Site site, Table table, String column) {
        List<Step> steps = new ArrayList<>();
        String name = Identifier.quote(column);
        for (Table leaf : site.leaves(table.name())) {
            Step.Batches batches = site.steps().batches(
                    "Fill column " + leaf.name() + "." + column + " of the rows that were there before it",
                    leaf,
                    name + " = DEFAULT",
                    name + " IS NULL");
            steps.add(batches);
            steps.add(site.steps().nothingLeft(batches));
        }
        steps.add(site.steps().transaction(
                "Column " + table.name() + "." + column + " is filled",
                Steps.alter(table.name()) + "DROP CONSTRAINT IF EXISTS "
                        + Identifier.quote(Helper.FILL.name(table.name(), column))));
        return steps;
    }
}
