package mana.studio.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;

/// Layers from left to right, a table to the right of those it refers to; connected parts beside each other, tables
/// without foreign keys in a block for each schema.
public final class LayeredLayout implements DiagramLayout {
    private static final double GAP = 40;

    @Override
    public Arrangement arrange(DiagramGraph graph, Watch watch) {
        Map<String, Box> sizes = graph.sizes();
        List<Packing.Part> parts = new ArrayList<>();
        Map<String, List<String>> loners = new TreeMap<>();
        int done = 0;
        for (Component component : Component.of(graph)) {
            if (watch.isStopped()) {
                throw new CancellationException();
            }
            String first = component.cards().getFirst();
            if (component.cards().size() == 1) {
                String schema =
                        Objects.requireNonNull(graph.cards().get(first)).name().schema();
                loners.computeIfAbsent(schema, _ -> new ArrayList<>()).add(first);
            } else {
                parts.add(new Packing.Part(new ElkRun(component, sizes, watch).run()));
            }
            done += component.cards().size();
            watch.fraction((double) done / sizes.size());
        }
        loners.values().forEach(cards -> parts.add(block(cards, sizes)));
        return Packing.pack(parts, sizes);
    }

    /// Tables that nothing connects, in columns of about equal height.
    private static Packing.Part block(List<String> cards, Map<String, Box> sizes) {
        double area = cards.stream()
                .map(card -> Objects.requireNonNull(sizes.get(card)))
                .mapToDouble(box -> (box.width() + GAP) * (box.height() + GAP))
                .sum();
        double height = Math.sqrt(area / 1.4);
        Map<String, Point> places = new LinkedHashMap<>();
        double x = 0;
        double y = 0;
        double widest = 0;
        for (String card : cards) {
            Box box = Objects.requireNonNull(sizes.get(card));
            if (y > 0 && y + box.height() > height) {
                x += widest + GAP;
                y = 0;
                widest = 0;
            }
            places.put(card, new Point(x, y));
            y += box.height() + GAP;
            widest = Math.max(widest, box.width());
        }
        return new Packing.Part(new Arrangement(places, new HashMap<>()));
    }
}
