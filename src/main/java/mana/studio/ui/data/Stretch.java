package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.collections.ObservableList;
import mana.studio.rows.Page;
import mana.studio.rows.Row;
import org.jspecify.annotations.Nullable;

/// An unbroken stretch of an ordered table, in memory. It grows at its ends and lets go at the other one, so that it
/// never holds more than a number of rows; {@link #LOADING} rows stand at an end that has more.
///
/// A row is named by its *place*: a number that stays with it while the stretch grows and moves. Places follow each
/// other as the rows do. A row's position in the whole table is its place, shifted by what was learned since.
final class Stretch {
    /// Stands where a row will be.
    static final Row LOADING = new Row(List.of(), List.of());

    private static final int PLACEHOLDERS = 60;

    private final int capacity;
    private final SlotList slots = new SlotList();
    private int lead;
    private int tail;
    private long firstPlace;
    private long shift;
    private boolean exact;

    /// @param capacity the most rows it holds
    Stretch(int capacity) {
        this.capacity = capacity;
    }

    /// Its rows, and {@link #LOADING} ones at an end that has more.
    ObservableList<Row> rows() {
        return slots;
    }

    /// Its rows alone, in number.
    int loaded() {
        return slots.size() - lead - tail;
    }

    long place(int index) {
        return firstPlace + index;
    }

    /// Where a place is in {@link #rows}; outside of it where the place is not in memory.
    int index(long place) {
        return (int) Math.clamp(place - firstPlace, -1, slots.size());
    }

    long firstPlace() {
        return firstPlace + lead;
    }

    /// The place after the last row.
    long endPlace() {
        return firstPlace + slots.size() - tail;
    }

    /// The row at a place; null where it is not in memory.
    @Nullable Row row(long place) {
        return place < firstPlace() || place >= endPlace() ? null : slots.get(index(place));
    }

    /// A place's position in the whole table, counted from 0; see {@link #isExact}.
    long position(long place) {
        return Math.max(0, place + shift);
    }

    long placeOf(long position) {
        return position - shift;
    }

    /// Whether positions are known, not estimated.
    boolean isExact() {
        return exact;
    }

    boolean atStart() {
        return lead == 0;
    }

    boolean atEnd() {
        return tail == 0;
    }

    /// Forgets everything for a page.
    ///
    /// @param place of its first row
    /// @param newShift of places to positions
    void replace(Page page, long place, long newShift, boolean exactPositions) {
        lead = page.atStart() ? 0 : PLACEHOLDERS;
        tail = page.atEnd() ? 0 : PLACEHOLDERS;
        firstPlace = place - lead;
        shift = newShift;
        exact = exactPositions;
        slots.splice(0, slots.size(), joined(joined(placeholders(lead), page.rows()), placeholders(tail)));
        learnStart();
    }

    /// Adds the page that follows; where that is too much, lets a quarter go at the start.
    void append(Page page) {
        int from = slots.size() - tail;
        int to = slots.size();
        tail = page.atEnd() ? 0 : PLACEHOLDERS;
        slots.splice(from, to, joined(page.rows(), placeholders(tail)));
        if (loaded() > capacity) {
            int dropped = lead + excess();
            firstPlace += dropped - PLACEHOLDERS;
            lead = PLACEHOLDERS;
            slots.splice(0, dropped, placeholders(lead));
        }
        learnStart();
    }

    /// Adds the page that comes before; where that is too much, lets a quarter go at the end.
    void prepend(Page page) {
        int replaced = lead;
        lead = page.atStart() ? 0 : PLACEHOLDERS;
        firstPlace += replaced - page.rows().size() - lead;
        slots.splice(0, replaced, joined(placeholders(lead), page.rows()));
        if (loaded() > capacity) {
            int dropped = tail + excess();
            tail = PLACEHOLDERS;
            slots.splice(slots.size() - dropped, slots.size(), placeholders(tail));
        }
        learnStart();
    }

    private int excess() {
        return loaded() - capacity + capacity / 4;
    }

    /// The start of the table tells where everything is.
    private void learnStart() {
        if (atStart()) {
            shift = -firstPlace();
            exact = true;
        }
    }

    /// The end of the table tells where everything is, if it is known how many rows there are.
    void learnEnd(Total total) {
        if (atEnd() && !exact) {
            shift = total.rows() - endPlace();
            exact = total.exact();
        }
    }

    private static List<Row> placeholders(int count) {
        return Collections.nCopies(count, LOADING);
    }

    private static List<Row> joined(List<Row> first, List<Row> second) {
        List<Row> both = new ArrayList<>(first.size() + second.size());
        both.addAll(first);
        both.addAll(second);
        return both;
    }
}
