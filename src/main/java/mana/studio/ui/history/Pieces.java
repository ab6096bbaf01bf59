package mana.studio.ui.history;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Small pieces that the panes of the history are made of.
final class Pieces {
    private Pieces() {}

    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        // Never lower than its text: a box that is short scrolls instead.
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    static Label heading(String text) {
        return wrapped(text, "history-heading");
    }

    static Label muted(String text) {
        return wrapped(text, "muted");
    }

    static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /// A caption and a sentence below it.
    static Node said(String caption, String sentence) {
        Label head = new Label(caption);
        head.getStyleClass().add("history-caption");
        return new VBox(2, head, wrapped(sentence));
    }

    /// Something that is wrong, with what can be done about it below.
    static Node warning(String sentence, String style, Node... actions) {
        VBox words = new VBox(8, wrapped(sentence));
        words.getChildren().addAll(actions);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox line = new HBox(8, Icons.of(Feather.ALERT_TRIANGLE, style), words);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("history-warning");
        return line;
    }
}
