package mana.studio.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Makes the graph of a design: pairs its tables with those it began with, chooses what a scope shows.
final class GraphBuilder {
    private final Side before;
    private final Side after;
    private final Map<String, Table> tables;
    private final List<Link> links = new ArrayList<>();

    /// A foreign key between two tables.
    private record Link(Table from, ForeignKey key, Table to, Mark mark) {
        String fromKey() {
            return from.id().key();
        }

        String toKey() {
            return to.id().key();
        }
    }

    GraphBuilder(Database base, Database design) {
        before = new Side(base);
        after = new Side(design);
        tables = Stream.concat(
                        after.shown().stream(),
                        before.shown().stream()
                                .filter(table -> after.byKey(table.id().key()) == null))
                .sorted(Comparator.comparing(Table::name))
                .collect(Collectors.toMap(
                        table -> table.id().key(), table -> table, (first, _) -> first, LinkedHashMap::new));
        tables.values().forEach(this::link);
    }

    DiagramGraph build(Scope scope) {
        Set<String> own = members(scope);
        Set<String> guests = guests(scope, own);
        List<Link> shown = links.stream()
                .filter(link -> own.contains(link.fromKey()) || own.contains(link.toKey()))
                .filter(link -> isShown(link.fromKey(), own, guests) && isShown(link.toKey(), own, guests))
                .toList();
        Map<String, Set<String>> ends = new HashMap<>();
        for (Link link : shown) {
            ends.computeIfAbsent(link.fromKey(), _ -> new HashSet<>())
                    .addAll(link.key().columns());
            ends.computeIfAbsent(link.toKey(), _ -> new HashSet<>())
                    .addAll(link.key().referencedColumns());
        }
        LinkedHashMap<String, Card> cards = new LinkedHashMap<>();
        tables.forEach((key, table) -> {
            if (isShown(key, own, guests)) {
                Cards maker = new Cards(before, after, table, ends.getOrDefault(key, Set.of()));
                cards.put(key, maker.card(guests.contains(key)));
            }
        });
        return new DiagramGraph(
                cards, shown.stream().map(link -> edge(link, cards)).toList());
    }

    private static boolean isShown(String key, Set<String> own, Set<String> guests) {
        return own.contains(key) || guests.contains(key);
    }

    private Set<String> members(Scope scope) {
        return switch (scope) {
            case Scope.All() -> tables.keySet();
            case Scope.OneSchema(String schema) ->
                tables.values().stream()
                        .filter(table -> table.name().schema().equals(schema))
                        .map(table -> table.id().key())
                        .collect(Collectors.toSet());
            case Scope.Around(String table, int steps) -> around(table, steps);
        };
    }

    /// The tables of other schemas to which those of one refer.
    private Set<String> guests(Scope scope, Set<String> own) {
        return switch (scope) {
            case Scope.OneSchema _ ->
                links.stream()
                        .filter(link -> own.contains(link.fromKey()) && !own.contains(link.toKey()))
                        .map(Link::toKey)
                        .collect(Collectors.toSet());
            case Scope.All _, Scope.Around _ -> Set.of();
        };
    }

    private Set<String> around(String table, int steps) {
        Map<String, Integer> distance = new HashMap<>();
        Deque<String> open = new ArrayDeque<>();
        if (tables.containsKey(table)) {
            distance.put(table, 0);
            open.add(table);
        }
        while (!open.isEmpty()) {
            String at = open.remove();
            int next = Objects.requireNonNull(distance.get(at)) + 1;
            links.stream()
                    .filter(link -> link.fromKey().equals(at) || link.toKey().equals(at))
                    .map(link -> link.fromKey().equals(at) ? link.toKey() : link.fromKey())
                    .filter(other -> next <= steps && distance.putIfAbsent(other, next) == null)
                    .forEach(open::add);
        }
        return distance.keySet();
    }

    private void link(Table table) {
        Table old = before.byKey(table.id().key());
        Table now = after.byKey(table.id().key());
        if (now != null) {
            for (ForeignKey key : now.foreignKeys()) {
                after.byName(key.referencedTable())
                        .ifPresent(target -> add(new Link(now, key, target, mark(old, now, key))));
            }
        }
        if (old != null) {
            old.foreignKeys().stream()
                    .filter(key -> now == null || find(now, key) == null)
                    .forEach(key -> before.byName(key.referencedTable())
                            .ifPresent(target -> add(new Link(old, key, target, Mark.REMOVED))));
        }
    }

    private void add(Link link) {
        if (tables.containsKey(link.toKey())) {
            links.add(link);
        }
    }

    private Mark mark(@Nullable Table old, Table now, ForeignKey key) {
        ForeignKey was = old == null ? null : find(old, key);
        if (old == null || was == null) {
            return Mark.ADDED;
        }
        return was == key || before.normal(old, was).equals(after.normal(now, key)) ? Mark.NONE : Mark.CHANGED;
    }

    private static @Nullable ForeignKey find(Table table, ForeignKey key) {
        return table.foreignKeys().stream()
                .filter(other -> other.id().same(key.id()))
                .findFirst()
                .orElse(null);
    }

    private static Edge edge(Link link, Map<String, Card> cards) {
        ForeignKey key = link.key();
        String from = String.join(", ", key.columns());
        String to = String.join(", ", key.referencedColumns());
        return new Edge(
                key.id().key(),
                key.name(),
                link.fromKey(),
                row(
                        Objects.requireNonNull(cards.get(link.fromKey())),
                        link.from(),
                        key.columns().getFirst()),
                link.toKey(),
                row(
                        Objects.requireNonNull(cards.get(link.toKey())),
                        link.to(),
                        key.referencedColumns().getFirst()),
                !Uniqueness.within(link.from(), key.columns()),
                key.columns().stream().anyMatch(column -> isNullable(link.from(), column)),
                link.mark(),
                dotted(link.from(), from) + " → " + dotted(link.to(), to));
    }

    private static String dotted(Table table, String columns) {
        return table.name().name() + (columns.contains(",") ? " (" + columns + ")" : "." + columns);
    }

    private static boolean isNullable(Table table, String name) {
        return table.column(name).map(column -> !column.isNotNull()).orElse(false);
    }

    private static int row(Card card, Table table, String name) {
        String key = table.column(name).map(column -> column.id().key()).orElse("");
        for (int at = 0; at < card.rows().size(); at++) {
            if (card.rows().get(at).key().equals(key)) {
                return at;
            }
        }
        return -1;
    }
}
