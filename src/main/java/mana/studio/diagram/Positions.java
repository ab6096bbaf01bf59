package mana.studio.diagram;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.QualifiedName;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;

/// Where a person left the cards of a database, for each scope that was shown. Kept by name, so that it outlives a
/// database that is made anew; a table that was renamed elsewhere is found by its identity.
///
/// @param scopes by the keys of the scopes
public record Positions(Map<String, Sheet> scopes) {
    public static final Positions NONE = new Positions(Map.of());

    private static final int MOST = 60;

    public Positions {
        scopes = scopes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(scopes));
    }

    /// @param tables where the cards are
    /// @param edges  which ways the edges take
    public record Sheet(List<Spot> tables, List<Way> edges) {
        public Sheet {
            tables = tables == null ? List.of() : List.copyOf(tables);
            edges = edges == null ? List.of() : List.copyOf(edges);
        }
    }

    /// @param id the key of the table's identity
    public record Spot(String schema, String table, String id, double x, double y) {
        QualifiedName name() {
            return new QualifiedName(schema, table);
        }
    }

    /// @param schema     of the table that refers
    /// @param constraint the foreign key's name
    /// @param id         the key of its identity
    /// @param points     x and y in turn
    public record Way(String schema, String table, String constraint, String id, List<Double> points) {
        public Way {
            points = points == null ? List.of() : List.copyOf(points);
        }

        String key() {
            return schema + "." + table + "." + constraint;
        }
    }

    /// The file of a database's positions.
    ///
    /// @param profile the id of the saved connection
    public static JsonFile<Positions> file(Places places, String profile) {
        String name = profile.replaceAll("[^A-Za-z0-9._-]", "_");
        Path path = places.data().resolve("diagrams").resolve(name + ".json");
        return new JsonFile<>(path, Positions.class, NONE);
    }

    /// Whether something is kept of a scope.
    public boolean has(Scope scope) {
        return scopes.containsKey(scope.key());
    }

    /// What is known of a graph's cards and edges.
    public Arrangement of(Scope scope, DiagramGraph graph) {
        Sheet sheet = scopes.get(scope.key());
        return sheet == null ? Arrangement.NOTHING : new Arrangement(places(sheet, graph), routes(sheet, graph));
    }

    private static Map<String, Point> places(Sheet sheet, DiagramGraph graph) {
        Set<QualifiedName> names =
                graph.cards().values().stream().map(Card::name).collect(Collectors.toSet());
        Map<QualifiedName, Spot> byName = new HashMap<>();
        Map<String, Spot> byId = new HashMap<>();
        for (Spot spot : sheet.tables()) {
            if (names.contains(spot.name())) {
                byName.put(spot.name(), spot);
            } else {
                byId.put(spot.id(), spot);
            }
        }
        Map<String, Point> places = new HashMap<>();
        graph.cards().forEach((key, card) -> {
            Spot spot = byName.getOrDefault(card.name(), byId.get(key));
            if (spot != null) {
                places.put(key, new Point(spot.x(), spot.y()));
            }
        });
        return places;
    }

    private static Map<String, List<Point>> routes(Sheet sheet, DiagramGraph graph) {
        Map<String, Way> byName = new HashMap<>();
        Map<String, Way> byId = new HashMap<>();
        sheet.edges().forEach(way -> {
            byName.put(way.key(), way);
            byId.put(way.id(), way);
        });
        Map<String, List<Point>> routes = new HashMap<>();
        for (Edge edge : graph.edges()) {
            Card from = graph.cards().get(edge.from());
            Way way = from == null ? null : byName.getOrDefault(from.name() + "." + edge.name(), byId.get(edge.key()));
            if (way != null) {
                routes.put(edge.key(), points(way.points()));
            }
        }
        return routes;
    }

    /// The same with what a drawing shows of a scope. What was not used for the longest time is forgotten.
    public Positions with(Scope scope, Drawing drawing) {
        Map<String, Sheet> others = new LinkedHashMap<>(scopes);
        others.remove(scope.key());
        others.put(scope.key(), sheet(drawing));
        while (others.size() > MOST) {
            others.remove(others.keySet().iterator().next());
        }
        return new Positions(others);
    }

    /// The same with what was kept of one scope now kept of another: a schema was renamed.
    public Positions renamed(Scope from, Scope to) {
        Map<String, Sheet> others = new LinkedHashMap<>(scopes);
        Sheet sheet = others.remove(from.key());
        if (sheet != null) {
            others.put(to.key(), sheet);
        }
        return new Positions(others);
    }

    /// The same with nothing kept of a scope.
    public Positions without(Scope scope) {
        Map<String, Sheet> others = new LinkedHashMap<>(scopes);
        others.remove(scope.key());
        return new Positions(others);
    }

    private static Sheet sheet(Drawing drawing) {
        List<Spot> spots = new ArrayList<>();
        List<Way> ways = new ArrayList<>();
        drawing.graph()
                .cards()
                .forEach((key, card) -> drawing.box(key)
                        .ifPresent(box -> spots.add(
                                new Spot(card.name().schema(), card.name().name(), key, box.x(), box.y()))));
        for (Edge edge : drawing.graph().edges()) {
            Card from = drawing.graph().cards().get(edge.from());
            if (from != null) {
                List<Double> points = drawing.route(edge).stream()
                        .flatMap(point -> Stream.of(point.x(), point.y()))
                        .toList();
                ways.add(new Way(from.name().schema(), from.name().name(), edge.name(), edge.key(), points));
            }
        }
        return new Sheet(spots, ways);
    }

    private static List<Point> points(List<Double> numbers) {
        List<Point> points = new ArrayList<>();
        for (int at = 0; at + 1 < numbers.size(); at += 2) {
            points.add(new Point(numbers.get(at), numbers.get(at + 1)));
        }
        return points;
    }
}
