package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// The pairs of columns of a foreign key.
public final class KeyPairs {
    private KeyPairs() {}

    /// `user_id → id, tenant_id → tenant_id`.
    public static String text(ForeignKey key) {
        return IntStream.range(0, key.columns().size())
                .mapToObj(i -> key.columns().get(i) + " → "
                        + (i < key.referencedColumns().size()
                                ? key.referencedColumns().get(i)
                                : "?"))
                .collect(Collectors.joining(", "));
    }

    /// The columns, those of the same type as another first.
    public static List<Column> fitting(List<Column> columns, @Nullable Column like) {
        return columns.stream()
                .sorted(Comparator.comparing((Column column) ->
                        like == null || !column.type().sql().equals(like.type().sql())))
                .toList();
    }

    /// The columns of a table, those of its keys first, of them those of the same type as another.
    public static List<Column> referable(Table target, @Nullable Column like) {
        List<String> keyed =
                KeyGuess.keys(target).stream().flatMap(List::stream).distinct().toList();
        return fitting(target.columns(), like).stream()
                .sorted(Comparator.comparing((Column column) -> !keyed.contains(column.name())))
                .toList();
    }

    /// The next column that could be paired.
    public static Optional<Column> next(Table table, ForeignKey key) {
        return table.columns().stream()
                .filter(column -> !key.columns().contains(column.name()))
                .findFirst();
    }

    /// One more pair: of the target's next column and one like it.
    public static ForeignKey add(Table table, Optional<Table> target, ForeignKey key) {
        Optional<Column> referenced = target.flatMap(found -> referable(found, null).stream()
                .filter(column -> !key.referencedColumns().contains(column.name()))
                .findFirst());
        Optional<Column> own = fitting(table.columns(), referenced.orElse(null)).stream()
                .filter(column -> !key.columns().contains(column.name()))
                .findFirst();
        if (own.isEmpty() || referenced.isEmpty()) {
            return key;
        }
        return key.withColumns(appended(key.columns(), own.get().name()))
                .withReferencedColumns(
                        appended(key.referencedColumns(), referenced.get().name()));
    }

    /// @param own of the table that refers; otherwise of the other one
    public static ForeignKey with(ForeignKey key, int place, String column, boolean own) {
        List<String> columns = new ArrayList<>(own ? key.columns() : key.referencedColumns());
        while (columns.size() <= place) {
            columns.add(column);
        }
        columns.set(place, column);
        return own ? key.withColumns(columns) : key.withReferencedColumns(columns);
    }

    public static ForeignKey without(ForeignKey key, int place) {
        List<String> own = new ArrayList<>(key.columns());
        List<String> other = new ArrayList<>(key.referencedColumns());
        own.remove(place);
        if (place < other.size()) {
            other.remove(place);
        }
        return key.withColumns(own).withReferencedColumns(other);
    }

    /// The same leading to another table, with the pairs that are likeliest there.
    public static ForeignKey to(ForeignKey key, Table table, Table target) {
        KeyGuess guess = KeyGuess.of(table, target, fits(key, target) ? key.columns() : List.of());
        return key.withReferencedTable(target.name())
                .withColumns(guess.columns())
                .withReferencedColumns(guess.referenced());
    }

    private static boolean fits(ForeignKey key, Table target) {
        return KeyGuess.keys(target).stream()
                .anyMatch(columns -> columns.size() == key.columns().size());
    }

    private static List<String> appended(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }
}
