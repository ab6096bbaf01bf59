package mana.studio.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Background.Running;

/// What is shown while a database is being opened: what happens now, and a way out.
final class OpeningView extends VBox {
    OpeningView(Running opening) {
        super(12);
        setAlignment(Pos.CENTER);
        getStyleClass().add("empty-state");
        setId("opening");
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.progressProperty().bind(opening.fraction());
        wheel.setMaxSize(40, 40);
        Label title = new Label(opening.title());
        title.getStyleClass().add("empty-title");
        Label message = new Label();
        message.getStyleClass().add("empty-text");
        message.setWrapText(true);
        message.textProperty().bind(opening.message());
        Button cancel = new Button("Cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> opening.cancel());
        getChildren().addAll(wheel, title, message, cancel);
    }
}
