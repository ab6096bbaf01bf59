package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The head of a column: its name with the marks of its keys, its type below.
final class ColumnHeader extends VBox {
    ColumnHeader(GridColumn column) {
        Column described = column.column();
        getStyleClass().add("grid-header");
        HBox first = new HBox(4);
        first.getStyleClass().add("grid-header-line");
        first.getChildren().addAll(marks(column));
        first.getChildren().add(label(described.name(), "grid-header-name"));
        if (described.isNotNull() && !column.marks().primary()) {
            first.getChildren().add(label("*", "grid-header-required"));
        }
        getChildren().addAll(first, label(described.type().sql(), "grid-header-type"));
        Tooltip tooltip = new Tooltip(explanation(described, column.marks()));
        tooltip.getStyleClass().add("grid-header-tooltip");
        Tooltip.install(this, tooltip);
        setAccessibleText(explanation(described, column.marks()));
    }

    private static List<Node> marks(GridColumn column) {
        List<Node> marks = new ArrayList<>();
        if (column.marks().primary()) {
            marks.add(Icons.of(Feather.KEY, "icon-key", "header-mark"));
        }
        if (column.marks().isForeign()) {
            marks.add(Icons.of(Feather.LINK_2, "icon-link", "header-mark"));
        }
        return marks;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMinWidth(0);
        return label;
    }

    /// All that is known of a column, line by line.
    private static String explanation(Column column, KeyMarks marks) {
        List<String> lines = new ArrayList<>();
        lines.add(column.name() + "  " + column.type().sql() + (column.isNotNull() ? "  not null" : ""));
        if (marks.primary()) {
            lines.add("Primary key");
        }
        for (Constraint.ForeignKey key : marks.foreign()) {
            String columns = key.referencedColumns().stream().collect(Collectors.joining(", "));
            lines.add("References " + key.referencedTable() + " (" + columns + ")");
        }
        if (column.defaultExpression() != null) {
            lines.add("Default " + column.defaultExpression());
        }
        if (column.generated() != null) {
            lines.add("Generated as " + column.generated().expression());
        }
        if (column.identity() != null) {
            lines.add("Identity");
        }
        if (column.comment() != null) {
            lines.add(column.comment());
        }
        return String.join("\n", lines);
    }
}
