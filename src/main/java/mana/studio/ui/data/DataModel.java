package mana.studio.ui.data;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javax.sql.DataSource;
import mana.studio.rows.Cell;
import mana.studio.rows.ConditionException;
import mana.studio.rows.Filter;
import mana.studio.rows.Paging;
import mana.studio.rows.Row;
import mana.studio.rows.RowQuery;
import mana.studio.rows.RowReader;
import mana.studio.rows.SoftDeleted;
import mana.studio.rows.SortKey;
import mana.studio.schema.Relation;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Failure;
import org.jspecify.annotations.Nullable;

/// What a person asks of a relation's rows, and what became of it: the query, the rows in memory, the selected cells,
/// the number of rows, what failed.
final class DataModel {
    private final Background background;
    private final DataSource source;
    private final Relation relation;
    private final RowWindow window;
    private final CellSelection selection = new CellSelection();
    private final ReadOnlyObjectWrapper<RowQuery> query;
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Failure> countFailure = new ReadOnlyObjectWrapper<>();
    private final Map<String, Running> others = new HashMap<>();
    private final ObservableValue<@Nullable Failure> failure;
    private final ObservableValue<@Nullable ConditionException> refused;
    private @Nullable RowReader anchoring;

    DataModel(Background background, DataSource source, RowQuery query) {
        this.background = background;
        this.source = source;
        this.relation = query.relation();
        this.query = new ReadOnlyObjectWrapper<>(query);
        this.window = new RowWindow(background, tried());
        this.failure = window.failure().map(this::failure);
        this.refused = window.failure().map(error -> error instanceof ConditionException wrong ? wrong : null);
        window.openedAt().addListener(_ -> estimate());
    }

    private String tried() {
        return "Reading " + relation.name();
    }

    Relation relation() {
        return relation;
    }

    RowWindow window() {
        return window;
    }

    CellSelection selection() {
        return selection;
    }

    Background background() {
        return background;
    }

    /// What is asked for; what is on screen may still be the answer to the one before.
    ReadOnlyObjectProperty<RowQuery> query() {
        return query.getReadOnlyProperty();
    }

    /// Why there is no answer; null while there is, or where the raw condition is the reason.
    ObservableValue<@Nullable Failure> failure() {
        return failure;
    }

    /// Why the raw condition was refused; null where it was not.
    ObservableValue<@Nullable ConditionException> refused() {
        return refused;
    }

    private @Nullable Failure failure(Exception error) {
        return error instanceof ConditionException ? null : Failure.of(tried(), error);
    }

    ReadOnlyBooleanProperty counting() {
        return counting.getReadOnlyProperty();
    }

    /// How the rows can be walked.
    Paging paging() {
        return new RowReader(source, query.get()).paging();
    }

    /// Reads the first page of what is asked for.
    void open() {
        RowReader reader = new RowReader(source, query.get());
        boolean raw = query.get().where() != null;
        window.open(reader, progress -> {
            if (raw) {
                reader.check(progress.cancellation());
            }
            return reader;
        });
    }

    /// Reads again what is on screen, staying where it is; where the last reading failed, reads from the start.
    ///
    /// @param topPlace the place of the topmost row in sight
    void refresh(long topPlace) {
        RowReader shown = window.reader();
        if (shown == null || window.failure().get() != null || !shown.query().equals(query.get())) {
            open();
        } else {
            window.reopen(new RowReader(source, query.get()), topPlace);
        }
    }

    void filter(List<Filter> filters) {
        RowQuery now = query.get();
        ask(new RowQuery(relation, filters, now.where(), now.sort(), now.softDeleted()));
    }

    /// Adds a filter to those there are.
    void addFilter(Filter filter) {
        List<Filter> filters = new ArrayList<>(query.get().filters());
        filters.add(filter);
        filter(filters);
    }

