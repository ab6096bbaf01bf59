package mana.studio.ui.console;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.console.Grid;
import mana.studio.console.Ran;
import mana.studio.console.StatementWords;
import mana.studio.rows.Cell;
import mana.studio.rows.CopyFormat;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.CellText;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The rows that a statement returned.
final class ResultGrid extends BorderPane {
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final int WIDEST = 360;
    private static final int NARROWEST = 64;
    /// The width of a character, about.
    private static final double LETTER = 7.4;

    private static final List<CopyFormat> FORMATS =
            List.of(CopyFormat.TSV, CopyFormat.CSV, CopyFormat.JSON, CopyFormat.MARKDOWN);

    private final TableView<List<Cell>> table = new TableView<>();
    private final List<Column> columns;
    private final Label copied = new Label();

    /// Reads more rows of what is shown.
    interface More {
        void read(int limit);
    }

    ResultGrid(Ran ran, Grid grid, More more) {
        getStyleClass().add("result-grid");
        columns = grid.columns().stream().map(ResultGrid::column).toList();
        table.setAccessibleText("Rows");
        table.setFixedCellSize(24);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label("No rows"));
        List<List<Cell>> rows = grid.rows().stream()
                .map(row -> row.stream().map(ResultGrid::cell).toList())
                .toList();
        IntStream.range(0, columns.size()).forEach(at -> table.getColumns().add(head(at, rows)));
        table.getItems().setAll(rows);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                view();
            }
        });
        table.setContextMenu(new ContextMenu(items().toArray(MenuItem[]::new)));
        setCenter(table);
        setBottom(footer(ran, grid, more));
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private static Column column(Grid.Head head) {
        return Column.plain(head.name(), head.type());
    }

    private static Cell cell(Grid.Value value) {
        return value.text() == null ? Cell.NULL : new Cell(value.text(), value.length(), value.cut());
    }

    private TableColumn<List<Cell>, Cell> head(int at, List<List<Cell>> rows) {
        Column column = columns.get(at);
        TableColumn<List<Cell>, Cell> head = new TableColumn<>();
        Label name = new Label(column.name());
        name.getStyleClass().add("grid-header-name");
        Label type = new Label(column.type().sql());
        type.getStyleClass().add("grid-header-type");
        head.setGraphic(new VBox(name, type));
        head.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().get(at)));
        boolean number =
                column.type().family() == Family.INTEGER || column.type().family() == Family.DECIMAL;
        head.setCellFactory(_ -> new ValueCell(number));
        head.setPrefWidth(width(column, at, rows));
        head.setSortable(false);
        head.setReorderable(false);
        return head;
    }

    private static double width(Column column, int at, List<List<Cell>> rows) {
        int longest = Math.max(column.name().length(), column.type().sql().length());
        for (List<Cell> row : rows.subList(0, Math.min(100, rows.size()))) {
            longest = Math.max(longest, CellText.of(row.get(at)).length());
        }
        return Math.clamp(longest * LETTER + 24, NARROWEST, WIDEST);
    }

    private static final class ValueCell extends TableCell<List<Cell>, Cell> {
        ValueCell(boolean number) {
            getStyleClass().add("grid-cell");
            if (number) {
                getStyleClass().add("number");
            }
        }

        @Override
        protected void updateItem(@Nullable Cell value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? null : CellText.of(value));
            pseudoClassStateChanged(NULL, !empty && value != null && value.isNull());
        }
    }

    private HBox footer(Ran ran, Grid grid, More more) {
        int count = grid.rows().size();
        String rows = grid.more()
                ? "First " + Amounts.exact(count) + " rows"
                : count == 1 ? "1 row" : Amounts.exact(count) + " rows";
        Label words = new Label(rows + " · " + Durations.of(ran.took()));
        HBox footer = new HBox(8, words);
        if (grid.more()) {
            Tooltip.install(
                    words,
                    new Tooltip("The server stopped behind these rows; functions in the statement ran for them only."));
            moreButton(ran, count, more, footer);
        }
        MenuButton copy = new MenuButton("Copy all", Icons.of(Feather.COPY));
        copy.setTooltip(new Tooltip("Copies every row that is shown; Ctrl+C copies the selected cells"));
        FORMATS.forEach(format -> copy.getItems().add(item(format.label(), () -> copy(format, true))));
        copied.getStyleClass().add("muted");
        copied.setId("copied");
        footer.getChildren().addAll(Blocks.gap(), copied, copy);
        footer.getStyleClass().add("result-footer");
        return footer;
    }

    /// Rows are read anew: no transaction is kept open while a person reads.
    private static void moreButton(Ran ran, int count, More more, HBox footer) {
        if (count >= 100_000) {
            footer.getChildren().add(new Label("More than the console shows."));
        } else if (StatementWords.of(ran.statement().text()).mayRunAgain()) {
            int next = Math.min(100_000, Math.max(1_000, count) * 10);
            Button button = new Button("Fetch " + Amounts.exact(next));
            button.setId("fetch-more");
            button.setTooltip(new Tooltip("Runs the statement again, read-only: no transaction was kept open for it"));
            button.setOnAction(_ -> more.read(next));
            footer.getChildren().add(button);
        } else {
            footer.getChildren().add(new Label("The rest would need running it again."));
        }
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        FORMATS.forEach(format -> items.add(item("Copy as " + format.label(), () -> copy(format, false))));
        items.add(item("View value", this::view));
        return items;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            copy(CopyFormat.TSV, false);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() || event.getCode() == KeyCode.F2) {
            view();
            event.consume();
        }
    }

    /// Copies the selected cells, or all.
    private void copy(CopyFormat format, boolean everything) {
        TreeSet<Integer> rowsAt = new TreeSet<>();
        TreeSet<Integer> columnsAt = new TreeSet<>();
        if (everything) {
            IntStream.range(0, table.getItems().size()).forEach(rowsAt::add);
            IntStream.range(0, columns.size()).forEach(columnsAt::add);
        } else {
            for (TablePosition<?, ?> position : table.getSelectionModel().getSelectedCells()) {
                rowsAt.add(position.getRow());
                columnsAt.add(position.getColumn());
            }
        }
        if (rowsAt.isEmpty() || columnsAt.isEmpty()) {
            return;
        }
        List<List<Cell>> rows = rowsAt.stream()
                .map(row -> columnsAt.stream()
                        .map(at -> table.getItems().get(row).get(at))
                        .toList())
                .toList();
        if (rows.stream().flatMap(List::stream).anyMatch(Cell::cut)) {
            copied.setText("Not copied: a value is longer than 100,000 characters and is not here whole.");
            return;
        }
        Cell only = rows.getFirst().getFirst();
        boolean one = !everything && format == CopyFormat.TSV && rows.size() == 1 && columnsAt.size() == 1;
        String text = one
                ? only.text() == null ? "" : only.text()
                : format.write(columnsAt.stream().map(columns::get).toList(), rows);
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        copied.setText("Copied "
                + (one ? "the value" : Amounts.counted(rows.size(), "row", "rows") + " as " + format.label()));
    }

    private void view() {
        TablePosition<?, ?> at = table.getFocusModel().getFocusedCell();
        if (at.getRow() >= 0 && at.getColumn() >= 0) {
            ValueDialog.show(
                    this,
                    columns.get(at.getColumn()),
                    table.getItems().get(at.getRow()).get(at.getColumn()));
        }
    }
}
