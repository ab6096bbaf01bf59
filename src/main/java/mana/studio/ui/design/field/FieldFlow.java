package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Fields side by side, as many in a line as there is room for.
public final class FieldFlow extends FlowPane {
    private static final double NARROWEST = 120;

    private final DoubleBinding lineWidth = Bindings.createDoubleBinding(
            () -> Math.max(
                    NARROWEST, getWidth() - getInsets().getLeft() - getInsets().getRight() - 1),
            widthProperty(),
            insetsProperty());

    public FieldFlow() {
        getStyleClass().add("field-flow");
        setPrefWrapLength(400);
    }

    /// Shows these fields; what is only checked stands together in a line of its own.
    public void show(List<FormField> fields) {
        List<Node> nodes = new ArrayList<>();
        FieldFlow checks = new FieldFlow();
        for (FormField field : fields) {
            if (!field.isCheck()) {
                nodes.add(field.node());
            } else {
                if (checks.getChildren().isEmpty()) {
                    nodes.add(checks);
                }
                checks.getChildren().add(field.node());
            }
        }
        checks.prefWidthProperty().bind(lineWidth);
        getChildren().setAll(nodes);
    }

    /// Fields that take the whole line would not let it become shorter again.
    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST + getInsets().getLeft() + getInsets().getRight();
    }

    DoubleBinding lineWidth() {
        return lineWidth;
    }
}
