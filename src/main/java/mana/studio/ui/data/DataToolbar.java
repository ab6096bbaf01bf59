package mana.studio.ui.data;

import java.util.Arrays;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mana.studio.rows.CopyFormat;
import mana.studio.rows.ExportFormat;
import mana.studio.rows.SoftDelete;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The line above the grid: narrowing on the left, looking and taking away on the right.
final class DataToolbar extends HBox {
    private final Button addFilter = new Button("Filter", Icons.of(Feather.PLUS));
    private final ToggleButton record = toggle(Feather.FILE_TEXT, "record-toggle", "One row at a time (Ctrl+R)");
    private final ToggleButton value = toggle(Feather.SIDEBAR, "value-toggle", "Value beside the rows (Shift+Enter)");

    DataToolbar(DataPane pane, WhereLine where) {
        super(8);
        getStyleClass().add("data-toolbar");
        value.getGraphic().setRotate(180); // the pane opens on the right
        addFilter.setId("add-filter");
        addFilter.getStyleClass().add("add-filter");
        addFilter.setAccessibleText("Add a filter");
        addFilter.setOnAction(_ -> pane.addFilter(pane.columnUnderCursor()));
        addFilter.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(where.field(), Priority.ALWAYS);
        getChildren().addAll(addFilter, where.field());
        if (SoftDelete.of(pane.model().relation()).isPresent()) {
            SoftDeleteSwitch deleted = new SoftDeleteSwitch(pane.model());
            deleted.setMinWidth(USE_PREF_SIZE);
            getChildren().add(deleted);
        }
        HBox tools = new HBox(
                2, new ColumnsMenu(pane.grid()), record, value, copyMenu(pane), exportMenu(pane), refresh(pane));
        tools.getStyleClass().add("data-tools");
        tools.setMinWidth(USE_PREF_SIZE);
        getChildren().add(tools);
    }

    /// Where a filter is asked for.
    Button addFilter() {
        return addFilter;
    }

    ToggleButton record() {
        return record;
    }

    ToggleButton value() {
        return value;
    }

    private static Button refresh(DataPane pane) {
        Button refresh = DataActions.button(Feather.REFRESH_CW, "Read the rows again (F5)", pane::refresh);
        refresh.setId("refresh-rows");
        return refresh;
    }

    private static MenuButton copyMenu(DataPane pane) {
        MenuButton menu = menu(Feather.COPY, "copy-menu", "Copy the selected cells as…");
        for (CopyFormat format : CopyFormat.values()) {
            MenuItem item = new MenuItem("Copy as " + format.label());
            item.setId("copy-" + format.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> pane.copy(format));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuButton exportMenu(DataPane pane) {
        MenuButton menu = menu(Feather.DOWNLOAD, "export-menu", "Export all rows of this query…");
        Arrays.stream(ExportFormat.values()).forEach(format -> {
            MenuItem item = new MenuItem("Export all rows as " + format.label() + "…");
            item.setId("export-" + format.extension());
            item.setOnAction(_ -> pane.export(format));
            menu.getItems().add(item);
        });
        return menu;
    }

    private static MenuButton menu(Ikon icon, String id, String words) {
        MenuButton menu = new MenuButton("", Icons.of(icon));
        menu.setId(id);
        menu.getStyleClass().addAll("button-icon", "flat", "small", "no-arrow");
        menu.setAccessibleText(words);
        menu.setTooltip(new Tooltip(words));
        return menu;
    }

    private static ToggleButton toggle(Ikon icon, String id, String words) {
        ToggleButton button = new ToggleButton("", Icons.of(icon));
        button.setId(id);
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
