package mana.studio.ui.objects;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A question with some fields: its title, a button that says what will be done, and one that does nothing.
final class AskDialog {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final Dialog<ButtonType> dialog = new Dialog<>();
    private final ButtonType action;

    /// @param action what the button says: the deed
    AskDialog(Window owner, String title, String action) {
        this.action = new ButtonType(action, ButtonData.OK_DONE);
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(this.action, ButtonType.CANCEL);
        dialog.getDialogPane().getStyleClass().add("ask-dialog");
        boolean dark = owner.getScene().getRoot().getPseudoClassStates().contains(DARK);
        dialog.getDialogPane().pseudoClassStateChanged(DARK, dark);
    }

    /// What stands between title and buttons.
    AskDialog asking(Node content) {
        dialog.getDialogPane().setContent(content);
        return this;
    }

    AskDialog wide(double width) {
        dialog.getDialogPane().setPrefWidth(width);
        return this;
    }

    /// The deed can only be done while that is so.
    AskDialog only(ObservableValue<Boolean> possible) {
        // Bindings are held weakly by what they are made of: without this nobody would hold it.
        dialog.getDialogPane().getProperties().put("possible", possible);
        possible.subscribe(able -> button().setDisable(!able));
        return this;
    }

    /// The deed destroys: Enter does nothing, and the button says that it is grave.
    AskDialog grave() {
        button().setDefaultButton(false);
        button().getStyleClass().add("danger");
        Button cancel = (Button) dialog.getDialogPane().lookupButton(ButtonType.CANCEL);
        cancel.setDefaultButton(true);
        dialog.setOnShown(_ -> cancel.requestFocus());
        return this;
    }

    /// Shows it and returns at once.
    ///
    /// @param first gets the focus; null for the usual
    void show(@Nullable Node first, Runnable deed) {
        button().addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            dialog.close();
            deed.run();
        });
        if (first != null) {
            dialog.setOnShown(_ -> first.requestFocus());
        }
        // A dialog without a result does not close itself.
        dialog.setResultConverter(pressed -> pressed);
        dialog.show();
    }

    private Button button() {
        return (Button) dialog.getDialogPane().lookupButton(action);
    }
}
