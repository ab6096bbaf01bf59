package mana.studio.plan;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.sql.GeneratedName;

/// The names of NOT NULL constraints, which the model keeps only where they are not the usual ones: the server does not
/// rename them with their table or column, so the usual name becomes an unusual one.
final class NotNullNames {
    private static final int FIRST_WITH_NAMES = 180000;

    private NotNullNames() {}

    /// @param renamed   the model after the rename
    /// @param table     as it is called now
    /// @param before    as it was called
    /// @param oldColumn what each column was called
    static Database kept(Database renamed, QualifiedName table, QualifiedName before, UnaryOperator<String> oldColumn) {
        if (renamed.version() < FIRST_WITH_NAMES) {
            return renamed;
        }
        List<Schema> schemas = renamed.schemas().stream()
                .map(schema -> schema.name().equals(table.schema()) ? with(schema, table, before, oldColumn) : schema)
                .toList();
        return new Database(
                renamed.name(),
                renamed.version(),
                renamed.owner(),
                renamed.comment(),
                schemas,
                renamed.extensions(),
                renamed.others(),
                renamed.dependencies());
    }

    private static Schema with(
            Schema schema, QualifiedName table, QualifiedName before, UnaryOperator<String> oldColumn) {
        List<Table> tables = schema.tables().stream()
                .map(each -> each.name().equals(table) ? kept(each, before, oldColumn) : each)
                .toList();
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                tables,
                schema.views(),
                schema.sequences(),
                schema.enums(),
                schema.domains(),
                schema.composites(),
                schema.routines());
    }

    private static Table kept(Table table, QualifiedName before, UnaryOperator<String> oldColumn) {
        List<Column> columns = table.columns().stream()
                .map(column -> kept(column, table.name(), before, oldColumn.apply(column.name())))
                .toList();
        return table.with(columns, table.constraints());
    }

    private static Column kept(Column column, QualifiedName table, QualifiedName before, String oldName) {
        NotNull notNull = column.notNull();
        if (notNull == null) {
            return column;
        }
        String actual = notNull.constraintName() == null ? usual(oldName, before) : notNull.constraintName();
        String usual = usual(column.name(), table);
        return column.withNotNull(new NotNull(
                actual.equals(usual) ? null : actual,
                notNull.validated(),
                notNull.noInherit(),
                notNull.local(),
                notNull.comment()));
    }

    private static String usual(String column, QualifiedName table) {
        return GeneratedName.of(table.name(), column, "not_null");
    }
}
