package mana.studio.ui.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import mana.studio.ui.kit.Shortcut;

/// The keys, with what they do.
final class HelpDialog {
    private HelpDialog() {}

    static void show(MainWindow window) {
        GridPane grid = new GridPane(24, 8);
        grid.getStyleClass().add("keys");
        window.shortcuts().stream().filter(Shortcut::shown).forEach(shortcut -> {
            Label key = new Label(shortcut.keys());
            key.getStyleClass().add("key-cap");
            grid.addRow(grid.getRowCount(), key, new Label(shortcut.words()));
        });
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(window.stage());
        dialog.setTitle("Keys");
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }
}
