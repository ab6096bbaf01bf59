package mana.studio.ui.objects.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.design.Sketch;
import mana.studio.schema.EnumType;
import org.jspecify.annotations.Nullable;

/// A value of an enum in its form.
///
/// @param text   what it is called; of a removed one what it was called
/// @param origin what it is called in the database; null for a new one
/// @param at     its place in the design, counted from 0; -1 for a removed one
/// @param moved  whether its place among the others is another
record LabelLine(String text, @Nullable String origin, int at, boolean moved) {
    /// What becomes of a value.
    enum Kind {
        SAME,
        ADDED,
        RENAMED,
        REMOVED,
        MOVED
    }

    Kind kind() {
        if (at < 0) {
            return Kind.REMOVED;
        }
        if (origin == null) {
            return Kind.ADDED;
        }
        if (moved) {
            return Kind.MOVED;
        }
        return origin.equals(text) ? Kind.SAME : Kind.RENAMED;
    }

    /// The values in the order of the design, the removed ones where they were.
    ///
    /// @param before the enum in the database; null for a new one
    static List<LabelLine> of(EnumType now, @Nullable EnumType before, Sketch sketch) {
        List<@Nullable String> origins = origins(now, before, sketch);
        List<String> base = before == null ? List.of() : before.labels();
        Set<Integer> still = longestInOrder(origins, base);
        List<LabelLine> lines = new ArrayList<>();
        for (int at = 0; at < origins.size(); at++) {
            String origin = origins.get(at);
            lines.add(new LabelLine(now.labels().get(at), origin, at, origin != null && !still.contains(at)));
        }
        for (String label : base) {
            if (!origins.contains(label)) {
                lines.add(placeOf(label, base, lines), new LabelLine(label, label, -1, false));
            }
        }
        return lines;
    }

    /// Behind what stood before it.
    private static int placeOf(String label, List<String> base, List<LabelLine> lines) {
        for (int before = base.indexOf(label) - 1; before >= 0; before--) {
            for (int at = 0; at < lines.size(); at++) {
                if (base.get(before).equals(lines.get(at).origin())) {
                    return at + 1;
                }
            }
        }
        return 0;
    }

    private static List<@Nullable String> origins(EnumType now, @Nullable EnumType before, Sketch sketch) {
        List<@Nullable String> origins = new ArrayList<>();
        for (String label : now.labels()) {
            origins.add(before == null ? null : origin(label, before, sketch));
        }
        return origins;
    }

    private static @Nullable String origin(String label, EnumType before, Sketch sketch) {
        List<String> path = List.of(before.name().schema(), before.name().name());
        for (var rename : sketch.labels()) {
            if (rename.from().subList(0, 2).equals(path)
                    && rename.to().getLast().equals(label)) {
                return rename.from().get(2);
            }
        }
        boolean renamedAway = sketch.labels().stream()
                .anyMatch(rename -> rename.from().subList(0, 2).equals(path)
                        && rename.from().get(2).equals(label));
        return before.labels().contains(label) && !renamedAway ? label : null;
    }

    /// The places of the most values that are in the order in which they were: the others moved.
    private static Set<Integer> longestInOrder(List<@Nullable String> origins, List<String> base) {
        int[] length = new int[origins.size()];
        int[] previous = new int[origins.size()];
        Arrays.fill(previous, -1);
        int best = -1;
        for (int at = 0; at < origins.size(); at++) {
            String origin = origins.get(at);
            if (origin == null) {
                continue;
            }
            length[at] = 1;
            for (int other = 0; other < at; other++) {
                String earlier = origins.get(other);
                boolean follows = earlier != null && base.indexOf(earlier) < base.indexOf(origin);
                if (follows && length[other] + 1 > length[at]) {
                    length[at] = length[other] + 1;
                    previous[at] = other;
                }
            }
            if (best < 0 || length[at] > length[best]) {
                best = at;
            }
        }
        Set<Integer> places = new HashSet<>();
        for (int at = best; at >= 0; at = previous[at]) {
            places.add(at);
        }
        return places;
    }
}
