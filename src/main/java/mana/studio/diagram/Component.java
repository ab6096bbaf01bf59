package mana.studio.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A part of a graph from which no edge leads out.
///
/// @param cards their keys, in the order of the graph
/// @param edges those between different cards
record Component(List<String> cards, List<Edge> edges) {
    /// The parts of a graph, the largest first.
    static List<Component> of(DiagramGraph graph) {
        Map<String, List<Edge>> touching = new HashMap<>();
        for (Edge edge : graph.edges()) {
            touching.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge);
            touching.computeIfAbsent(edge.to(), _ -> new ArrayList<>()).add(edge);
        }
        List<Component> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String start : graph.cards().keySet()) {
            if (seen.add(start)) {
                found.add(from(start, touching, seen, graph));
            }
        }
        found.sort(Comparator.comparingInt((Component part) -> -part.cards().size()));
        return found;
    }

    private static Component from(
            String start, Map<String, List<Edge>> touching, Set<String> seen, DiagramGraph graph) {
        Set<String> members = new HashSet<>(Set.of(start));
        Deque<String> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            for (Edge edge : touching.getOrDefault(open.remove(), List.of())) {
                for (String end : List.of(edge.from(), edge.to())) {
                    if (seen.add(end)) {
                        members.add(end);
                        open.add(end);
                    }
                }
            }
        }
        if (members.size() == 1) {
            return new Component(List.of(start), List.of());
        }
        return new Component(
                graph.cards().keySet().stream().filter(members::contains).toList(),
                graph.edges().stream()
                        .filter(edge -> members.contains(edge.from()) && !edge.isLoop())
                        .toList());
    }
}
