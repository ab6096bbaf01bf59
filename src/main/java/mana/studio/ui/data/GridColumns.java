package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import mana.studio.rows.Row;
import mana.studio.rows.SortKey;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.ui.kit.CellText;
import mana.studio.ui.kit.ColumnMark;
import org.jspecify.annotations.Nullable;

/// The columns of a grid: their heads, their widths, their order on screen, what they are sorted by.
final class GridColumns {
    private static final double CHARACTER = 7.3;
    private static final double NARROWEST = 64;
    private static final double WIDEST = 340;
    private static final int MEASURED_ROWS = 60;

    private final TableView<Row> table;
    private final List<GridColumn> all = new ArrayList<>();

    private final Consumer<GridCell> created;

    /// @param created hears of each cell the control makes
    GridColumns(TableView<Row> table, GridModel model, Consumer<GridCell> created) {
        this.table = table;
        this.created = created;
        List<Column> columns = model.relation().columns();
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            all.add(create(new GridColumn(column, index, ColumnMark.of(model.relation(), column)), model));
        }
        table.getColumns().setAll(all.stream().map(GridColumn::control).toList());
        table.getVisibleLeafColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) _ -> renumber());
    }

    private GridColumn create(GridColumn column, GridModel model) {
        TableColumn<Row, Row> control = column.control();
        control.setId("column-" + column.column().name());
        control.setText(column.column().name());
        control.setGraphic(new ColumnHeader(column));
        control.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        control.setCellFactory(_ -> {
            GridCell cell = new GridCell(column, model);
            created.accept(cell);
            return cell;
        });
        control.setSortable(isOrdered(column.column().type()));
        control.setMinWidth(40);
        control.setPrefWidth(width(column, List.of()));
        if (isNumber(column.column().type())) {
            control.getStyleClass().add("number");
        }
        return column;
    }

    /// Types without an order of their own cannot be sorted by: `json`, `xml`, points and the like.
    static boolean isOrdered(DataType type) {
        return switch (type.family()) {
            case JSON -> type.sql().equals("jsonb");
            case GEOMETRIC -> false;
            case OTHER -> !type.sql().equals("xml");
            case BOOLEAN, INTEGER, DECIMAL, TEXT, UUID, DATE, TIME, TIMESTAMP, INTERVAL, BINARY, ENUM, ARRAY, RANGE,
                    COMPOSITE, NETWORK, BITS ->
                true;
        };
    }

    private static boolean isNumber(DataType type) {
        return type.family() == DataType.Family.INTEGER || type.family() == DataType.Family.DECIMAL;
    }

    private void renumber() {
        List<TableColumn<Row, ?>> shown = table.getVisibleLeafColumns();
        all.forEach(column -> column.showAt(shown.indexOf(column.control())));
    }

    List<GridColumn> all() {
        return all;
    }

    /// Those on screen, from left to right.
    List<GridColumn> shown() {
        return all.stream()
                .filter(column -> column.shownAt() >= 0)
                .sorted(Comparator.comparingInt(GridColumn::shownAt))
                .toList();
    }

    Optional<GridColumn> shownAt(int place) {
        return all.stream().filter(column -> column.shownAt() == place).findFirst();
    }

    /// Gives each column the width its head and its first values need.
    void fit(List<Row> rows) {
        List<Row> measured = rows.stream().limit(MEASURED_ROWS).filter(GridColumns::isLoaded).toList();
        all.forEach(column -> column.control().setPrefWidth(width(column, measured)));
    }

    @SuppressWarnings("ReferenceEquality") // the placeholder is one object
    private static boolean isLoaded(Row row) {
        return row != Stretch.LOADING;
    }

    private static double width(GridColumn column, List<Row> rows) {
        double name = column.column().name().length() * CHARACTER + 18 * column.marks().size() + 34;
        double type = Math.min(column.column().type().sql().length() * 6.2 + 24, 150);
        double link = column.isForeignKey() ? 18 : 0;
        int longest = rows.stream()
                .mapToInt(row -> CellText.of(row.cells().get(column.index())).length())
                .max()
                .orElse(usualLength(column.column().type()));
        return Math.clamp(Math.max(Math.max(name, type), longest * CHARACTER + 20 + link), NARROWEST, WIDEST);
    }

    private static int usualLength(DataType type) {
        return switch (type.family()) {
            case BOOLEAN -> 5;
            case INTEGER, DECIMAL, DATE, ENUM -> 10;
            case UUID -> 36;
            case TIME, INTERVAL, NETWORK, BITS -> 14;
            case TIMESTAMP -> 29;
            case TEXT, JSON, BINARY, ARRAY, RANGE, COMPOSITE, GEOMETRIC, OTHER -> 24;
        };
    }

    /// What the heads say the rows are sorted by.
    List<SortKey> sort() {
        return table.getSortOrder().stream()
                .flatMap(control -> of(control).stream())
                .map(column -> new SortKey(
                        column.column().name(), column.control().getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
    }

    /// Sorts by one column, or by none.
    void sortBy(GridColumn column, TableColumn.@Nullable SortType type) {
        if (type == null) {
            table.getSortOrder().clear();
        } else {
            column.control().setSortType(type);
            table.getSortOrder().setAll(List.of(column.control()));
        }
    }

    private Optional<GridColumn> of(TableColumn<Row, ?> control) {
        return all.stream().filter(column -> column.control() == control).findFirst();
    }
}
