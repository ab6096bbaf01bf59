package mana.studio.ui.structure;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Says that an object is no longer there; what was known of it stays below.
final class GoneBanner extends HBox {
    GoneBanner(ObservableValue<SchemaObject> object, ObservableValue<Boolean> gone) {
        super(8);
        getStyleClass().add("gone-banner");
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty()
                .bind(object.map(last -> Icons.word(last) + " " + last.name())
                        .map(name -> "The " + name + " is no longer in the database. This is how it was."));
        getChildren().addAll(Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"), text);
        visibleProperty().bind(gone);
        managedProperty().bind(gone);
    }
}
