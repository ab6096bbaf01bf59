package mana.studio.plan;

import java.util.Map;
import mana.studio.schema.QualifiedName;

/// How many rows the tables of both sides hold, where that is known: evidence of what is the same table under another
/// name.
///
/// @param before of the first database, by name
/// @param after  of the second
public record RowCounts(Map<QualifiedName, Long> before, Map<QualifiedName, Long> after) {
    public static final RowCounts UNKNOWN = new RowCounts(Map.of(), Map.of());

    private static final double ALIKE = 0.9;

    public RowCounts {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /// Whether both tables have rows, and about as many.
    boolean areAlike(QualifiedName gone, QualifiedName come) {
        long one = before.getOrDefault(gone, 0L);
        long other = after.getOrDefault(come, 0L);
        return Math.min(one, other) > 0 && Math.min(one, other) >= ALIKE * Math.max(one, other);
    }
}
