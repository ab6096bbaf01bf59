package mana.studio.ui.connect;

import atlantafx.base.theme.Styles;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.ui.connect.FormModel.Field;

/// The parts of a form: a control under its name, and what is wrong with it below.
final class Fields {
    private Fields() {}

    /// A control under its name.
    static VBox named(String name, Control control) {
        Label label = new Label(name);
        label.setLabelFor(control);
        label.getStyleClass().add("field-name");
        control.setMaxWidth(Double.MAX_VALUE);
        control.setAccessibleText(name);
        return new VBox(4, label, control);
    }

    /// A control that is looked at when it is left; what is wrong stands below it.
    static VBox checked(String name, Control control, FormModel model, Field field) {
        VBox box = named(name, control);
        Label error = error(model.errors(), field, control);
        control.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                model.check(field);
            }
        });
        box.getChildren().add(error);
        return box;
    }

    private static Label error(ObservableMap<Field, String> errors, Field field, Control control) {
        Label error = new Label();
        error.getStyleClass().add("field-error");
        error.setId(control.getId() + "-error");
        error.setWrapText(true);
        error.setVisible(false);
        error.managedProperty().bind(error.visibleProperty());
        errors.addListener((MapChangeListener<Field, String>) _ -> {
            String text = errors.getOrDefault(field, "");
            error.setText(text);
            error.setVisible(!text.isEmpty());
            control.setAccessibleHelp(text);
            control.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
        });
        return error;
    }

    /// Fields side by side, the first taking what room there is.
    static HBox row(Node first, Node... others) {
        HBox row = new HBox(12, first);
        row.getChildren().addAll(others);
        HBox.setHgrow(first, Priority.ALWAYS);
        return row;
    }

    /// Fields side by side, each taking as much room as the others.
    static HBox even(VBox... fields) {
        HBox row = new HBox(12, fields);
        for (VBox field : fields) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(100);
        }
        return row;
    }
}
