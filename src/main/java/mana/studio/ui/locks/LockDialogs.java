package mana.studio.ui.locks;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/// Makes the board's dialogs look like the window they belong to.
final class LockDialogs {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private LockDialogs() {}

    static Dialog<ButtonType> of(Window owner, String title, Node content, ButtonType... buttons) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setGraphic(null);
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(buttons);
        dialog.getDialogPane().setPrefWidth(720);
        dialog.getDialogPane().setContent(content);
        boolean dark = owner.getScene().getRoot().getPseudoClassStates().contains(DARK);
        dialog.getDialogPane().pseudoClassStateChanged(DARK, dark);
        return dialog;
    }
}
