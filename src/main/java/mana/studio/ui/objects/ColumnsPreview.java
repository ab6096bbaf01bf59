package mana.studio.ui.objects;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.schema.Column;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import mana.studio.ui.kit.ColumnMark;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What a new table will consist of.
final class ColumnsPreview extends ScrollPane {
    private final GridPane grid = new GridPane();
    private final VBox content = new VBox(8, grid);

    ColumnsPreview() {
        setContent(content);
        setFitToWidth(true);
        setPrefHeight(236);
        setMinHeight(120);
        getStyleClass().addAll("columns-preview", "framed");
        setAccessibleText("Columns of the new table");
        grid.setHgap(16);
        grid.setVgap(4);
        ColumnConstraints sign = new ColumnConstraints();
        sign.setMinWidth(16);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        rest.setMinWidth(40);
        grid.getColumnConstraints().setAll(sign, fixed(), fixed(), rest);
    }

    private static ColumnConstraints fixed() {
        ColumnConstraints constraints = new ColumnConstraints();
        constraints.setMinWidth(Region.USE_PREF_SIZE);
        return constraints;
    }

    void show(Table table) {
        grid.getChildren().clear();
        int row = 0;
        for (Column column : table.columns()) {
            grid.addRow(
                    row++,
                    mark(table, column),
                    strong(column.name()),
                    code(column.type().sql()),
                    code(rest(column)));
        }
        content.getChildren().setAll(grid);
        if (table.columns().isEmpty()) {
            content.getChildren().setAll(muted("No columns yet: they are added in the form."));
        }
        if (!table.indexes().isEmpty()) {
            String names = table.indexes().stream().map(Index::name).collect(Collectors.joining(", "));
            content.getChildren().add(muted((table.indexes().size() == 1 ? "Index " : "Indexes ") + names));
        }
    }

    /// Why there is nothing to show.
    void say(String reason) {
        Label label = Ask.words(reason, "refused");
        label.setGraphic(Icons.of(Feather.ALERT_CIRCLE, "icon-danger"));
        content.getChildren().setAll(label);
    }

    private static String rest(Column column) {
        String required = column.isNotNull() ? "not null" : "";
        String value = column.defaultExpression() == null ? "" : "default " + column.defaultExpression();
        return (required + " " + value).strip();
    }

    private static Node mark(Table table, Column column) {
        List<ColumnMark> marks = ColumnMark.of(table, column);
        if (marks.isEmpty()) {
            return new Region();
        }
        HBox mark = new HBox(marks.getFirst().kind().icon());
        mark.setAlignment(Pos.CENTER);
        return mark;
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.setMaxWidth(260);
        return label;
    }

    private static Label code(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("section-code", "muted");
        return label;
    }

    private static Label muted(String text) {
        return Ask.words(text, "muted");
    }
}
