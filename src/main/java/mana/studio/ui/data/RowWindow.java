package mana.studio.ui.data;

import java.time.Instant;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.rows.Page;
import mana.studio.rows.Row;
import mana.studio.rows.RowReader;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Background.Work;
import org.jspecify.annotations.Nullable;

/// Keeps the stretch of a query's rows in memory that a person looks at: fetches what comes next, jumps, goes to the
/// ends. One reading at a time; a newer wish supersedes it.
final class RowWindow {
    /// Rows of the first page.
    static final int PAGE = 200;
    /// Rows fetched at once while scrolling.
    static final int STRIDE = 500;
    /// The most rows in memory.
    static final int CAPACITY = 20_000;

    private static final int FETCHED_AHEAD = 300;

    private final Background background;
    private final String title;
    private final Stretch stretch = new Stretch(CAPACITY);
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Exception> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Total> total = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Instant> openedAt = new ReadOnlyObjectWrapper<>();
    private Watcher watcher = Watcher.NONE;
    private @Nullable RowReader reader;
    private @Nullable Running reading;
    private long tickets;

    /// @param title what a person reads while it loads: "Reading auth.users"
    RowWindow(Background background, String title) {
        this.background = background;
        this.title = title;
    }

    /// Hears how the stretch changes, after it did.
    interface Watcher {
        Watcher NONE = new Watcher() {};

        /// Rows came or went at the ends; every place is still what it was.
        default void moved() {}

        /// Another stretch was opened, or another place of this one is wanted.
        ///
        /// @param place the one to go to
        default void opened(long place) {}

        /// The same rows were read again.
        ///
        /// @param place the one to show first
        default void reread(long place) {}
    }

    void watch(Watcher newWatcher) {
        watcher = newWatcher;
    }

    /// What is in memory.
    Stretch stretch() {
        return stretch;
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

    /// The reader of what is in memory; null before the first page.
    @Nullable RowReader reader() {
        return reader;
    }

    /// Says how many rows there are; an estimate never replaces an exact number.
    void learnTotal(Total learned) {
        Total known = total.get();
        if (known == null || learned.exact() || !known.exact()) {
            total.set(learned);
            learnPositions();
        }
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
            stretch.replace(page, 0, 0, true);
            opened(0);
        });
    }

    /// Reads the rows around a place again, with a reader of the same query.
    void reopen(RowReader newReader, long place) {
        long last = Math.max(stretch.firstPlace(), stretch.endPlace() - 1);
        long from = Math.clamp(place - PAGE, stretch.firstPlace(), last);
        Row anchor = stretch.row(from);
        boolean fromStart = anchor == null || (stretch.atStart() && from == stretch.firstPlace());
        Work<Page> work = progress -> anchor == null || fromStart
                ? newReader.first(3 * PAGE, progress.cancellation())
                : newReader.after(anchor, 3 * PAGE, progress.cancellation());
        long shift = stretch.position(from) - from;
        boolean exact = stretch.isExact();
        read(false, work, page -> {
            reader = newReader;
            Total known = total.get();
            total.set(known == null ? null : new Total(known.rows(), false));
            stretch.replace(page, fromStart ? stretch.firstPlace() : from + 1, shift, exact);
            watcher.reread(settled(place));
        });
    }

    void toStart() {
        RowReader current = reader;
        if (current == null || stretch.atStart()) {
            watcher.opened(stretch.firstPlace());
        } else {
            read(false, progress -> current.first(PAGE, progress.cancellation()), page -> {
                stretch.replace(page, 0, 0, true);
                opened(0);
            });
        }
    }

    void toEnd() {
        RowReader current = reader;
        if (current == null || stretch.atEnd()) {
            watcher.opened(stretch.endPlace() - 1);
        } else {
            read(false, progress -> current.last(PAGE, progress.cancellation()), page -> {
                showLast(page, Long.MAX_VALUE);
            });
        }
    }

    /// Shows the rows from a position on: at once where they are in memory.
    void jump(long position) {
        RowReader current = reader;
        if (current == null) {
            return;
        }
        long place = stretch.placeOf(position);
        if (stretch.row(place) != null) {
            stop();
            watcher.opened(place);
            return;
        }
        read(false, progress -> current.at(position, STRIDE, progress.cancellation()), page -> {
            if (page.atEnd()) {
                showLast(page, position);
            } else {
                stretch.replace(page, position, 0, current.isExact(position));
                opened(position);
            }
        });
    }

    private void showLast(Page page, long shown) {
        Total known = total.get();
        long first = known == null ? 0 : Math.max(0, known.rows() - page.rows().size());
        stretch.replace(page, first, 0, known != null && known.exact());
        opened(shown);
    }

    /// Says what is visible, so that what comes next is fetched ahead.
    void look(int firstVisible, int lastVisible) {
        RowReader current = reader;
        if (current == null || loading.get() || failure.get() != null || stretch.loaded() == 0) {
            return;
        }
        Row last = stretch.row(stretch.endPlace() - 1);
        Row first = stretch.row(stretch.firstPlace());
        if (last != null && !stretch.atEnd() && lastVisible + FETCHED_AHEAD >= stretch.index(stretch.endPlace())) {
            read(true, progress -> current.after(last, STRIDE, progress.cancellation()), page -> {
                stretch.append(page);
                moved();
            });
        } else if (first != null
                && !stretch.atStart()
                && firstVisible - FETCHED_AHEAD < stretch.index(stretch.firstPlace())) {
            read(true, progress -> current.before(first, STRIDE, progress.cancellation()), page -> {
                stretch.prepend(page);
                moved();
            });
        }
    }

    /// Stops what is being read; what is in memory stays.
    void stop() {
        Running current = reading;
        if (current != null) {
            tickets++;
            settle();
            current.cancel();
        }
    }

    /// Stops for good: rows are no longer asked for.
    void close() {
        stop();
        reader = null;
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
                })
                .whenCancelled(() -> {
                    if (ticket == tickets) {
                        settle();
                    }
                });
        reading = background.start(ahead ? job.quietly() : job);
    }

    private void settle() {
        reading = null;
        loading.set(false);
    }

    private void moved() {
        learnPositions();
        watcher.moved();
    }

    private void opened(long wanted) {
        watcher.opened(settled(wanted));
    }

    /// A place that is in memory, the nearest to the wanted one.
    private long settled(long wanted) {
        learnPositions();
        openedAt.set(Instant.now());
        long last = Math.max(stretch.firstPlace(), stretch.endPlace() - 1);
        return Math.clamp(wanted, stretch.firstPlace(), last);
    }

    private void learnPositions() {
        Total known = total.get();
        if (known != null) {
            stretch.learnEnd(known);
        }
        if (reader != null && stretch.atEnd() && stretch.isExact()) {
            total.set(new Total(stretch.position(stretch.endPlace()), true));
        }
    }
}
