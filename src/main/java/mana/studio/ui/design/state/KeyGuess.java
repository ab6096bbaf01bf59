package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Table;

/// Which columns a foreign key to a table most likely pairs.
///
/// @param columns    of the table that refers
/// @param referenced of a key of the other one, pair by pair
public record KeyGuess(List<String> columns, List<String> referenced) {
    public KeyGuess {
        columns = List.copyOf(columns);
        referenced = List.copyOf(referenced);
    }

    /// @param chosen the columns a person points at; empty for none
    static KeyGuess of(Table table, Table target, List<String> chosen) {
        List<String> key = keys(target).stream()
                .filter(candidate -> chosen.isEmpty() || candidate.size() == chosen.size())
                .findFirst()
                .orElse(target.columns().stream().limit(1).map(Column::name).toList());
        if (chosen.size() == key.size() && !chosen.isEmpty()) {
            return new KeyGuess(chosen, key);
        }
        List<String> columns = new ArrayList<>();
        key.forEach(referenced -> columns.add(best(table, target, referenced, columns)));
        return new KeyGuess(columns, key);
    }

    /// The column lists a foreign key can refer to, the primary key first.
    static List<List<String>> keys(Table target) {
        List<List<String>> keys = new ArrayList<>();
        target.primaryKey().ifPresent(key -> keys.add(key.columns()));
        target.constraints().stream()
                .filter(Constraint.Unique.class::isInstance)
                .map(Constraint::columns)
                .forEach(keys::add);
        target.indexes().stream()
                .filter(index -> index.unique() && index.predicate() == null)
                .map(index -> index.keys().stream()
                        .map(key -> Optional.ofNullable(key.column()).orElse(""))
                        .toList())
                .filter(columns -> !columns.contains(""))
                .forEach(keys::add);
        return keys;
    }

    /// By name and type, by name, by type, or any.
    private static String best(Table table, Table target, String referenced, List<String> taken) {
        String type =
                target.column(referenced).map(column -> column.type().sql()).orElse("");
        List<Column> free = table.columns().stream()
                .filter(column -> !taken.contains(column.name()))
                .toList();
        List<Column> named = free.stream()
                .filter(column -> isNamedAfter(column.name(), target.name().name(), referenced))
                .toList();
        return of(named, type)
                .or(() -> named.stream().findFirst())
                .or(() -> of(
                        free.stream()
                                .filter(column -> column.name().endsWith("_id"))
                                .toList(),
                        type))
                .or(() -> of(free, type))
                .or(() -> free.stream().findFirst())
                .map(Column::name)
                .orElse(table.columns().getFirst().name());
    }

    private static Optional<Column> of(List<Column> columns, String type) {
        return columns.stream()
                .filter(column -> column.type().sql().equals(type))
                .findFirst();
    }

    /// Whether a column is called after a table's primary key of one column.
    static boolean isNamedAfter(String column, Table target) {
        return target.primaryKey()
                .filter(key -> key.columns().size() == 1)
                .filter(key ->
                        isNamedAfter(column, target.name().name(), key.columns().getFirst()))
                .isPresent();
    }

    /// `user_id` after `users.id`; `owner_user_id` too.
    private static boolean isNamedAfter(String column, String table, String referenced) {
        String singular = table.endsWith("ies")
                ? table.substring(0, table.length() - 3) + "y"
                : table.endsWith("s") ? table.substring(0, table.length() - 1) : table;
        String wanted = singular + "_" + referenced;
        return column.equals(wanted) || column.endsWith("_" + wanted);
    }
}
