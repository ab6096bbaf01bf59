package mana.studio.convention.rule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Columns that hold moments, and the two that every table has.
final class Moments {
    private static final Set<String> NOW = Set.of(
            "now()", "CURRENT_TIMESTAMP", "transaction_timestamp()", "statement_timestamp()", "clock_timestamp()");

    /// What the two are called elsewhere.
    private static final Map<String, Set<String>> OTHER_NAMES = Map.of(
            "created_at",
            Set.of(
                    "created",
                    "created_on",
                    "create_time",
                    "created_time",
                    "creation_date",
                    "creation_time",
                    "date_created",
                    "created_date",
                    "create_date",
                    "createdat",
                    "inserted_at",
                    "created_timestamp"),
            "updated_at",
            Set.of(
                    "updated",
                    "updated_on",
                    "update_time",
                    "updated_time",
                    "date_updated",
                    "updated_date",
                    "update_date",
                    "modified",
                    "modified_at",
                    "modified_on",
                    "last_modified",
                    "last_modified_at",
                    "last_updated",
                    "last_updated_at",
                    "changed_at",
                    "updatedat",
                    "updated_timestamp"));

    private Moments() {}

    static boolean isMoment(Column column) {
        return column.type().family() == Family.TIMESTAMP;
    }

    static boolean isNow(Column column) {
        String expression = column.defaultExpression();
        return expression != null && NOW.contains(expression);
    }

    /// Whether every row says when it came to be, by a moment that the server fills in, whatever it is called.
    static boolean isDated(Table table) {
        return table.columns().stream()
                .anyMatch(column -> isMoment(column)
                        && column.isNotNull()
                        && isNow(column)
                        && !column.name().startsWith("updated")
                        && !isMisnamed(table, column));
    }

    /// The column that means one of the two, under another name.
    static Optional<Column> misnamed(Table table, String name) {
        Set<String> others = OTHER_NAMES.getOrDefault(name, Set.of());
        return table.columns().stream()
                .filter(column -> isMoment(column) && column.local() && column.generated() == null)
                .filter(column -> isCalled(column, name, others))
                .findFirst();
    }

    /// `createdAt` is told by another rule, but means the same.
    private static boolean isCalled(Column column, String name, Set<String> others) {
        String snake = SnakeCase.of(column.name());
        return others.contains(snake) || snake.equals(name);
    }

    /// Whether a column means one of the two, and the table has none of that name.
    static boolean isMisnamed(Table table, Column column) {
        return OTHER_NAMES.keySet().stream()
                .anyMatch(name -> table.column(name).isEmpty()
                        && misnamed(table, name)
                                .filter(found -> found.id().same(column.id()))
                                .isPresent());
    }

    static Edit addition(Table table, String name) {
        Column column = Fixes.column(name, Fixes.TIMESTAMPTZ, "now()");
        return Fixes.table("Add " + name, table, Fixes.adding(column));
    }

    static @Nullable Edit rename(Table table, Column column, String name) {
        return Fixes.renamed(
                table,
                column,
                name,
                database -> Edits.changeColumn(database, table.id(), column.id(), Moments::formed));
    }

    /// NOT NULL DEFAULT now().
    static Column formed(Column column) {
        Column filled = isNow(column) ? column : column.withDefaultExpression("now()");
        return filled.isNotNull() ? filled : filled.withNotNull(NotNull.PLAIN);
    }
}
