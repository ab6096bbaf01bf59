package mana.studio.ui.data;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.rows.CopyFormat;
import mana.studio.rows.ExportFormat;
import mana.studio.rows.References;
import mana.studio.rows.Row;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.FilePicker;
import mana.studio.ui.kit.Navigator.Place;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rows of one relation on screen, and what can be done with them.
final class DataPane extends BorderPane {
    private final DataModel model;
    private final RowLinks links;
    private final FilePicker files;
    private final GridView grid;
    private final RecordView record;
    private final ValueModel value;
    private final FilterBar filters;
    private final WhereLine where;
    private final DataToolbar toolbar;
    private final TrailLine trail;
    private final SplitPane split = new SplitPane();
    private final StackPane rows = new StackPane();
    private final ValuePane valuePane;

    DataPane(DataModel model, RowLinks links, FilePicker files) {
        this.model = model;
        this.links = links;
        this.files = files;
        getStyleClass().add("data-pane");
        GridModel gridModel = new GridModel(model.relation(), model.window(), model.selection());
        grid = new GridView(gridModel, model::sort);
        record = new RecordView(grid, gridModel);
        value = new ValueModel(model, new Cursor());
        valuePane = new ValuePane(value, () -> value.open().set(false));
        filters = new FilterBar(model, links::labels);
        where = new WhereLine(model);
        trail = new TrailLine(links, model.relation().name().name());
        toolbar = new DataToolbar(this, where);
        SlowReading slow = new SlowReading(model.window().loading());
        ProgressBar progress = new ProgressBar();
        progress.setId("reading");
        progress.setAccessibleText("Reading rows");
        progress.getStyleClass().add("thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.visibleProperty().bind(slow.slow());
        setTop(new VBox(trail, toolbar, where.problem(), filters, new Feedback(model, this::refresh), progress));
        split.getItems().setAll(List.of(rows));
        split.getStyleClass().add("data-split");
        setCenter(split);
        setBottom(new StatusLine(model, slow));
        toolbar.record().selectedProperty().subscribe(_ -> showRows());
        toolbar.value().selectedProperty().bindBidirectional(value.open());
        value.open().addListener(_ -> showValuePane());
        model.window().openedAt().addListener(_ -> showRows());
        grid.table().addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::openMenu);
        new DataKeys(this);
    }

    DataModel model() {
        return model;
    }

    GridView grid() {
        return grid;
    }

    private void showRows() {
        boolean nothing = model.window().openedAt().get() != null && model.window().stretch().rows().isEmpty();
        boolean turned = toolbar.record().isSelected();
        put(nothing ? new StackPane(grid, emptyState()) : turned ? record : grid);
        if (turned && model.selection().range().get() == null) {
            model.selection().select(grid.topPlace(), 0);
        }
    }

    /// Puts a node in the place of the rows. One that stands there already stays, and so keeps the focus; where it takes
    /// the place of one that had the focus, it takes that too.
    private void put(Node node) {
        if (rows.getChildren().contains(node)) {
            return;
        }
        boolean focused = rows.isFocusWithin();
        rows.getChildren().setAll(List.of(node));
        if (focused) {
            focusRows();
        }
    }

    private Node emptyState() {
        if (!model.isNarrowed()) {
            return new EmptyState(
                    Feather.INBOX, "No rows", model.relation().name() + " is empty.");
        }
        Button clear = new Button("Clear filters");
        clear.setId("clear-filters");
        clear.setOnAction(_ -> model.clearFilters());
        return new EmptyState(
                Feather.FILTER,
                "No rows match",
                "No row of " + model.relation().name() + " passes the filters.",
                clear);
    }

    private void showValuePane() {
        if (value.open().get()) {
            split.getItems().setAll(List.of(rows, valuePane));
            split.setDividerPositions(0.68);
        } else {
            split.getItems().setAll(List.of(rows));
            focusRows();
        }
    }

    private void openMenu(ContextMenuEvent event) {
        GridColumn column = gridColumnUnderCursor();
        Row row = rowUnderCursor();
        if (column != null && row != null) {
            ContextMenu menu = new CellMenu(this, links, column, row).menu();
            menu.show(grid.table(), event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private @Nullable GridColumn gridColumnUnderCursor() {
        CellRange cursor = model.selection().range().get();
        return cursor == null ? null : grid.columns().shownAt(cursor.cursorColumn()).orElse(null);
    }

    private @Nullable Row rowUnderCursor() {
        CellRange cursor = model.selection().range().get();
        return cursor == null ? null : model.window().stretch().row(cursor.cursorRow());
    }

    /// The column a new filter begins with.
    Column columnUnderCursor() {
        GridColumn column = gridColumnUnderCursor();
        return column == null ? model.relation().columns().getFirst() : column.column();
    }

    void addFilter(Column column) {
        filters.add(toolbar.addFilter(), column);
    }

    /// Ctrl+F: where the rows are narrowed.
    void find() {
        toolbar.addFilter().requestFocus();
    }

    void focusRows() {
        if (toolbar.record().isSelected()) {
            record.focusLines();
        } else {
            grid.table().requestFocus();
        }
    }

    void refresh() {
        model.refresh(grid.topPlace());
    }

    void showValue() {
        value.open().set(true);
    }

    void toggleValue() {
        value.open().set(!value.open().get());
    }

    void toggleRecord() {
        toolbar.record().setSelected(!toolbar.record().isSelected());
        focusRows();
    }

    void goToRow() {
        new GoToRow(model::jump).show(lookup("#row-count"));
    }

    void copy(CopyFormat format) {
        CellRange selected = model.selection().range().get();
        List<Column> columns = selected == null
                ? List.of()
                : grid.columns().shown().stream()
                        .filter(column -> column.shownAt() >= selected.left() && column.shownAt() <= selected.right())
                        .map(GridColumn::column)
                        .toList();
        model.copy(format, columns, text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    void export(ExportFormat format) {
        String suggested = model.relation().name().name() + "." + format.extension();
        files.pick(this, new FilePicker.Wanted("Export as " + format.label(), format.label(), suggested))
                .ifPresent(file -> model.export(format, file));
    }

    /// F4: opens the row that the cell under the cursor points to.
    void openParent() {
        GridColumn column = gridColumnUnderCursor();
        Row row = rowUnderCursor();
        if (column == null || row == null) {
            model.beside().say("Choose a cell first.");
            return;
        }
        List<ForeignKey> keys = links.keys(column.column());
        if (keys.isEmpty()) {
            model.beside().say(column.column().name() + " is no foreign key.");
        } else {
            openParent(keys.getFirst(), row);
        }
    }

    void openParent(ForeignKey key, Row row) {
        links.openParent(key, row, here(), model.beside()::say);
    }

    void openChildren(References.Child child, Row row) {
        links.openChildren(child, row, here(), model.beside()::say);
    }

    /// Alt+Left: one step back along the trail.
    void back() {
        int steps = links.trail().size();
        if (steps > 0) {
            links.back(steps - 1);
        }
    }

    void showTrail() {
        trail.update();
    }

    private Place here() {
        return new Place(model.relation().name(), model.query().get().filters());
    }

    private final class Cursor implements ValueModel.CursorCell {
        @Override
        public @Nullable Row row() {
            return rowUnderCursor();
        }

        @Override
        public @Nullable Column column() {
            GridColumn column = gridColumnUnderCursor();
            return column == null ? null : column.column();
        }
    }
}
