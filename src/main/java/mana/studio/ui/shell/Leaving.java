package mana.studio.ui.shell;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Asks before a database is left to which something is still being applied.
final class Leaving {
    private final Stage owner;

    Leaving(Stage owner) {
        this.owner = owner;
    }

    /// @param desk the open database; null for none
    /// @param verb what leaving is, in the imperative: `disconnect`
    /// @param then leaves, once nothing runs any more
    /// @param stay called where the person wants to stay
    void ask(@Nullable Desk desk, String verb, Runnable then, Runnable stay) {
        if (desk == null || !desk.drafting().isApplying()) {
            then.run();
        } else if (confirms(desk.session().workspace().profile().target().database(), verb)) {
            desk.drafting().stopApplying(then);
        } else {
            stay.run();
        }
    }

    private boolean confirms(String database, String verb) {
        ButtonType yes = new ButtonType("Stop and " + verb, ButtonData.OK_DONE);
        Alert alert = new Alert(
                Alert.AlertType.NONE,
                "What is not committed is undone. What is, stays.",
                yes,
                new ButtonType("Go on", ButtonData.CANCEL_CLOSE));
        alert.initOwner(owner);
        alert.setTitle("Mana Schema Studio");
        alert.setHeaderText("Applying to " + database + " is still running. Stop it and " + verb + "?");
        Button stop = (Button) alert.getDialogPane().lookupButton(yes);
        stop.setDefaultButton(false);
        stop.getStyleClass().add("danger");
        return alert.showAndWait().filter(yes::equals).isPresent();
    }
}
