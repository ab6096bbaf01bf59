package mana.studio.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;

/// How this screen's small controls are made.
final class DataActions {
    private DataActions() {}

    /// A button that is only an icon; its words are its tooltip.
    static Button button(Ikon icon, String words, Runnable action) {
        Button button = new Button("", Icons.of(icon));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Shows or hides a node, with the room it takes.
    static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
