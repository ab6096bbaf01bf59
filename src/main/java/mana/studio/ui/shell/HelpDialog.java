package mana.studio.ui.shell;

import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import mana.studio.ui.data.DataView;
import mana.studio.ui.kit.Shortcut;

/// The keys, with what they do.
final class HelpDialog {
    private HelpDialog() {}

    static void show(MainWindow window) {
        GridPane everywhere = grid("Everywhere");
        window.shortcuts().stream()
                .filter(Shortcut::shown)
                .forEach(shortcut -> add(everywhere, shortcut.keys(), shortcut.words()));
        GridPane rows = grid("In a table's rows");
        DataView.keys().forEach((keys, words) -> add(rows, keys, words));
        HBox both = new HBox(32, everywhere, rows);
        both.getStyleClass().add("keys");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(window.stage());
        dialog.setTitle("Keys");
        dialog.getDialogPane().setContent(both);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }

    private static GridPane grid(String title) {
        GridPane grid = new GridPane(16, 8);
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        grid.add(heading, 0, 0, 2, 1);
        return grid;
    }

    private static void add(GridPane grid, String keys, String words) {
        Label key = new Label(keys);
        key.getStyleClass().add("key-cap");
        key.setMinWidth(Region.USE_PREF_SIZE);
        Label explanation = new Label(words);
        explanation.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), key, explanation);
    }
}
