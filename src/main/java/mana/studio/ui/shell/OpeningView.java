package mana.studio.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Background.Running;

/// What is shown while a database is being opened: what happens now, and a way out.
final class OpeningView extends VBox {
    OpeningView(Running opening) {
        super(12);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
        setId("opening");
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(opening.fraction());
        bar.setPrefWidth(240);
        Label title = new Label(opening.title());
        title.getStyleClass().add("empty-title");
        Label message = new Label();
        message.getStyleClass().add("empty-text");
        message.setWrapText(true);
        message.textProperty().bind(opening.message());
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> opening.cancel());
        getChildren().addAll(title, message, bar, cancel);
    }
}
