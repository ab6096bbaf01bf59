package mana.studio.ui.shell;

import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;

/// The dialogs of the window itself.
final class AppDialogs {
    private final MainWindow window;
    private final Parts parts;

    AppDialogs(MainWindow window, Parts parts) {
        this.window = window;
        this.parts = parts;
    }

    void services() {
        ServicesDialog.show(window.stage(), parts.services(), parts.background());
    }

    void keys() {
        HelpDialog.show(window.stage(), window.commands().described());
    }

    void resetDemo() {
        ButtonType reset = new ButtonType("Reset demo database", ButtonBar.ButtonData.OK_DONE);
        Alert question = alert(
                "Reset the demo database?",
                "Everything changed in it since it was made is lost. Other databases are not touched.",
                reset,
                ButtonType.CANCEL);
        Button destructive = (Button) question.getDialogPane().lookupButton(reset);
        destructive.setDefaultButton(false);
        destructive.getStyleClass().add("danger");
        ((Button) question.getDialogPane().lookupButton(ButtonType.CANCEL)).setDefaultButton(true);
        question.showAndWait().filter(reset::equals).ifPresent(_ -> window.resetDemo());
    }

    void about() {
        String version = AppDialogs.class.getPackage().getImplementationVersion();
        alert(
                        "Mana Schema Studio " + (version == null ? "" : version),
                        "Settings: " + parts.places().config() + "\nData: "
                                + parts.places().data() + "\nLogs: "
                                + parts.places().state(),
                        ButtonType.CLOSE)
                .show();
    }

    private Alert alert(String header, String text, ButtonType... buttons) {
        Alert alert = new Alert(Alert.AlertType.NONE, text, buttons);
        alert.initOwner(window.stage());
        alert.setTitle("Mana Schema Studio");
        alert.setHeaderText(header);
        return alert;
    }
}
