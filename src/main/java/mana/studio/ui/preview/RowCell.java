package mana.studio.ui.preview;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import mana.studio.design.Spot;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A line of the preview, as high as its text needs in the list's width.
final class RowCell extends ListCell<Row> {
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    private final StatementBox statement;
    private final StepBox step = new StepBox();
    private final PhaseBox phase = new PhaseBox();
    private final Label remark = new Label();
    private final ObservableValue<@Nullable Spot> focused;

    /// @param focused the field that has the focus in a form
    RowCell(StatementActions actions, ObservableValue<@Nullable Spot> focused) {
        this.focused = focused;
        statement = new StatementBox(actions);
        remark.setWrapText(true);
        remark.setGraphic(Icons.of(Feather.INFO, "severity-warning"));
        remark.getStyleClass().add("plan-remark");
        getStyleClass().add("preview-cell");
        focused.addListener((_, _, _) -> point());
        // By Tab one comes to the SQL of what is selected, not to that of each statement.
        statement.sql().focusTraversableProperty().bind(selectedProperty());
        step.sql().focusTraversableProperty().bind(selectedProperty());
        setOnMouseClicked(event -> {
            Row row = getItem();
            if (event.getClickCount() == 2 && row != null) {
                actions.jump(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
        } else {
            setGraphic(box(row));
        }
        point();
    }

    /// Puts the focus into the SQL, where a piece can be marked.
    void enterSql() {
        if (getGraphic() == statement) {
            statement.sql().requestFocus();
        } else if (getGraphic() == step) {
            step.sql().requestFocus();
        }
    }

    private Region box(Row row) {
        return switch (row) {
            case Row.Direct direct -> {
                statement.show(direct);
                yield statement;
            }
            case Row.Careful careful -> {
                step.show(careful);
                yield step;
            }
            case Row.Head head -> {
                phase.show(head);
                yield phase;
            }
            case Row.Remark said -> {
                remark.setText(said.text());
                yield remark;
            }
        };
    }

    private void point() {
        Row row = getItem();
        boolean comes = row != null && PreviewModel.comesFrom(row, focused.getValue());
        pseudoClassStateChanged(POINTED, comes);
    }

    /// The list asks for as much width as the widest line: it shall wrap instead.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (!(getGraphic() instanceof Region box)) {
            return super.computePrefHeight(width);
        }
        double breadth = width <= 0 ? getWidth() : width;
        double inner = breadth - snappedLeftInset() - snappedRightInset();
        return snappedTopInset() + snapSizeY(box.prefHeight(inner)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        if (getGraphic() instanceof Region box) {
            box.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    getWidth() - snappedLeftInset() - snappedRightInset(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        } else {
            super.layoutChildren();
        }
    }
}
