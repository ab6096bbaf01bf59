package mana.studio.drizzle.drift;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.schema.Database;
import mana.studio.schema.Part;

/// On what the sides of a service do not agree.
///
/// @param sides       those that were read, each as the scratch server writes it
/// @param differences none where all agree
public record Drift(Map<Side, Database> sides, Set<String> schemas, List<Difference> differences) {
    public Drift {
        sides = Map.copyOf(sides);
        schemas = Set.copyOf(schemas);
        differences = List.copyOf(differences);
    }

    /// @param sides   each as the same server writes it
    /// @param schemas those that are the service's own
    public static Drift between(Map<Side, Database> sides, Set<String> schemas) {
        Map<Side, Map<Part, String>> portraits = new EnumMap<>(Side.class);
        sides.forEach((side, database) -> portraits.put(side, Portrait.of(database)));
        Set<Part> parts = new TreeSet<>();
        portraits.values().forEach(portrait -> parts.addAll(portrait.keySet()));
        parts.removeIf(part -> !concerns(part, portraits, schemas));
        List<Difference> differences = new ArrayList<>();
        for (Part part : parts) {
            Map<Side, String> texts = new EnumMap<>(Side.class);
            portraits.forEach((side, portrait) -> {
                if (portrait.containsKey(part)) {
                    texts.put(side, portrait.get(part));
                }
            });
            Difference difference = new Difference(part, texts, sides.keySet());
            boolean same =
                    texts.size() == sides.size() && Set.copyOf(texts.values()).size() == 1;
            if (!same && !isToldByTheWhole(difference, differences)) {
                differences.add(difference);
            }
        }
        return new Drift(sides, schemas, differences);
    }

    /// Of schemas that are not the service's own, only what the service declares: other services live there.
    private static boolean concerns(Part part, Map<Side, Map<Part, String>> portraits, Set<String> schemas) {
        return schemas.contains(Portrait.schema(part))
                || portraits.getOrDefault(Side.CODE, Map.of()).containsKey(part)
                || portraits.getOrDefault(Side.SNAPSHOT, Map.of()).containsKey(part);
    }

    public boolean isNone() {
        return differences.isEmpty();
    }

    /// A column of a table that some side does not have is not worth a line of its own where the sides that have the
    /// table agree on it.
    private static boolean isToldByTheWhole(Difference inside, List<Difference> before) {
        if (inside.part().kind() == Part.Kind.WHOLE) {
            return false;
        }
        Part whole = Part.whole(inside.part().object());
        return before.stream()
                .filter(difference -> difference.part().equals(whole))
                .anyMatch(difference -> difference.texts().size()
                                < difference.sides().size()
                        && inside.texts().keySet().equals(difference.texts().keySet())
                        && Set.copyOf(inside.texts().values()).size() == 1);
    }
}
