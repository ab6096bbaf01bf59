package mana.studio.ui.console;

import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TextArea;
import mana.studio.rows.Cell;
import mana.studio.schema.Column;
import mana.studio.ui.kit.Amounts;

/// A value in full.
final class ValueDialog {
    private ValueDialog() {}

    static void show(Node owner, Column column, Cell cell) {
        TextArea text = new TextArea(cell.text() == null ? "" : cell.text());
        text.setEditable(false);
        text.setWrapText(true);
        text.setPromptText("NULL");
        text.getStyleClass().add("mono");
        text.setPrefSize(560, 320);
        Dialog<Void> dialog = new Dialog<>();
        dialog.initOwner(owner.getScene().getWindow());
        dialog.setTitle(column.name());
        String size = cell.isNull()
                ? "NULL"
                : Amounts.exact(cell.length()) + " characters" + (cell.cut() ? ", the first 100,000 shown" : "");
        dialog.setHeaderText(column.name() + " · " + column.type().sql() + " · " + size);
        dialog.getDialogPane().setContent(text);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
        text.requestFocus();
    }
}
