package mana.studio.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Rows by the oid of what they belong to, in the order in which they came.
final class Grouped<T> {
    private final Map<Long, List<T>> groups = new HashMap<>();
    private long latestOid;
    private List<T> latest = List.of();

    /// Reads rows one by one.
    static <T> SnapshotConnection.Decoder<Grouped<T>> by(ToLongFunction<T> owner, SnapshotConnection.Decoder<T> row) {
        return rows -> {
            Grouped<T> grouped = new Grouped<>();
            while (rows.next()) {
                T read = row.read(rows);
                grouped.add(owner.applyAsLong(read), read);
            }
            return grouped;
        };
    }

    void add(long owner, T row) {
        // Catalogs mostly hold what belongs together side by side: that saves the look-up.
        if (owner != latestOid || latest.isEmpty()) {
            latest = groups.computeIfAbsent(owner, _ -> new ArrayList<>());
            latestOid = owner;
        }
        latest.add(row);
    }

    List<T> of(long owner) {
        return groups.getOrDefault(owner, List.of());
    }

    Iterable<List<T>> all() {
        return groups.values();
    }
}
