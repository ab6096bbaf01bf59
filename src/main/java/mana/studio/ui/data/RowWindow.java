package mana.studio.ui.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import mana.studio.rows.Page;
import mana.studio.rows.Row;
import mana.studio.rows.RowReader;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Background.Work;
import org.jspecify.annotations.Nullable;

/// The rows of a query that are in memory: one unbroken stretch of the ordered table, at most {@link #CAPACITY} rows,
/// which grows where it is looked at and lets go at its other end. {@link #LOADING} rows stand at an end that has more.
///
/// A row is named by its *place*: a number that stays with it while the stretch grows and moves, until another stretch
/// is opened. Places follow each other as the rows do; a row's position in the whole table is its place shifted by what
/// has been learned meanwhile.
final class RowWindow {
    /// Rows of the first page.
    static final int PAGE = 200;
    /// Rows fetched at once while scrolling.
    static final int STRIDE = 500;
    /// The most rows in memory.
    static final int CAPACITY = 20_000;
    /// Stands where a row will be.
    static final Row LOADING = new Row(List.of(), List.of());

    private static final int DROPPED_AT_ONCE = 5_000;
    private static final int FETCHED_AHEAD = 300;
    private static final int PLACEHOLDERS = 60;

    private final Background background;
    private final String title;
    private final SlotList slots = new SlotList();
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Total> total = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> openedAt = new ReadOnlyObjectWrapper<>();
    private Watcher watcher = Watcher.NONE;
    private @Nullable RowReader reader;
    private @Nullable Running reading;
    private long tickets;
    private int lead;
    private int tail;
    private long firstPlace;
    private long shift;
    private boolean exact;

    /// @param title what a person reads while it loads: "Reading auth.users"
    RowWindow(Background background, String title) {
        this.background = background;
        this.title = title;
    }

    /// Hears how the window changes, after it did.
    interface Watcher {
        Watcher NONE = new Watcher() {};

        /// Rows came or went at the ends; every place is still what it was.
        default void moved() {}

        /// Another stretch was opened: what was shown is gone.
        ///
        /// @param place the one to show first
        default void opened(long place) {}
    }