    /// @param where blank for none
    void where(String where) {
        RowQuery now = query.get();
        String condition = where.isBlank() ? null : where.strip();
        ask(new RowQuery(relation, now.filters(), condition, now.sort(), now.softDeleted()));
    }

    void sort(List<SortKey> sort) {
        RowQuery now = query.get();
        ask(new RowQuery(relation, now.filters(), now.where(), sort, now.softDeleted()));
    }

    void softDeleted(SoftDeleted choice) {
        RowQuery now = query.get();
        ask(new RowQuery(relation, now.filters(), now.where(), now.sort(), choice));
    }

    /// Asks for all rows, in the order they have.
    void clearFilters() {
        ask(new RowQuery(relation, List.of(), null, query.get().sort(), SoftDeleted.SHOW));
    }

    /// Whether rows are left out.
    boolean isNarrowed() {
        RowQuery now = query.get();
        return !now.filters().isEmpty() || now.where() != null || now.softDeleted() != SoftDeleted.SHOW;
    }

    private void ask(RowQuery wanted) {
        if (!wanted.equals(query.get()) || window.failure().get() != null) {
            query.set(wanted);
            open();
        }
    }

    /// Goes to a position of the whole table, and learns in the background where all the others are.
    void jump(long position) {
        window.jump(position);
        RowReader reader = window.reader();
        if (reader != null && reader != anchoring && !reader.isExact(position)) {
            anchoring = reader;
            others.put("anchors", background.start(Job.of("Finding the positions of " + relation.name(), progress -> {
                        reader.buildAnchors(progress.cancellation());
                        return reader;
                    })
                    .superseding(List.of(this, "anchors"))));
        }
    }

    private void estimate() {
        RowReader reader = window.reader();
        Total known = window.total().get();
        if (reader == null || (known != null && known.exact())) {
            return;
        }
        others.put("estimate", background.start(Job.<OptionalLong>of(
                        "Estimating the rows of " + relation.name(), progress -> reader.estimate(progress.cancellation()))
                .superseding(List.of(this, "estimate"))
                .quietly()
                .whenDone(estimate -> estimate.ifPresent(rows -> window.learnTotal(new Total(rows, false))))));
    }

    /// Counts the rows exactly.
    void count() {
        RowReader reader = window.reader();
        if (reader == null) {
            return;
        }
        counting.set(true);
        countFailure.set(null);
        others.put("count", background.start(Job.<Long>of(
                        "Counting the rows of " + relation.name(), progress -> reader.count(progress.cancellation()))
                .superseding(List.of(this, "count"))
                .whenDone(rows -> {
                    counting.set(false);
                    if (reader == window.reader()) {
                        window.learnTotal(new Total(rows, true));
                    }
                })
                .whenFailed(error -> {
                    counting.set(false);
                    countFailure.set(Failure.of("Counting the rows of " + relation.name(), error));
                })
                .whenCancelled(() -> counting.set(false))));
    }

    /// Why counting failed; null while it did not.
    ReadOnlyObjectProperty<@Nullable Failure> countFailure() {
        return countFailure.getReadOnlyProperty();
    }

    /// Fetches a value whole.
    void value(Row row, String column, Consumer<Cell> done, Consumer<Failure> failed) {
        RowReader reader = window.reader();
        if (reader == null) {
            return;
        }
        others.put("value", background.start(Job.<Cell>of("Reading " + column, progress -> whole(reader, row, column, progress))
                .superseding(List.of(this, "value"))
                .whenDone(done)
                .whenFailed(error -> failed.accept(Failure.of("Reading " + relation.name() + "." + column, error)))));
    }

    private static Cell whole(RowReader reader, Row row, String column, Background.Progress progress)
            throws SQLException {
        return reader.value(row, column, progress.cancellation())
                .orElseThrow(() -> new SQLException("The row is no longer there."));
    }

    /// Stops all that runs, on the server too. What is on screen stays.
    void cancel() {
        window.stop();
        others.values().forEach(Running::cancel);
        others.clear();
    }
}
