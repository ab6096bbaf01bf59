package mana.studio.ui.pending;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.design.PendingChange;

/// A line of the list of changes: the heading of an object, or a change in it.
sealed interface ChangeRow {
    /// @param of the object's name
    record Heading(String of) implements ChangeRow {}

    record Line(PendingChange change) implements ChangeRow {}

    /// The lines of some changes, object by object.
    static List<ChangeRow> of(List<PendingChange> changes) {
        Map<String, List<PendingChange>> objects = new LinkedHashMap<>();
        changes.forEach(change -> objects.computeIfAbsent(change.object().key(), _ -> new ArrayList<>())
                .add(change));
        List<ChangeRow> rows = new ArrayList<>();
        for (List<PendingChange> inside : objects.values()) {
            rows.add(new Heading(inside.getFirst().of()));
            inside.forEach(change -> rows.add(new Line(change)));
        }
        return rows;
    }
}
