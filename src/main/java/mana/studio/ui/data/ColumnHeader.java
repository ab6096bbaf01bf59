package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.schema.Column;
import mana.studio.ui.kit.ColumnMark;
import org.kordamp.ikonli.javafx.FontIcon;

/// The head of a column: its name with the marks of its keys, its type below.
final class ColumnHeader extends VBox {
    ColumnHeader(GridColumn column) {
        Column described = column.column();
        getStyleClass().add("grid-header");
        HBox first = new HBox(4);
        first.getStyleClass().add("grid-header-line");
        for (ColumnMark mark : column.marks()) {
            FontIcon icon = mark.kind().icon();
            icon.getStyleClass().add("header-mark");
            first.getChildren().add(icon);
        }
        first.getChildren().add(label(described.name(), "grid-header-name"));
        if (described.isNotNull() && !column.isPrimaryKey()) {
            first.getChildren().add(label("*", "grid-header-required"));
        }
        getChildren().addAll(first, label(described.type().sql(), "grid-header-type"));
        Tooltip tooltip = new Tooltip(explanation(described, column.marks()));
        tooltip.getStyleClass().add("grid-header-tooltip");
        Tooltip.install(this, tooltip);
        setAccessibleText(explanation(described, column.marks()));
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    /// All that is known of a column, line by line.
    private static String explanation(Column column, List<ColumnMark> marks) {
        List<String> lines = new ArrayList<>();
        lines.add(column.name() + "  " + column.type().sql() + (column.isNotNull() ? "  not null" : ""));
        marks.forEach(mark -> lines.add(sentence(mark.text())));
        if (column.defaultExpression() != null) {
            lines.add("Default " + column.defaultExpression());
        }
        if (column.comment() != null) {
            lines.add(column.comment());
        }
        return String.join("\n", lines);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
