package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Shows a {@link Failure} in place: what was tried, what the server answered, what to do.
public final class FailurePane extends HBox {
    /// @param actions buttons beside "Copy details", such as "Try again"
    public FailurePane(Failure failure, Node... actions) {
        super(12);
        getStyleClass().add("failure-pane");
        VBox texts = new VBox(4);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.getChildren().add(label(failure.headline(), "failure-headline"));
        texts.getChildren().add(label(context(failure), "failure-context"));
        if (failure.answer() != null) {
            texts.getChildren().add(label(failure.answer(), "failure-answer"));
        }
        if (failure.advice() != null) {
            texts.getChildren().add(label(failure.advice(), "failure-advice"));
        }
        Button copy = new Button("Copy details");
        copy.setOnAction(_ -> copy(failure.details()));
        List<Node> buttons = new ArrayList<>(List.of(actions));
        buttons.add(copy);
        HBox row = new HBox(8);
        row.getChildren().addAll(buttons);
        row.getStyleClass().add("failure-actions");
        texts.getChildren().add(row);
        getChildren().addAll(Icons.of(Feather.ALERT_CIRCLE, "failure-icon"), texts);
    }

    private static String context(Failure failure) {
        return failure.sqlState() == null ? failure.tried() : failure.tried() + " · SQLSTATE " + failure.sqlState();
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
