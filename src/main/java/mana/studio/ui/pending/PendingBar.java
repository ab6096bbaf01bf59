package mana.studio.ui.pending;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// How much is pending, for the window's bar: `3 changes in 2 tables`. Opens the changes; hidden where there are none.
public final class PendingBar extends Button {
    public PendingBar(Session session, PendingDesign pending) {
        PendingModel model = new PendingModel(session, pending);
        setId("pending-bar");
        getStyleClass().add("pending-bar");
        setGraphic(Icons.of(Feather.EDIT_3, "pending-icon"));
        setTooltip(new Tooltip("Show what is pending"));
        textProperty().bind(model.count());
        pending.conflicts().subscribe(conflicts -> {
            boolean any = !conflicts.isEmpty();
            setGraphic(
                    any ? Icons.of(Feather.ALERT_TRIANGLE, "icon-warning") : Icons.of(Feather.EDIT_3, "pending-icon"));
            setAccessibleHelp(any ? conflicts.size() + " conflicts with the database" : null);
        });
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
        setOnAction(_ -> session.navigator().open(Navigator.Screen.CHANGES));
    }
}
