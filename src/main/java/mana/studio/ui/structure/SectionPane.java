package mana.studio.ui.structure;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.structure.Section.Cell;
import org.kordamp.ikonli.feather.Feather;

/// Draws a section: its title, and its lines in columns. Long texts wrap.
final class SectionPane extends VBox {
    private static final double HEADING_LETTER = 7.6;
    private static final double WIDEST_NAME = 380;

    private final Consumer<QualifiedName> open;

    /// @param open goes where a link leads
    SectionPane(Section section, Consumer<QualifiedName> open) {
        this.open = open;
        getStyleClass().add("section");
        getChildren().addAll(title(section), grid(section));
    }

    private static Node title(Section section) {
        Label title = new Label(section.title());
        title.getStyleClass().add("section-heading");
        Label count = new Label(
                section.headings().isEmpty()
                        ? ""
                        : Integer.toString(section.lines().size()));
        count.getStyleClass().add("muted");
        HBox line = new HBox(6, title, count);
        line.getStyleClass().add("section-title-line");
        return line;
    }

    private GridPane grid(Section section) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("section-grid");
        int columns = section.lines().getFirst().size();
        for (int column = 0; column < columns; column++) {
            grid.getColumnConstraints().add(constraints(section, column, columns));
        }
        int row = 0;
        if (!section.headings().isEmpty()) {
            for (int column = 0; column < columns; column++) {
                grid.add(padded(new Label(section.headings().get(column)), "section-head"), column, 0);
            }
            row++;
        }
        for (List<Cell> line : section.lines()) {
            for (int column = 0; column < columns; column++) {
                grid.add(padded(node(line.get(column)), "section-cell"), column, row);
            }
            grid.getRowConstraints().add(topAligned());
            row++;
        }
        return grid;
    }

    /// Names and short words keep their width; what may be long shares the rest.
    private static ColumnConstraints constraints(Section section, int column, int columns) {
        ColumnConstraints constraints = new ColumnConstraints();
        boolean code = section.lines().stream().anyMatch(line -> line.get(column) instanceof Cell.Code);
        boolean last = column == columns - 1;
        constraints.setHgrow(code || last ? Priority.ALWAYS : Priority.SOMETIMES);
        String heading = section.headings().isEmpty() ? "" : section.headings().get(column);
        constraints.setMinWidth(Math.max(code ? 120 : 60, heading.length() * HEADING_LETTER + 30));
        if (!code && !last) {
            constraints.setMaxWidth(WIDEST_NAME);
            constraints.setHgrow(Priority.NEVER);
        }
        return constraints;
    }

    private static RowConstraints topAligned() {
        RowConstraints row = new RowConstraints();
        row.setValignment(VPos.TOP);
        return row;
    }

    private static Region padded(Node node, String styleClass) {
        HBox box = new HBox(node);
        box.getStyleClass().add(styleClass);
        HBox.setHgrow(node, Priority.ALWAYS);
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    private Node node(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> label(words.text());
            case Cell.Muted muted -> label(muted.text(), "muted");
            case Cell.Code code -> label(code.text(), "section-code");
            case Cell.Link link -> link(link);
            case Cell.Warning warning -> {
                Label label = label(warning.text(), "section-warning");
                label.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
                yield label;
            }
        };
    }

    private Node link(Cell.Link link) {
        Hyperlink hyperlink = new Hyperlink(link.text());
        hyperlink.setAccessibleText("Open " + link.target());
        hyperlink.setOnAction(_ -> {
            open.accept(link.target());
            hyperlink.setVisited(false);
        });
        hyperlink.setWrapText(true);
        return hyperlink;
    }

    private static Label label(String text, String... styleClasses) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
