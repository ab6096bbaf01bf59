package mana.studio.ui.locks;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.locks.LockId;

/// What a person has opened, closed and asked more of, by the rows' ids.
final class Folding {
    static final int PAGE = 50;

    private final Set<String> opened = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Map<String, Integer> pages = new HashMap<>();
    private final Map<String, List<LockId>> keys = new HashMap<>();

    boolean isOpen(String row, boolean usually) {
        return usually ? !closed.contains(row) : opened.contains(row);
    }

    void open(String row) {
        opened.add(row);
        closed.remove(row);
    }

    void close(String row) {
        closed.add(row);
        opened.remove(row);
    }

    /// How many children of a row are shown.
    int shown(String row, int first) {
        return first + pages.getOrDefault(row, 0) * PAGE;
    }

    void more(String row) {
        pages.merge(row, 1, Integer::sum);
    }

    /// Keys of a session that were read because a person asked for more than the look brings.
    List<LockId> keys(String row) {
        return keys.getOrDefault(row, List.of());
    }

    void keys(String row, List<LockId> read) {
        keys.put(row, List.copyOf(read));
    }
}
