package mana.studio.ui.objects;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The parts of a question: controls under their names.
final class Ask {
    private Ask() {}

    /// A control under its name.
    static VBox named(String name, Control control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("field-name");
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name);
        return new VBox(4, label, control);
    }

    /// Fields side by side, the last taking what room there is.
    static HBox row(Node... fields) {
        HBox row = new HBox(12, fields);
        HBox.setHgrow(fields[fields.length - 1], Priority.ALWAYS);
        return row;
    }

    /// One below the other.
    static VBox column(Node... parts) {
        VBox column = new VBox(12, parts);
        column.getStyleClass().add("ask-fields");
        return column;
    }

    static Label words(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
