package mana.studio.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javax.sql.DataSource;
import mana.studio.rows.ConditionException;
import mana.studio.rows.CopyFormat;
import mana.studio.rows.Export;
import mana.studio.rows.ExportFormat;
import mana.studio.rows.Filter;
import mana.studio.rows.Paging;
import mana.studio.rows.Row;
import mana.studio.rows.RowQuery;
import mana.studio.rows.RowReader;
import mana.studio.rows.SoftDeleted;
import mana.studio.rows.SortKey;
import mana.studio.schema.Column;
import mana.studio.schema.Relation;
import mana.studio.ui.kit.Background;
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
    private final SideWork beside;
    private final ObservableValue<@Nullable Failure> failure;
    private final ObservableValue<@Nullable ConditionException> refused;

    DataModel(Background background, DataSource source, RowQuery query) {
        this.background = background;
        this.source = source;
        this.relation = query.relation();
        this.query = new ReadOnlyObjectWrapper<>(query);
        this.window = new RowWindow(background, tried());
        this.beside = new SideWork(background, relation.name(), window);
        this.failure = window.failure().map(this::failure);
        this.refused = window.failure().map(error -> error instanceof ConditionException wrong ? wrong : null);
        window.openedAt().addListener(_ -> beside.estimate());
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

    private @Nullable Failure failure(@Nullable Exception error) {
        return error == null || error instanceof ConditionException ? null : Failure.of(tried(), error);
    }

    /// What goes on beside the reading.
    SideWork beside() {
        return beside;
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
        beside.findPositions(position);
    }

    /// The selected rows that are in memory, from top to bottom.
    List<Row> selectedRows() {
        CellRange selected = selection.range().get();
        List<Row> rows = new ArrayList<>();
        if (selected != null) {
            for (long place = selected.top(); place <= selected.bottom(); place++) {
                Row row = window.stretch().row(place);
                if (row != null) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    /// Makes text of the selected rows.
    ///
    /// @param columns the selected ones, in their order on screen
    /// @param put     takes the text
    void copy(CopyFormat format, List<Column> columns, Consumer<String> put) {
        RowReader reader = window.reader();
        List<Row> rows = selectedRows();
        if (reader == null || rows.isEmpty() || columns.isEmpty()) {
            beside.say("Nothing is selected");
            return;
        }
        beside.copy(new Copying(reader, rows, columns, format), put);
    }

    /// Writes all rows of the query to a file.
    void export(ExportFormat format, Path file) {
        beside.export(new Export(source, query.get()), format, file);
    }

    /// Stops all that runs, on the server too. What is on screen stays.
    void cancel() {
        window.stop();
        beside.cancel();
    }

    /// Stops all that runs, for good.
    void close() {
        window.close();
        beside.cancel();
    }
}
