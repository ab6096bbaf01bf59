package mana.studio.ddl;

import java.util.Objects;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Expression;
import mana.studio.sql.GeneratedName;
import mana.studio.sql.Identifier;

/// Columns as they stand in CREATE TABLE, and what can only be set afterwards.
final class ColumnDdl {
    private ColumnDdl() {}

    /// All that follows a column's name and type, such as ` DEFAULT now() NOT NULL`.
    ///
    /// @param notNull whether NOT NULL is among it, and not the parent's or added later
    static String properties(Column column, QualifiedName table, boolean notNull) {
        StringBuilder text = new StringBuilder();
        text.append(Clause.foreignOptions(column.foreignOptions()));
        text.append(Clause.collate(column.collation()));
        if (column.identity() != null) {
            text.append(identity(column.identity(), column, table));
        }
        if (column.generated() != null) {
            text.append(" GENERATED ALWAYS AS ")
                    .append(Expression.inParentheses(column.generated().expression()))
                    .append(column.generated().stored() ? " STORED" : " VIRTUAL");
        }
        if (column.defaultExpression() != null) {
            text.append(" DEFAULT ").append(column.defaultExpression());
        }
        // Identity implies NOT NULL.
        boolean implied = column.identity() != null && NotNull.PLAIN.equals(column.notNull());
        if (notNull && !implied && column.notNull() != null) {
            text.append(notNull(column.notNull()));
        }
        return text.toString();
    }

    private static String notNull(NotNull notNull) {
        return (notNull.constraintName() == null ? "" : " CONSTRAINT " + Identifier.quote(notNull.constraintName()))
                + " NOT NULL" + (notNull.noInherit() ? " NO INHERIT" : "");
    }

    static String identity(IdentityColumn identity, Column column, QualifiedName table) {
        String usual = GeneratedName.of(table.name(), column.name(), "seq");
        boolean named = !identity.sequence().equals(new QualifiedName(table.schema(), usual));
        String options = (named ? " SEQUENCE NAME " + Clause.name(identity.sequence()) : "")
                + Clause.counting(identity.options());
        return " GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options.strip() + ")");
    }

    /// The name of a column's NOT NULL constraint.
    static String notNullName(Column column, NotNull notNull, QualifiedName table) {
        return Objects.requireNonNullElseGet(
                notNull.constraintName(), () -> GeneratedName.of(table.name(), column.name(), "not_null"));
    }

    /// What CREATE has no words for, or only on the newest servers.
    ///
    /// @param alter `ALTER TABLE auth.users`
    static void settings(Column column, String alter, Script script) {
        String start = alter + " ALTER COLUMN " + Identifier.quote(column.name()) + " SET ";
        if (column.storage() != null) {
            script.add(Phase.CREATE, start + "STORAGE " + column.storage());
        }
        if (column.compression() != null) {
            script.add(Phase.CREATE, start + "COMPRESSION " + Identifier.quote(column.compression()));
        }
        if (column.statisticsTarget() != null) {
            script.add(Phase.CREATE, start + "STATISTICS " + column.statisticsTarget());
        }
        if (!column.options().isEmpty()) {
            script.add(Phase.CREATE, start + Clause.settings(column.options()));
        }
    }
}
