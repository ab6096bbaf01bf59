package mana.studio.ui.data;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import mana.studio.rows.Cell;
import mana.studio.rows.Export;
import mana.studio.rows.ExportFormat;
import mana.studio.rows.Row;
import mana.studio.rows.RowReader;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Failure;
import org.jspecify.annotations.Nullable;

/// What goes on beside the reading of pages: estimating, counting, fetching a value whole, copying, exporting; and what
/// came of it.
final class SideWork {
    private final Background background;
    private final QualifiedName relation;
    private final RowWindow window;
    private final Map<String, Running> running = new HashMap<>();
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper copying = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Running> exporting = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable RowReader anchored;

    SideWork(Background background, QualifiedName relation, RowWindow window) {
        this.background = background;
        this.relation = relation;
        this.window = window;
    }

    ReadOnlyBooleanProperty counting() {
        return counting.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty copying() {
        return copying.getReadOnlyProperty();
    }

    /// The export that runs; null for none.
    ReadOnlyObjectProperty<@Nullable Running> exporting() {
        return exporting.getReadOnlyProperty();
    }

    /// What was just done, in a sentence; empty for nothing.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    void say(String done) {
        notice.set(done);
    }

    /// Why something failed; null while nothing did, or once the person has read it.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    void dismissFailure() {
        failure.set(null);
    }

    private void fail(String tried, Exception error) {
        failure.set(Failure.of(tried, error));
    }

    /// Asks the server how many rows it thinks there are, unless that is known.
    void estimate() {
        RowReader reader = window.reader();
        Total known = window.total().get();
        if (reader != null && (known == null || !known.exact())) {
            start("estimate", Job.of("Estimating the rows of " + relation, progress -> reader.estimate(
                            progress.cancellation()))
                    .quietly()
                    .whenDone(estimate -> {
                        if (reader == window.reader()) {
                            estimate.ifPresent(rows -> window.learnTotal(new Total(rows, false)));
                        }
                    }));
        }
    }

    /// Counts the rows exactly.
    void count() {
        RowReader reader = window.reader();
        if (reader == null) {
            return;
        }
        String title = "Counting the rows of " + relation;
        counting.set(true);
        failure.set(null);
        start("count", Job.<Long>of(title, progress -> reader.count(progress.cancellation()))
                .whenDone(rows -> {
                    counting.set(false);
                    if (reader == window.reader()) {
                        window.learnTotal(new Total(rows, true));
                    }
                })
                .whenFailed(error -> {
                    counting.set(false);
                    fail(title, error);
                })
                .whenCancelled(() -> counting.set(false)));
    }

    /// Learns where every row is, once for each query, so that jumps find the very position.
    void findPositions(long wanted) {
        RowReader reader = window.reader();
        if (reader != null && reader != anchored && !reader.isExact(wanted)) {
            anchored = reader;
            start("positions", Job.of("Finding the positions of " + relation, progress -> {
                reader.buildAnchors(progress.cancellation());
                return reader;
            }));
        }
    }

    /// Fetches a value whole.
    void value(Row row, String column, Consumer<Cell> done, Consumer<Failure> failed) {
        RowReader reader = window.reader();
        if (reader != null) {
            start("value", Job.<Cell>of("Reading " + column, progress -> reader.value(
                                    row, column, progress.cancellation())
                            .orElseThrow(() -> new SQLException("The row is no longer there.")))
                    .whenDone(done)
                    .whenFailed(error -> failed.accept(Failure.of("Reading " + relation + "." + column, error))));
        }
    }

    /// Makes text of cells.
    ///
    /// @param put takes it
    void copy(Copying wanted, Consumer<String> put) {
        failure.set(null);
        copying.set(true);
        start("copy", wanted.job()
                .whenDone(text -> {
                    copying.set(false);
                    put.accept(text);
                    say("Copied " + wanted.words());
                })
                .whenFailed(error -> {
                    copying.set(false);
                    fail("Copying " + wanted.words(), error);
                })
                .whenCancelled(() -> copying.set(false)));
    }

    /// Writes all rows of a query to a file.
    void export(Export export, ExportFormat format, Path file) {
        say("");
        failure.set(null);
        Job<Long> job = Job.<Long>of("Exporting " + relation, progress -> export.write(
                        format, file, told(progress, window.total().get()), progress.cancellation()))
                .whenDone(rows -> exported("Exported " + Counts.of(rows, "row") + " to " + file.getFileName()))
                .whenFailed(error -> {
                    exported("");
                    fail("Exporting to " + file.getFileName(), error);
                })
                .whenCancelled(() -> exported("Export cancelled, nothing was written"));
        exporting.set(start("export", job));
    }

    private void exported(String words) {
        exporting.set(null);
        say(words);
    }

    private static LongConsumer told(Background.Progress progress, @Nullable Total all) {
        return rows -> {
            progress.say(Counts.of(rows, "row"));
            progress.fraction(all == null || all.rows() == 0 ? -1 : Math.min(1, (double) rows / all.rows()));
        };
    }

    /// A newer one of a kind takes the place of the one before.
    private <T> Running start(String kind, Job<T> job) {
        Running started = background.start(job.superseding(List.of(this, kind)));
        running.put(kind, started);
        return started;
    }

    /// Stops all of it, on the server too.
    void cancel() {
        running.values().forEach(Running::cancel);
        running.clear();
    }
}
