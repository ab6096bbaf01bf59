package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;

/// Which constraints stand at their column, and which at the table.
record Placement(DrizzleTable table, DefaultNames names) {
    /// The one unique constraint that a column can bear.
    Optional<Unique> uniqueAt(String column) {
        return table.uniques().stream()
                .filter(unique -> unique.columns().equals(List.of(column)))
                .findFirst();
    }

    List<Unique> uniques() {
        return table.uniques().stream()
                .filter(unique -> unique.columns().size() != 1
                        || !uniqueAt(unique.columns().getFirst()).equals(Optional.of(unique)))
                .toList();
    }

    /// A key at its column cannot be named.
    List<ForeignKey> foreignKeysAt(String column) {
        return table.foreignKeys().stream()
                .filter(key -> isInline(key) && key.columns().getFirst().equals(column))
                .toList();
    }

    List<ForeignKey> foreignKeys() {
        return table.foreignKeys().stream().filter(key -> !isInline(key)).toList();
    }

    private boolean isInline(ForeignKey key) {
        return key.columns().size() == 1
                && key.name().equals(names.foreignKey(table.name().name(), key));
    }
}
