package mana.studio.ui.objects.form;

import javafx.scene.Node;
import mana.studio.design.Spot.Field;

/// A field of a form: it shows one value of the design and changes it.
interface FormField<T> {
    Node node();

    Field field();

    /// Shows what the design has now; what is being typed stays as it is.
    void refresh(ThingState<T> state);

    void focus();
}
