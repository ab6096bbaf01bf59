package mana.studio.ui.design.state;

import java.util.List;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Table;

/// What comes with a primary key.
public final class PrimaryKeys {
    private PrimaryKeys() {}

    /// The table with the columns of its key not null: the server makes them so.
    public static Table settled(Table table) {
        List<String> keyed = table.primaryKey().map(key -> key.columns()).orElse(List.of());
        boolean settled =
                table.columns().stream().allMatch(column -> column.isNotNull() || !keyed.contains(column.name()));
        return settled
                ? table
                : table.withColumns(table.columns().stream()
                        .map(column -> column.isNotNull() || !keyed.contains(column.name())
                                ? column
                                : column.withNotNull(NotNull.PLAIN))
                        .toList());
    }
}