    void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /// What a table control shows: rows and {@link #LOADING} ones.
    ObservableList<Row> rows() {
        return slots;
    }

    ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }

    /// Why the last reading failed; null while nothing did.
    ReadOnlyObjectProperty<@Nullable Exception> failure() {
        return failure.getReadOnlyProperty();
    }

    /// How many rows the query has; null where nobody knows.
    ReadOnlyObjectProperty<@Nullable Total> total() {
        return total.getReadOnlyProperty();
    }

    /// When the stretch in memory was opened; null before the first. Changes with each opening.
    ReadOnlyObjectProperty<@Nullable Instant> openedAt() {
        return openedAt.getReadOnlyProperty();
    }

    /// Says how many rows there are; an estimate never replaces an exact number.
    void learnTotal(Total learned) {
        Total known = total.get();
        if (known == null || learned.exact() || !known.exact()) {
            total.set(learned);
        }
    }

    long place(int index) {
        return firstPlace + index;
    }

    /// Where a place is in {@link #rows}; outside of it where the place is not in memory.
    int index(long place) {
        return (int) Math.clamp(place - firstPlace, -1, slots.size());
    }

    long firstLoadedPlace() {
        return firstPlace + lead;
    }

    /// The place after the last row in memory.
    long endLoadedPlace() {
        return firstPlace + slots.size() - tail;
    }

    /// The row at a place; null where it is not in memory.
    @Nullable Row row(long place) {
        return place < firstLoadedPlace() || place >= endLoadedPlace() ? null : slots.get(index(place));
    }

    /// A place's position in the whole table, counted from 0; see {@link #isExact}.
    long position(long place) {
        return Math.max(0, place + shift);
    }

    /// The place of a position; see {@link #position}.
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

    /// Opens a query at its first rows. What was shown stays until they arrive.
    ///
    /// @param before what is done on the same thread before reading; it may refuse
    void open(RowReader newReader, Work<?> before) {
        Work<Page> work = progress -> {
            before.run(progress);
            return newReader.first(PAGE, progress.cancellation());
        };
        read(false, work, page -> {
            reader = newReader;
            total.set(null);
            replace(page, 0, true, 0);
        });
    }

    /// Reads the rows around a place again, with a reader of the same query.
    void reopen(RowReader newReader, long place) {
        long from = Math.clamp(place - PAGE, firstLoadedPlace(), Math.max(firstLoadedPlace(), endLoadedPlace() - 1));
        Row anchor = row(from);
        boolean fromStart = anchor == null || (atStart() && from == firstLoadedPlace());
        Work<Page> work = progress -> fromStart
                ? newReader.first(2 * PAGE, progress.cancellation())
                : newReader.after(anchor, 3 * PAGE, progress.cancellation());
        long firstOfPage = fromStart ? firstLoadedPlace() : from + 1;
        read(false, work, page -> {
            reader = newReader;
            long shiftBefore = shift;
            boolean exactBefore = exact;
            replace(page, firstOfPage, exactBefore, place);
            shift = fromStart ? shift : shiftBefore;
        });
    }

    void toStart() {
        RowReader current = reader;
        if (current == null || atStart()) {
            watcher.opened(firstLoadedPlace());
            return;
        }
        read(false, progress -> current.first(PAGE, progress.cancellation()), page -> replace(page, 0, true, 0));
    }

    void toEnd() {
        RowReader current = reader;
        if (current == null || atEnd()) {
            watcher.opened(endLoadedPlace() - 1);
            return;
        }
        read(false, progress -> current.last(PAGE, progress.cancellation()), page -> showLast(page, Long.MAX_VALUE));
    }

    private void showLast(Page page, long shown) {
        Total known = total.get();
        long first = known == null ? 0 : Math.max(0, known.rows() - page.rows().size());
        replace(page, first, known != null && known.exact(), shown);
    }

    /// Shows the rows from a position on: at once where they are in memory.
    void jump(long position) {
        long place = placeOf(position);
        RowReader current = reader;
        if (current == null) {
            return;
        }
        if (row(place) != null) {
            stop();
            watcher.opened(place);
            return;
        }
        read(false, progress -> current.at(position, STRIDE, progress.cancellation()), page -> {
            if (page.atEnd()) {
                showLast(page, position);
            } else {
                replace(page, position, current.isExact(position), position);
            }
        });
    }

    /// The reader of what is in memory; null before the first page.
    @Nullable RowReader reader() {
        return reader;
    }

    /// Says what is visible, so that what comes next is fetched ahead.
    void look(int firstVisible, int lastVisible) {
        RowReader current = reader;
        if (current == null || loading.get() || failure.get() != null || slots.isEmpty()) {
            return;
        }
        if (tail > 0 && lastVisible + FETCHED_AHEAD >= slots.size() - tail) {
            Row last = slots.get(slots.size() - tail - 1);
            read(true, progress -> current.after(last, STRIDE, progress.cancellation()), this::append);
        } else if (lead > 0 && firstVisible - FETCHED_AHEAD < lead) {
            Row first = slots.get(lead);
            read(true, progress -> current.before(first, STRIDE, progress.cancellation()), this::prepend);
        }
    }

    /// Takes the last failure back, so that {@link #look} tries again.
    void forgive() {
        failure.set(null);
    }

    /// Stops what is being read; what is in memory stays.
    void stop() {
        Running current = reading;
        if (current != null) {
            tickets++;
            current.cancel();
            settle();
        }
    }

    private <T> void read(boolean ahead, Work<T> work, Consumer<T> done) {
        long ticket = ++tickets;
        failure.set(null);
        loading.set(true);
        Job<T> job = Job.of(title, work)
                .superseding(this)
                .whenDone(result -> {
                    if (ticket == tickets) {
                        settle();
                        done.accept(result);
                    }
                })
                .whenFailed(error -> {
                    if (ticket == tickets) {
                        settle();
                        failure.set(error);
                    }
                });
        reading = background.start(ahead ? job.quietly() : job);
    }

    private void settle() {
        reading = null;
        loading.set(false);
    }

    private void replace(Page page, long place, boolean exactPosition, long shown) {
        lead = page.atStart() ? 0 : PLACEHOLDERS;
        tail = page.atEnd() ? 0 : PLACEHOLDERS;
        firstPlace = place - lead;
        shift = 0;
        exact = exactPosition;
        List<Row> all = new ArrayList<>(placeholders(lead));
        all.addAll(page.rows());
        all.addAll(placeholders(tail));
        slots.splice(0, slots.size(), all);
        learnPositions();
        openedAt.set(Instant.now());
        watcher.opened(Math.clamp(shown, firstLoadedPlace(), Math.max(firstLoadedPlace(), endLoadedPlace() - 1)));
    }

    private void append(Page page) {
        int from = slots.size() - tail;
        int to = slots.size();
        tail = page.atEnd() ? 0 : PLACEHOLDERS;
        slots.splice(from, to, joined(page.rows(), placeholders(tail)));
        if (loaded() > CAPACITY) {
            int dropped = DROPPED_AT_ONCE + lead;
            lead = PLACEHOLDERS;
            firstPlace += dropped - lead;
            slots.splice(0, dropped, placeholders(lead));
        }
        learnPositions();
        watcher.moved();
    }

    private void prepend(Page page) {
        int replaced = lead;
        lead = page.atStart() ? 0 : PLACEHOLDERS;
        firstPlace += replaced - page.rows().size() - lead;
        slots.splice(0, replaced, joined(placeholders(lead), page.rows()));
        if (loaded() > CAPACITY) {
            int dropped = DROPPED_AT_ONCE + tail;
            tail = PLACEHOLDERS;
            slots.splice(slots.size() - dropped, slots.size(), placeholders(tail));
        }
        learnPositions();
        watcher.moved();
    }

    /// An end of the table tells where everything is.
    private void learnPositions() {
        Total known = total.get();
        if (atStart()) {
            shift = -firstLoadedPlace();
            exact = true;
        } else if (atEnd() && !exact && known != null) {
            shift = known.rows() - endLoadedPlace();
            exact = known.exact();
        }
        if (atEnd() && exact) {
            total.set(new Total(endLoadedPlace() + shift, true));
        }
    }

    private int loaded() {
        return slots.size() - lead - tail;
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
