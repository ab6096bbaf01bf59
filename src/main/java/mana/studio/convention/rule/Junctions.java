package mana.studio.convention.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.design.template.Nouns;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.Table;

/// Tables that only join two others: their keys tell.
final class Junctions {
    /// Columns that tell nothing of the pair.
    private static final Set<String> BESIDE = Set.of("id", "created_at", "updated_at", "sort_order", "position");

    private Junctions() {}

    static boolean is(Table table) {
        return !sides(table).isEmpty();
    }

    /// The names of the two tables it joins, in the order of its columns; empty where it is more than a junction: two
    /// references, together unique, and nothing else.
    static List<String> sides(Table table) {
        List<ForeignKey> references = table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1)
                .sorted((one, other) -> Integer.compare(position(table, one), position(table, other)))
                .toList();
        if (references.size() != 2) {
            return List.of();
        }
        Set<String> pair =
                references.stream().map(key -> key.columns().getFirst()).collect(Collectors.toSet());
        boolean only = table.columns().stream()
                .allMatch(column -> pair.contains(column.name()) || BESIDE.contains(column.name()));
        boolean unique = uniques(table).anyMatch(columns -> Set.copyOf(columns).equals(pair));
        return pair.size() == 2 && only && unique
                ? references.stream().map(key -> key.referencedTable().name()).toList()
                : List.of();
    }

    private static int position(Table table, ForeignKey key) {
        return table.columns().stream()
                .map(column -> column.name())
                .toList()
                .indexOf(key.columns().getFirst());
    }

    private static Stream<List<String>> uniques(Table table) {
        Stream<List<String>> constraints = table.constraints().stream()
                .filter(constraint -> constraint instanceof PrimaryKey || constraint instanceof Unique)
                .map(Constraint::columns);
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.unique() && index.predicate() == null)
                .map(Index::keys)
                .filter(keys -> keys.stream().allMatch(key -> key.column() != null))
                .map(keys ->
                        keys.stream().map(key -> String.valueOf(key.column())).toList());
        return Stream.concat(constraints, indexes);
    }

    /// Whether a name is made of both sides, each in singular or plural, in either order.
    static boolean isNamedAfter(String name, List<String> sides) {
        List<String> first = forms(sides.get(0));
        List<String> second = forms(sides.get(1));
        return first.stream()
                .anyMatch(one -> second.stream()
                        .anyMatch(other -> name.equals(one + "_" + other) || name.equals(other + "_" + one)));
    }

    private static List<String> forms(String side) {
        return List.of(side, Nouns.singular(side), Nouns.plural(side));
    }
}
