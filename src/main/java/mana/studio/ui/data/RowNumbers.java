package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import mana.studio.ui.kit.Amounts;

/// The positions of the rows in sight, left of the grid; estimated ones carry ≈. A click selects the row.
final class RowNumbers extends Pane {
    private static final double PADDING = 10;
    private static final double CHARACTER = 7;
    private static final double NARROWEST = 44;

    private final List<Text> numbers = new ArrayList<>();
    private final Pane lines = new Pane();
    private final GridModel model;
    private double top;

    RowNumbers(GridModel model) {
        this.model = model;
        getStyleClass().add("row-numbers");
        setAccessibleText("Row numbers");
        setMinWidth(NARROWEST);
        setPrefWidth(NARROWEST);
        getChildren().add(lines);
        lines.setManaged(false);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /// Shows the numbers of rows.
    ///
    /// @param newTop   where the first of them starts, in pixels
    /// @param rowHeight of each, in pixels
    void show(int firstIndex, int lastIndex, double newTop, double hidden, double rowHeight) {
        top = newTop;
        int count = Math.min(lastIndex + 1, model.window().stretch().rows().size()) - firstIndex;
        while (numbers.size() < count) {
            Text number = new Text();
            number.getStyleClass().add("row-number");
            numbers.add(number);
            lines.getChildren().add(number);
        }
        int longest = 0;
        for (int line = 0; line < numbers.size(); line++) {
            Text number = numbers.get(line);
            number.setVisible(line < count);
            if (line < count) {
                long place = model.window().stretch().place(firstIndex + line);
                number.setText(word(place));
                longest = Math.max(longest, number.getText().length());
                boolean selected = isSelected(place);
                if (selected != number.getStyleClass().contains("selected-number")) {
                    if (selected) {
                        number.getStyleClass().add("selected-number");
                    } else {
                        number.getStyleClass().remove("selected-number");
                    }
                }
                number.setY(Math.round(newTop - hidden + line * rowHeight + rowHeight / 2 + 4));
            }
        }
        setPrefWidth(Math.max(NARROWEST, longest * CHARACTER + 2 * PADDING));
        numbers.forEach(number -> number.setX(
                getPrefWidth() - PADDING - number.getLayoutBounds().getWidth()));
        Rectangle visible = new Rectangle(0, top, getPrefWidth(), Math.max(0, getHeight() - top));
        lines.setClip(visible);
    }

    /// Where the first row starts, in pixels from the top of this pane.
    double top() {
        return top;
    }

    private String word(long place) {
        String number = Amounts.exact(model.window().stretch().position(place) + 1);
        return model.window().stretch().isExact() ? number : "≈ " + number;
    }

    private boolean isSelected(long place) {
        CellRange selected = model.selection().range().get();
        return selected != null && place >= selected.top() && place <= selected.bottom();
    }
}
