package mana.studio.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds rectangles by place: which of many meet a part of the diagram.
final class SpatialIndex {
    private static final double CELL = 400;

    private final Map<String, Box> boxes;
    private final Map<Long, List<String>> cells = new HashMap<>();

    SpatialIndex(Map<String, Box> boxes) {
        this.boxes = new LinkedHashMap<>(boxes);
        this.boxes.forEach((key, box) -> {
            for (long cell : cells(box)) {
                cells.computeIfAbsent(cell, _ -> new ArrayList<>(4)).add(key);
            }
        });
    }

    /// The keys of those that meet a rectangle, each once.
    List<String> meeting(Box area) {
        double asked = (area.width() / CELL + 2) * (area.height() / CELL + 2);
        if (asked > boxes.size()) {
            return boxes.keySet().stream().filter(key -> meets(key, area)).toList();
        }
        Set<String> found = new LinkedHashSet<>();
        for (long cell : cells(area)) {
            for (String key : cells.getOrDefault(cell, List.of())) {
                if (meets(key, area)) {
                    found.add(key);
                }
            }
        }
        return List.copyOf(found);
    }

    private boolean meets(String key, Box area) {
        Box box = boxes.get(key);
        return box != null && box.meets(area);
    }

    private static List<Long> cells(Box box) {
        List<Long> found = new ArrayList<>();
        for (int x = cell(box.x()); x <= cell(box.right()); x++) {
            for (int y = cell(box.y()); y <= cell(box.bottom()); y++) {
                found.add((long) x << 32 | y & 0xffff_ffffL);
            }
        }
        return found;
    }

    private static int cell(double at) {
        return (int) Math.floor(at / CELL);
    }
}
