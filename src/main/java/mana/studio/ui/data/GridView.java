package mana.studio.ui.data;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import mana.studio.rows.Row;
import mana.studio.rows.SortKey;
import mana.studio.ui.kit.Amounts;
import org.jspecify.annotations.Nullable;

/// A table of rows that may be larger than memory: row numbers, the rows in sight, and a bar over the whole.
///
/// The table control pays per item of its list, so that it only ever gets a {@link RowWindow}; its own selection
/// pays per selected cell, so that it has none: {@link CellSelection} is painted instead.
final class GridView extends BorderPane implements RowWindow.Watcher {
    private static final double ROW_HEIGHT = 26;

    private final GridModel model;
    private final TableView<Row> table = new TableView<>();
    private final GridColumns columns;
    private final RowNumbers numbers;
    private final PositionBar bar;
    private final Set<GridCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private final Runnable afterLayout = this::synchronize;
    private @Nullable Viewport viewport;
    private long topPlace;
    private double topHidden;
    private boolean fitted;

    /// @param sorted hears of a click on a head
    GridView(GridModel model, Consumer<List<SortKey>> sorted) {
        this.model = model;
        getStyleClass().add("data-grid");
        columns = new GridColumns(table, model, cells::add);
        numbers = new RowNumbers(model);
        bar = new PositionBar(new BarTarget());
        table.setId("data-grid");
        table.getStyleClass().addAll("edge-to-edge", "bordered");
        table.setAccessibleText("Rows of " + model.relation().name());
        table.setFixedCellSize(ROW_HEIGHT);
        table.setSelectionModel(null);
        table.setRowFactory(_ -> new GridRow(model));
        table.setItems(model.window().stretch().rows());
        table.setSortPolicy(_ -> {
            sorted.accept(columns.sort());
            return true;
        });
        table.setPlaceholder(new Region());
        setLeft(numbers);
        setCenter(table);
        setRight(bar);
        model.window().watch(this);
        model.selection().range().subscribe(this::repaint);
        table.getVisibleLeafColumns().addListener((ListChangeListener<Object>) _ -> bound());
        sceneProperty().subscribe(this::inScene);
        new GridKeys(this, model);
        new GridMouse(this, model, numbers);
    }

    TableView<Row> table() {
        return table;
    }

    GridColumns columns() {
        return columns;
    }

    @Nullable Viewport viewport() {
        if (viewport == null && table.getSkin() != null) {
            viewport = Viewport.of(table);
        }
        return viewport;
    }

    private void inScene(@Nullable Scene before, @Nullable Scene now) {
        if (before != null) {
            before.removePostLayoutPulseListener(afterLayout);
        }
        if (now != null) {
            now.addPostLayoutPulseListener(afterLayout);
        }
    }

    @Override
    public void moved() {
        bound();
        showAgain(topPlace, topHidden);
    }

    /// The cursor goes along, in its column.
    @Override
    public void opened(long place) {
        CellRange cursor = model.selection().range().get();
        reread(place);
        if (cursor != null) {
            model.selection().select(place, cursor.cursorColumn());
        }
    }

    @Override
    public void reread(long place) {
        bound();
        if (!fitted && !model.window().stretch().rows().isEmpty()) {
            fitted = true;
            fit();
        }
        showAgain(place, 0);
    }

    /// Gives the columns the widths their first values need.
    void fit() {
        columns.fit(model.window().stretch().rows());
    }

    private void bound() {
        Stretch stretch = model.window().stretch();
        int shown = table.getVisibleLeafColumns().size();
        model.selection().bound(stretch.firstPlace(), stretch.endPlace(), shown);
    }

    private void showAgain(long place, double hidden) {
        topPlace = place;
        topHidden = hidden;
        Viewport seen = viewport();
        if (seen != null) {
            table.layout(); // the flow learns of new items only then
            seen.show(model.window().stretch().index(place), hidden);
        }
    }

    /// After each layout: remembers what is at the top, fetches what comes next, moves numbers and bar along.
    private void synchronize() {
        Viewport seen = viewport();
        if (seen == null || !isVisible()) {
            return;
        }
        RowWindow window = model.window();
        topPlace = window.stretch().place(seen.first());
        topHidden = seen.hiddenOfFirst();
        double top = table.sceneToLocal(seen.flow().localToScene(0, 0)).getY();
        numbers.show(seen.first(), seen.last(), top, topHidden, ROW_HEIGHT);
        Total total = window.total().get();
        long known = window.stretch().position(window.stretch().endPlace());
        long all = total == null ? known : Math.max(total.rows(), known);
        bar.follow(window.stretch().position(topPlace), all, seen.rows());
        window.look(seen.first(), seen.last());
    }

    /// The place at the top.
    long topPlace() {
        return topPlace;
    }

    /// Scrolls to the cursor.
    void reveal() {
        CellRange selected = model.selection().range().get();
        Viewport seen = viewport();
        if (selected != null && seen != null) {
            seen.reveal(model.window().stretch().index(selected.cursorRow()));
            table.scrollToColumnIndex(selected.cursorColumn());
        }
    }

    private void repaint() {
        cells.forEach(GridCell::paint);
        Platform.requestNextPulse();
    }

    private final class BarTarget implements PositionBar.Target {
        @Override
        public boolean show(long position) {
            long place = model.window().stretch().placeOf(position);
            if (model.window().stretch().row(place) == null) {
                return false;
            }
            showAgain(place, 0);
            return true;
        }

        @Override
        public void jump(long position) {
            model.window().jump(position);
        }

        @Override
        public void toEnd() {
            model.window().toEnd();
        }

        @Override
        public boolean isReading() {
            return model.window().loading().get();
        }

        @Override
        public String word(long position) {
            return (model.window().stretch().isExact() ? "" : "≈ ") + "row " + Amounts.exact(position + 1);
        }
    }
}
