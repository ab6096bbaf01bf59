package mana.studio.ui.drift;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import mana.studio.drizzle.drift.Difference;
import mana.studio.drizzle.drift.Side;
import mana.studio.schema.Part;
import org.jspecify.annotations.Nullable;

/// What differs, a line each, and what every side says of it.
final class DifferenceTable extends TableView<Difference> {
    private static final String ABSENT = "–";

    DifferenceTable() {
        setId("differences");
        setAccessibleText("Differences");
        getStyleClass().add("drift-table");
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        column("What", 240, difference -> difference.part().toString()),
                        column("Is", 90, difference -> kind(difference.part())),
                        column("Code", 190, difference -> shown(difference, Side.CODE)),
                        column("Snapshot", 190, difference -> shown(difference, Side.SNAPSHOT)),
                        column("Database", 190, difference -> shown(difference, Side.DATABASE))));
        setRowFactory(_ -> new Row());
    }

    /// `column`, `index` …, for people.
    static String kind(Part part) {
        return switch (part.kind()) {
            case WHOLE ->
                switch (part.object().kind()) {
                    case TYPE -> "enum";
                    case OTHER -> part.object().arguments();
                    case RELATION, ROUTINE, EXTENSION -> "table";
                };
            case COLUMN -> "column";
            case DEFAULT -> "default";
            case CONSTRAINT -> "constraint";
            case INDEX -> "index";
            case TRIGGER -> "trigger";
            case POLICY -> "policy";
        };
    }

    static String shown(Difference difference, Side side) {
        if (!difference.sides().contains(side)) {
            return "not read";
        }
        return difference.text(side).orElse(ABSENT);
    }

    private static TableColumn<Difference, String> column(
            String title, double width, Function<Difference, String> text) {
        TableColumn<Difference, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(70);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell(title.equals("Is")));
        return column;
    }

    private static final class TextCell extends TableCell<Difference, String> {
        TextCell(boolean plain) {
            getStyleClass().add(plain ? "muted" : "drift-code");
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? null : text.replace('\n', ' '));
            setTooltip(empty || text == null || text.length() < 20 ? null : new Tooltip(text));
        }
    }

    private static final class Row extends TableRow<Difference> {
        @Override
        protected void updateItem(@Nullable Difference difference, boolean empty) {
            super.updateItem(difference, empty);
            setAccessibleText(
                    empty || difference == null
                            ? null
                            : kind(difference.part()) + " " + difference.part() + ". " + difference.sentence());
        }
    }
}
