package mana.studio.diagram;

import java.util.List;
import java.util.Set;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.Table;

/// Whether columns tell the rows of a table apart.
final class Uniqueness {
    private Uniqueness() {}

    /// Whether no two rows can have the same values in these columns: some key lies within them.
    static boolean within(Table table, List<String> columns) {
        Set<String> given = Set.copyOf(columns);
        return table.constraints().stream()
                        .anyMatch(constraint -> isKey(constraint) && given.containsAll(constraint.columns()))
                || table.indexes().stream().anyMatch(index -> isKey(index) && given.containsAll(columns(index)));
    }

    /// Whether a foreign key may refer to a column: it is a key by itself, and one that is checked at once.
    static boolean canBeReferenced(Table table, String column) {
        return table.constraints().stream()
                        .anyMatch(constraint -> isKey(constraint)
                                && !isDeferrable(constraint)
                                && constraint.columns().equals(List.of(column)))
                || table.indexes().stream()
                        .anyMatch(index -> isKey(index) && columns(index).equals(List.of(column)));
    }

    static boolean isKey(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _, Constraint.Unique _ -> true;
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    static boolean isDeferrable(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> key.deferrability() != Constraint.Deferrability.NOT_DEFERRABLE;
            case Constraint.Unique key -> key.deferrability() != Constraint.Deferrability.NOT_DEFERRABLE;
            case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> false;
        };
    }

    private static boolean isKey(Index index) {
        return index.unique()
                && index.valid()
                && index.predicate() == null
                && index.keys().stream().allMatch(key -> key.column() != null);
    }

    private static List<String> columns(Index index) {
        return index.keys().stream()
                .map(key -> key.column() == null ? "" : key.column())
                .toList();
    }
}
