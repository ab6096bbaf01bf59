package mana.studio.ui.connect;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;
import mana.studio.connection.Profile;

/// Asks before a saved connection is deleted.
final class DeleteDialog {
    private DeleteDialog() {}

    static boolean confirms(Profile profile, Window owner) {
        ButtonType delete = new ButtonType("Delete", ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.CONFIRMATION,
                "Only this entry is deleted; the database is not touched, nor is ~/.pgpass.",
                delete,
                ButtonType.CANCEL);
        alert.setGraphic(null);
        alert.initOwner(owner);
        alert.setTitle("Delete connection");
        alert.setHeaderText("Delete connection " + profile.name() + "?");
        alert.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        ((Button) alert.getDialogPane().lookupButton(delete)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
        return alert.showAndWait().filter(delete::equals).isPresent();
    }
}
