package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.ColumnMark;
import org.jspecify.annotations.Nullable;

/// The grid of a relation's columns, as high as its lines.
final class ColumnsTable extends TableView<ColumnLine> {
    private static final double LINE_HEIGHT = 28;
    private static final double HEADER_HEIGHT = 30;
    private static final double SCROLL_BAR = 16;
    /// Beyond them it scrolls by itself.
    private static final int MOST_LINES = 60;
    /// About how wide a letter is.
    private static final double LETTER = 7.4;
    /// Beyond it a text may not fit, and has a tooltip.
    private static final int LONG_TEXT = 20;

    private final Consumer<QualifiedName> open;
    private final List<Double> wantedWidths = new ArrayList<>();

    ColumnsTable(List<ColumnLine> lines, Consumer<QualifiedName> open) {
        this.open = open;
        setId("columns-table");
        setAccessibleText("Columns");
        getStyleClass().add("columns-table");
        setFixedCellSize(LINE_HEIGHT);
        addColumns(lines);
        getItems().setAll(lines);
        double height = HEADER_HEIGHT + Math.clamp(lines.size(), 1, MOST_LINES) * LINE_HEIGHT + 3;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        widthProperty().addListener((_, _, width) -> share(width.doubleValue()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Takes the focus, on the line chosen last or else the first.
    void takeFocus() {
        if (getSelectionModel().isEmpty()) {
            getSelectionModel().selectFirst();
        }
        requestFocus();
    }

    private void addColumns(List<ColumnLine> lines) {
        add("#", 40, 40, line -> label(Integer.toString(line.number()), "muted"));
        add("", 56, 44, ColumnsTable::marks);
        add(
                "Name",
                wanted(lines, 280, line -> line.column().name()),
                90,
                line -> label(line.column().name(), "strong"));
        add("Type", wanted(lines, 230, line -> line.column().type().sql()), 80, this::type);
        add("Null", 80, 66, line -> label(line.column().isNotNull() ? "not null" : "", "muted"));
        if (lines.stream().anyMatch(line -> !line.defaultText().isEmpty())) {
            add(
                    "Default",
                    wanted(lines, 240, ColumnLine::defaultText),
                    80,
                    line -> label(line.defaultText(), "section-code"));
        }
        if (lines.stream().anyMatch(line -> !line.references().isEmpty())) {
            add("References", wanted(lines, 280, ColumnsTable::referencesText), 100, this::references);
        }
        add("Comment", wanted(lines, 360, ColumnLine::notes), 90, line -> label(line.notes(), "muted"));
    }

    private void add(String title, double wanted, double least, Function<ColumnLine, Node> node) {
        TableColumn<ColumnLine, ColumnLine> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(least);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new LineCell(node));
        getColumns().add(column);
        wantedWidths.add(wanted);
    }

    private void share(double width) {
        double[] wanted = wantedWidths.stream().mapToDouble(Double::doubleValue).toArray();
        double[] least =
                getColumns().stream().mapToDouble(TableColumn::getMinWidth).toArray();
        double scrollBar = getItems().size() > MOST_LINES ? SCROLL_BAR : 0;
        double[] widths = ColumnWidths.fit(wanted, least, width - scrollBar - 2);
        for (int i = 0; i < widths.length; i++) {
            getColumns().get(i).setPrefWidth(widths[i]);
        }
    }

    private static double wanted(List<ColumnLine> lines, double most, Function<ColumnLine, String> text) {
        int letters =
                lines.stream().mapToInt(line -> text.apply(line).length()).max().orElse(0);
        return Math.clamp(letters * LETTER + 24, 90, most);
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        if (text.length() > LONG_TEXT) {
            label.setTooltip(new Tooltip(text));
        }
        return label;
    }

    private Node type(ColumnLine line) {
        String type = line.column().type().sql();
        QualifiedName named = line.column().type().named();
        return named == null ? label(type, "section-code") : link(type, named);
    }

    private static Node marks(ColumnLine line) {
        HBox icons = new HBox(4);
        icons.getStyleClass().add("column-marks");
        for (ColumnMark mark : line.marks()) {
            Label icon = new Label(null, mark.kind().icon());
            icon.setTooltip(new Tooltip(mark.text()));
            icon.setAccessibleText(mark.text());
            icons.getChildren().add(icon);
        }
        return icons;
    }

    private static String referencesText(ColumnLine line) {
        return line.references().stream().map(ColumnLine.Reference::text).collect(Collectors.joining("  "));
    }

    private Node references(ColumnLine line) {
        HBox links = new HBox(8);
        links.getStyleClass().add("column-marks");
        line.references().forEach(reference -> links.getChildren().add(link(reference.text(), reference.table())));
        return links;
    }

    private Node link(String text, QualifiedName target) {
        Hyperlink link = new Hyperlink(text);
        link.setAccessibleText("Open " + target);
        link.setOnAction(_ -> {
            open.accept(target);
            link.setVisited(false);
        });
        return link;
    }

    /// Ctrl+C copies the name; Enter follows the first reference.
    private void pressed(KeyEvent event) {
        ColumnLine line = getSelectionModel().getSelectedItem();
        if (line == null) {
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            ClipboardContent content = new ClipboardContent();
            content.putString(line.column().name());
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        } else if (event.getCode() == KeyCode.F4 || event.getCode() == KeyCode.ENTER) {
            line.references().stream().findFirst().ifPresent(reference -> open.accept(reference.table()));
            event.consume();
        }
    }

    private static final class LineCell extends TableCell<ColumnLine, ColumnLine> {
        private final Function<ColumnLine, Node> node;

        LineCell(Function<ColumnLine, Node> node) {
            this.node = node;
            getStyleClass().add("columns-cell");
        }

        @Override
        protected void updateItem(@Nullable ColumnLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            setGraphic(node.apply(line));
            setAccessibleText(spoken(line));
        }

        private static String spoken(ColumnLine line) {
            String marks = line.marks().stream().map(mark -> ", " + mark.text()).collect(Collectors.joining());
            String nullable = line.column().isNotNull() ? ", not null" : "";
            return "column " + line.column().name() + ", "
                    + line.column().type().sql() + nullable + marks;
        }
    }
}
