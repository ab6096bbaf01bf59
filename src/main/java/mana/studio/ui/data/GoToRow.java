package mana.studio.ui.data;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import java.util.function.LongConsumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Asks for the number of a row to go to.
final class GoToRow {
    private final Popover popover = new Popover();
    private final TextField field = new TextField();
    private final LongConsumer chosen;

    /// @param chosen hears of the position, counted from 0
    GoToRow(LongConsumer chosen) {
        this.chosen = chosen;
        field.setId("go-to-row");
        field.setPromptText("Row number");
        field.setAccessibleText("Row number");
        field.setPrefColumnCount(12);
        field.setOnAction(_ -> go());
        Label label = new Label("Go to row");
        label.setLabelFor(field);
        VBox form = new VBox(6, label, field);
        form.getStyleClass().add("filter-editor");
        popover.setContentNode(form);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
    }

    void show(Node owner) {
        popover.show(owner);
        Platform.runLater(field::requestFocus);
    }

    private void go() {
        String digits = field.getText().replaceAll("[\\s,._]", "");
        boolean number = digits.matches("\\d{1,18}");
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !number);
        if (number) {
            popover.hide();
            chosen.accept(Math.max(0, Long.parseLong(digits) - 1));
        }
    }
}
