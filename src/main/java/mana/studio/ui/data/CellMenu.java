package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import mana.studio.rows.Cell;
import mana.studio.rows.CopyFormat;
import mana.studio.rows.Filter;
import mana.studio.rows.Operator;
import mana.studio.rows.References;
import mana.studio.rows.Row;
import mana.studio.schema.Constraint.ForeignKey;
import org.jspecify.annotations.Nullable;

/// What can be done with the cell under the cursor.
final class CellMenu {
    private final DataPane pane;
    private final RowLinks links;
    private final GridColumn column;
    private final Row row;
    private final Cell cell;

    CellMenu(DataPane pane, RowLinks links, GridColumn column, Row row) {
        this.pane = pane;
        this.links = links;
        this.column = column;
        this.row = row;
        this.cell = row.cells().get(column.index());
    }

    ContextMenu menu() {
        List<MenuItem> items = new ArrayList<>();
        items.add(item(
                "Show value",
                pane::showValue,
                new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN)));
        items.add(item(
                "Copy",
                () -> pane.copy(CopyFormat.TSV),
                new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN)));
        items.add(copyAs("Copy as", pane::copy));
        items.add(new SeparatorMenuItem());
        items.addAll(filters());
        items.add(new SeparatorMenuItem());
        items.addAll(links());
        items.addAll(columnItems());
        ContextMenu menu = new ContextMenu();
        menu.getItems().setAll(items);
        return menu;
    }

    static Menu copyAs(String title, Consumer<CopyFormat> copy) {
        Menu menu = new Menu(title);
        for (CopyFormat format : CopyFormat.values()) {
            menu.getItems().add(item(format.label(), () -> copy.accept(format), null));
        }
        return menu;
    }

    private List<MenuItem> filters() {
        List<MenuItem> items = new ArrayList<>();
        List<Operator> operators = Operator.of(column.column().type());
        String text = cell.text();
        boolean comparable = text != null && !cell.cut();
        for (Operator operator : operators) {
            switch (operator) {
                case EQUALS -> items.add(filter("Filter by this value", operator, comparable));
                case NOT_EQUALS -> items.add(filter("Exclude this value", operator, comparable));
                case IS_TRUE -> items.add(filter("Is true", operator, true));
                case IS_FALSE -> items.add(filter("Is false", operator, true));
                case IS_NULL -> items.add(filter("Is null", operator, true));
                case IS_NOT_NULL -> items.add(filter("Is not null", operator, true));
                case LESS, AT_MOST, GREATER, AT_LEAST, BETWEEN, ONE_OF, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES,
                        JSON_CONTAINS, JSON_HAS_KEY, ARRAY_CONTAINS -> {}
            }
        }
        items.add(item("Filter by " + column.column().name() + "…", () -> pane.addFilter(column.column()), null));
        return items;
    }

    private MenuItem filter(String words, Operator operator, boolean possible) {
        String text = cell.text();
        List<String> values = operator.operands() == 0 || text == null ? List.of() : List.of(text);
        MenuItem item = item(
                words, () -> pane.model().addFilter(new Filter(column.column().name(), operator, values)), null);
        item.setDisable(!possible);
        return item;
    }

    private List<MenuItem> links() {
        List<MenuItem> items = new ArrayList<>();
        for (ForeignKey key : links.keys(column.column())) {
            MenuItem item = item(
                    "Open " + key.referencedTable() + " row",
                    () -> pane.openParent(key, row),
                    new KeyCodeCombination(KeyCode.F4));
            item.setDisable(cell.isNull());
            items.add(item);
        }
        List<References.Child> children = links.children();
        if (!children.isEmpty()) {
            Menu referencedBy = new Menu("Referenced by");
            for (References.Child child : children) {
                String words = child.table().name() + " (" + String.join(", ", child.key().columns()) + ")";
                referencedBy.getItems().add(item(words, () -> pane.openChildren(child, row), null));
            }
            items.add(referencedBy);
        }
        if (!items.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
        return items;
    }

    private List<MenuItem> columnItems() {
        GridColumns columns = pane.grid().columns();
        Menu sort = new Menu("Sort by " + column.column().name());
        sort.getItems()
                .setAll(
                        item("Ascending", () -> columns.sortBy(column, SortType.ASCENDING), null),
                        item("Descending", () -> columns.sortBy(column, SortType.DESCENDING), null),
                        item("Not at all", () -> columns.sortBy(column, null), null));
        sort.setDisable(!column.control().isSortable());
        MenuItem hide = item(
                "Hide column " + column.column().name(),
                () -> column.control().setVisible(false),
                null);
        return List.of(sort, hide);
    }

    private static MenuItem item(String words, Runnable action, @Nullable KeyCombination key) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        item.setAccelerator(key);
        return item;
    }
}
