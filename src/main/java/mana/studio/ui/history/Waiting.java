package mana.studio.ui.history;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/// What stands where something is on its way.
final class Waiting {
    private Waiting() {}

    static Node saying(String words) {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.getStyleClass().add("explorer-loading-indicator");
        Label text = new Label(words);
        text.getStyleClass().add("muted");
        VBox waiting = new VBox(12, indicator, text);
        waiting.setAlignment(Pos.CENTER);
        return waiting;
    }
}
