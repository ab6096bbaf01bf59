package mana.studio.ui.kit;

import java.util.function.Function;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A row of a list, as high as its content needs in the list's width.
public final class BoxCell<T> extends ListCell<T> {
    private final Function<T, Region> boxes;

    /// @param boxes makes the content of a row
    public BoxCell(Function<T, Region> boxes) {
        this.boxes = boxes;
        getStyleClass().add("box-cell");
    }

    @Override
    protected void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
        } else {
            Region box = boxes.apply(item);
            setGraphic(box);
            setAccessibleText(box.getAccessibleText());
        }
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
        double inner = (width <= 0 ? getWidth() : width) - snappedLeftInset() - snappedRightInset();
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
