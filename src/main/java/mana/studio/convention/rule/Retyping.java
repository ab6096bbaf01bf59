package mana.studio.convention.rule;

import mana.studio.convention.House;
import mana.studio.schema.Column;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Giving a column another type.
final class Retyping {
    private Retyping() {}

    /// Whether no foreign key holds a column's type to another's.
    static boolean isFree(House house, Table table, Column column) {
        boolean refers =
                table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        boolean referred = house.database()
                .tables()
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.referencedTable().equals(table.name())
                        && key.referencedColumns().contains(column.name()));
        return !refers && !referred;
    }

    /// A column's default with the casts of its constants to one type made casts to another.
    static @Nullable String cast(Column column, String from, String to) {
        String expression = column.defaultExpression();
        return expression == null ? null : expression.replaceAll("::" + from + "(\\(\\d+\\))?\\b", "::" + to);
    }
}
