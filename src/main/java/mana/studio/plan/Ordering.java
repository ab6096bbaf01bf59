package mana.studio.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;

/// Puts changes in an order in which each finds what it needs: a graph of who must come before whom, sorted so that
/// the same changes always come out the same. Ties are broken by kind, then by name.
final class Ordering {
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Part, List<Node>> makers = new HashMap<>();
    private final Map<Part, List<Node>> droppers = new HashMap<>();
    private final Map<Place, List<Node>> freers = new HashMap<>();
    private final Lookup from;
    private final Lookup to;

    private Ordering(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
    }

    /// A change and those that wait for it.
    private static final class Node {
        private final Change change;
        private final Footprint footprint;
        private final Set<Node> followers = new HashSet<>();
        private final Set<Node> hopeful = new HashSet<>();
        private final int rank;
        private final String name;
        private final int number;
        private int waiting;
        private int hoping;
        private boolean done;

        private Node(Change change, Footprint footprint, int number) {
            this.change = change;
            this.footprint = footprint;
            this.rank = Rank.of(change);
            this.name = Rank.name(change);
            this.number = number;
        }
    }

    private static final Comparator<Node> ORDER = Comparator.<Node>comparingInt(node -> node.hoping > 0 ? 1 : 0)
            .thenComparingInt(node -> node.rank)
            .thenComparing(node -> node.name)
            .thenComparingInt(node -> node.number);

    static List<Change> of(List<Change> changes, Lookup from, Lookup to) {
        Ordering ordering = new Ordering(from, to);
        Footprints footprints = new Footprints(from, to, changes);
        for (Change change : changes) {
            ordering.add(change, footprints.of(change));
        }
        ordering.nodes.forEach(ordering::link);
        return ordering.sort();
    }

    private void add(Change change, Footprint footprint) {
        Node node = new Node(change, footprint, nodes.size());
        nodes.add(node);
        footprint.creates().forEach(part -> put(makers, part, node));
        footprint.alters().forEach(part -> put(makers, part, node));
        footprint.drops().forEach(part -> put(droppers, part, node));
        footprint.frees().forEach(place -> put(freers, place, node));
    }

    private static <K> void put(Map<K, List<Node>> map, K key, Node node) {
        map.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(node);
    }

    private void link(Node node) {
        Footprint footprint = node.footprint;
        footprint.takes().forEach(place -> precede(freers.get(place), node));
        footprint.needs().forEach(part -> precede(makers.get(part), node));
        footprint.after().forEach(part -> {
            precede(makers.get(part), node);
            precede(droppers.get(part), node);
        });
        footprint.creates().forEach(part -> {
            precede(releasing(part), node);
            to.needs(part).stream()
                    .filter(need -> !footprint.creates().contains(need) && !isParents(node, part, need))
                    .forEach(need -> precede(makers.get(need), node));
        });
        footprint.alters().forEach(part -> {
            to.needs(part).forEach(need -> precede(makers.get(need), node));
            from.dependents(part).forEach(dependent -> precede(releasing(dependent), node));
        });
        footprint.drops().forEach(part -> {
            from.dependents(part).stream()
                    .filter(dependent -> !footprint.drops().contains(dependent))
                    .forEach(dependent -> {
                        List<Node> releasing = releasing(dependent);
                        precede(releasing, node);
                        // What is dropped and comes back is altered only then.
                        if (releasing.isEmpty()) {
                            precedeAltering(dependent, node);
                        }
                    });
            leaveSchema(part, node);
        });
        if (node.change instanceof RoutineChange routine
                        && !node.footprint.creates().isEmpty()
                || node.change instanceof RoutineChange.ReplaceRoutine) {
            hope(((RoutineChange) node.change), node);
        }
    }

    /// Who drops a part: where a key or an index goes by itself, its table or column need not go first.
    private List<Node> releasing(Part part) {
        List<Node> all = droppers.getOrDefault(part, List.of());
        List<Node> alone = all.stream()
                .filter(node -> node.change instanceof ConstraintChange || node.change instanceof IndexChange)
                .toList();
        return alone.isEmpty() ? all : alone;
    }

    /// A child's own column comes before its parent's, which then becomes one with it.
    private static boolean isParents(Node node, Part part, Part need) {
        return node.change instanceof ColumnChange.AddColumn
                && part.kind() == Part.Kind.COLUMN
                && need.kind() == Part.Kind.COLUMN
                && !need.object().equals(part.object());
    }

    /// What is altered so that it no longer needs the part that goes.
    private void precedeAltering(Part dependent, Node node) {
        for (Node maker : makers.getOrDefault(dependent, List.of())) {
            if (maker.footprint.alters().contains(dependent)) {
                precede(maker, node);
            }
        }
    }

    /// A schema goes when nothing is left in it.
    private void leaveSchema(Part part, Node node) {
        if (part.kind() == Part.Kind.WHOLE && !part.object().name().schema().isEmpty()) {
            for (Node dropper :
                    droppers.getOrDefault(Part.schema(part.object().name().schema()), List.of())) {
                precede(node, dropper);
            }
        }
    }

    /// What the body of a function mentions should be there: nothing in the catalog says that it must, but a
    /// materialised view or a default may call the function while the plan runs.
    private void hope(RoutineChange change, Node node) {
        Set<String> names = Mentions.names(change.routine().definition());
        for (Node other : nodes) {
            if (other != node && other.rank < Rank.LATE) {
                for (Part part : other.footprint.creates()) {
                    boolean named = part.kind() == Part.Kind.WHOLE
                            && part.object().kind() != ObjectName.Kind.OTHER
                            && names.contains(part.object().name().name());
                    boolean column = part.kind() == Part.Kind.COLUMN
                            && other.change instanceof ColumnChange.AddColumn
                            && names.contains(part.name());
                    if ((named || column) && other.hopeful.add(node)) {
                        node.hoping++;
                    }
                }
            }
        }
    }

    private void precede(@org.jspecify.annotations.Nullable List<Node> firsts, Node second) {
        if (firsts != null) {
            firsts.forEach(first -> precede(first, second));
        }
    }

    private void precede(Node first, Node second) {
        if (first != second && first.followers.add(second)) {
            second.waiting++;
        }
    }

    private List<Change> sort() {
        TreeSet<Node> ready = new TreeSet<>(ORDER);
        nodes.stream().filter(node -> node.waiting == 0).forEach(ready::add);
        List<Change> sorted = new ArrayList<>();
        while (sorted.size() < nodes.size()) {
            Node next = ready.isEmpty() ? leastStuck() : ready.first();
            ready.remove(next);
            next.done = true;
            sorted.add(next.change);
            for (Node follower : next.followers) {
                if (--follower.waiting == 0 && !follower.done) {
                    ready.add(follower);
                }
            }
            for (Node follower : next.hopeful) {
                boolean isReady = ready.remove(follower);
                follower.hoping--;
                if (isReady) {
                    ready.add(follower);
                }
            }
        }
        return sorted;
    }

    /// In a circle that nothing splits, whoever waits for the fewest goes first: the server says what is wrong.
    private Node leastStuck() {
        return nodes.stream()
                .filter(node -> !node.done)
                .min(Comparator.<Node>comparingInt(node -> node.waiting).thenComparing(ORDER))
                .orElseThrow();
    }
}
