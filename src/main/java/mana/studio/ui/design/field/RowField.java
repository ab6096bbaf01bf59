package mana.studio.ui.design.field;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The small buttons of a field that has several lines.
final class RowField {
    private RowField() {}

    /// @param does for the tooltip and for screen readers: `Take out pair 1`
    static Button button(Feather icon, String does, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "part-button");
        button.setAccessibleText(does);
        button.setTooltip(new Tooltip(does));
        button.setOnAction(_ -> action.run());
        return button;
    }

    static Button adding(String word, Runnable action) {
        Button button = new Button(word, Icons.of(Feather.PLUS));
        button.getStyleClass().addAll("flat", "section-button");
        button.setOnAction(_ -> action.run());
        return button;
    }
}
