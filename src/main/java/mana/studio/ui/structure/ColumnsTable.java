package mana.studio.ui.structure;

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
    private static final double HEADER_HEIGHT = 32;
    private static final int MOST_LINES = 60;
    private static final double LETTER = 7.4;

    private final Consumer<QualifiedName> open;

    ColumnsTable(List<ColumnLine> lines, Consumer<QualifiedName> open) {
        this.open = open;
        setId("columns-table");
        setAccessibleText("Columns");
        getStyleClass().add("columns-table");
        setFixedCellSize(LINE_HEIGHT);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        add("#", 40, lines, line -> new Label(Integer.toString(line.number())), "muted");
        add("", 64, lines, ColumnsTable::marks);
        text("Name", 120, 260, lines, line -> line.column().name(), "strong");
        addType(lines);
        add("Not null", 70, lines, line -> new Label(line.column().isNotNull() ? "not null" : ""), "muted");
        text("Default", 80, 240, lines, ColumnLine::defaultText, "section-code");
        if (lines.stream().anyMatch(line -> !line.references().isEmpty())) {
            add("References", width("References", 90, 260, lines, ColumnsTable::referencesText), lines, this::references);
        }
        text("Comment", 120, 2_000, lines, ColumnLine::notes, "muted");
        getItems().setAll(lines);
        double height = HEADER_HEIGHT + Math.min(lines.size(), MOST_LINES) * LINE_HEIGHT + 4;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void addType(List<ColumnLine> lines) {
        Function<ColumnLine, String> type = line -> line.column().type().sql();
        add("Type", width("Type", 90, 230, lines, type), lines, line -> {
            QualifiedName named = line.column().type().named();
            return named == null ? code(type.apply(line)) : link(type.apply(line), named);
        });
    }

    private void text(
            String title, double least, double most, List<ColumnLine> lines, Function<ColumnLine, String> text, String style) {
        add(title, width(title, least, most, lines, text), lines, line -> {
            Label label = new Label(text.apply(line));
            if (label.getText().length() * LETTER > most - 20) {
                label.setTooltip(new Tooltip(label.getText()));
            }
            return label;
        }, style);
    }

    private void add(
            String title, double width, List<ColumnLine> lines, Function<ColumnLine, Node> node, String... styleClasses) {
        TableColumn<ColumnLine, ColumnLine> column = new TableColumn<>(title);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setMinWidth(Math.min(width, 60));
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(_ -> new LineCell(node, styleClasses));
        getColumns().add(column);
    }

    private static double width(
            String title, double least, double most, List<ColumnLine> lines, Function<ColumnLine, String> text) {
        int letters = lines.stream().mapToInt(line -> text.apply(line).length()).max().orElse(0);
        return Math.clamp(Math.max(letters, title.length()) * LETTER + 24, least, most);
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

    private static Node code(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-code");
        return label;
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
        private final String[] styleClasses;

        LineCell(Function<ColumnLine, Node> node, String... styleClasses) {
            this.node = node;
            this.styleClasses = styleClasses;
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
            Node content = node.apply(line);
            content.getStyleClass().addAll(styleClasses);
            setGraphic(content);
            setAccessibleText(spoken(line));
        }

        private static String spoken(ColumnLine line) {
            String marks = line.marks().stream().map(mark -> ", " + mark.text()).collect(Collectors.joining());
            String nullable = line.column().isNotNull() ? ", not null" : "";
            return "column " + line.column().name() + ", " + line.column().type().sql() + nullable + marks;
        }
    }
}
