package mana.studio.ui.data;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Which columns are on screen.
final class ColumnsMenu extends MenuButton {
    ColumnsMenu(GridView grid) {
        super("", Icons.of(Feather.COLUMNS));
        setId("columns-menu");
        getStyleClass().addAll("button-icon", "flat", "small", "no-arrow");
        setAccessibleText("Columns on screen");
        setTooltip(new Tooltip("Columns on screen"));
        MenuItem all = new MenuItem("Show all columns");
        all.setOnAction(_ -> grid.columns().all().forEach(column -> column.control().setVisible(true)));
        MenuItem fit = new MenuItem("Fit widths to content");
        fit.setOnAction(_ -> grid.fit());
        getItems().addAll(all, fit, new SeparatorMenuItem());
        for (GridColumn column : grid.columns().all()) {
            CheckMenuItem item = new CheckMenuItem(column.column().name());
            item.setMnemonicParsing(false);
            item.selectedProperty().bindBidirectional(column.control().visibleProperty());
            getItems().add(item);
        }
    }
}
