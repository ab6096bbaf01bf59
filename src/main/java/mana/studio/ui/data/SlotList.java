package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;
import mana.studio.rows.Row;

/// The list a table control shows. Reading it is an array look-up: the control asks thousands of times a frame.
final class SlotList extends ObservableListBase<Row> {
    private final ArrayList<Row> rows = new ArrayList<>();

    @Override
    public Row get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    /// Puts rows in the place of a stretch, as one change.
    void splice(int from, int to, List<Row> replacement) {
        List<Row> stretch = rows.subList(from, to);
        List<Row> removed = List.copyOf(stretch);
        beginChange();
        stretch.clear();
        rows.addAll(from, replacement);
        nextReplace(from, from + replacement.size(), removed);
        endChange();
    }
}
