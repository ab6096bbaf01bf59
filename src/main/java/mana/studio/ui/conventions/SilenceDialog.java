package mana.studio.ui.conventions;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.convention.Breach;

/// Asks why a breach is granted.
final class SilenceDialog {
    private SilenceDialog() {}

    /// The reason; empty where the person changed their mind.
    static Optional<String> ask(Window owner, Breach breach) {
        TextField reason = new TextField();
        reason.setId("silence-reason");
        reason.setPromptText("Why it may stay so");
        reason.setAccessibleText("Reason");
        Label explanation =
                new Label("Kept in conventions.json with the reason, counted, and shown on request. The rule goes on"
                        + " to hold everywhere else.");
        explanation.getStyleClass().add("muted");
        explanation.setWrapText(true);
        Label caption = new Label("Reason");
        caption.setLabelFor(reason);
        VBox content = new VBox(8, new Label(breach.message()), caption, reason, explanation);
        content.setPrefWidth(460);
        ButtonType silence = new ButtonType("Silence", ButtonData.OK_DONE);
        Dialog<String> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Silence");
        dialog.setHeaderText("Silence " + breach.rule().id() + " for " + breach.where() + "?");
        dialog.getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(silence, ButtonType.CANCEL);
        Node button = dialog.getDialogPane().lookupButton(silence);
        button.disableProperty().bind(reason.textProperty().map(String::isBlank));
        dialog.setResultConverter(
                pressed -> pressed == silence ? reason.getText().strip() : null);
        dialog.setOnShown(_ -> Platform.runLater(reason::requestFocus));
        return dialog.showAndWait();
    }
}
