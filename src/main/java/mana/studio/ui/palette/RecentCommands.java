package mana.studio.ui.palette;

import java.util.ArrayList;
import java.util.List;

/// The ids of the commands used last, the newest first.
public record RecentCommands(List<String> ids) {
    private static final int KEPT = 20;

    public RecentCommands {
        ids = List.copyOf(ids);
    }

    /// After another one was used.
    public RecentCommands with(String id) {
        List<String> next = new ArrayList<>(ids);
        next.remove(id);
        next.addFirst(id);
        return new RecentCommands(next.subList(0, Math.min(KEPT, next.size())));
    }
}
