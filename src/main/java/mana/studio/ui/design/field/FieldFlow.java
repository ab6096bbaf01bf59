package mana.studio.ui.design.field;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.layout.FlowPane;

/// Fields side by side, as many in a line as there is room for.
public final class FieldFlow extends FlowPane {
    private final DoubleBinding lineWidth = Bindings.createDoubleBinding(
            () -> Math.max(120, getWidth() - getInsets().getLeft() - getInsets().getRight() - 1),
            widthProperty(),
            insetsProperty());

    public FieldFlow() {
        getStyleClass().add("field-flow");
        setPrefWrapLength(400);
    }

    DoubleBinding lineWidth() {
        return lineWidth;
    }
}
