package mana.studio.ui.design.field;

import javafx.scene.layout.Region;
import mana.studio.design.Spot.Field;

/// A field of the form.
public interface FormField {
    Region node();

    /// Which field of its part it is.
    Field field();

    /// Shows what the design has now; what is being typed stays as it is.
    void refresh();

    void focus();

    /// Whether it is a box with its name behind it, and stands among such.
    default boolean isCheck() {
        return false;
    }
}
