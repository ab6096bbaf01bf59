package mana.studio.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// What a screen shows while it has nothing to show: what it is for, and what to do next.
public final class EmptyState extends VBox {
    /// @param actions buttons or links, the likeliest first
    public EmptyState(Ikon icon, String title, String text, Node... actions) {
        super(8);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Label heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        Label explanation = new Label(text);
        explanation.getStyleClass().add("empty-text");
        explanation.setWrapText(true);
        getChildren().addAll(Icons.of(icon, "empty-icon"), heading, explanation);
        getChildren().addAll(actions);
    }
}
