package mana.studio.ui.shell;

import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Shows what runs in the background, after 300 ms, and cancels it.
final class TaskIndicator extends HBox {
    private final Background background;
    private final ProgressIndicator wheel = new ProgressIndicator();
    private final Label title = new Label();
    private final PauseTransition delay = new PauseTransition(Duration.millis(300));

    TaskIndicator(Background background) {
        super(8);
        this.background = background;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("task-indicator");
        wheel.setMaxSize(16, 16);
        Button cancel = new Button("", Icons.of(Feather.X));
        cancel.getStyleClass().addAll("flat", "button-icon");
        cancel.setAccessibleText("Cancel what runs");
        cancel.setTooltip(new Tooltip("Cancel (Ctrl+F2)"));
        cancel.setOnAction(_ -> cancelNewest());
        getChildren().addAll(wheel, title, cancel);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        delay.setOnFinished(_ -> setVisible(!background.running().isEmpty()));
        background.running().addListener((ListChangeListener<Running>) _ -> follow());
    }

    boolean isIdle() {
        return background.running().isEmpty();
    }

    /// Cancels the job that was started last.
    void cancelNewest() {
        if (!background.running().isEmpty()) {
            background.running().getLast().cancel();
        }
    }

    private void follow() {
        title.textProperty().unbind();
        if (background.running().isEmpty()) {
            delay.stop();
            setVisible(false);
            return;
        }
        Running newest = background.running().getLast();
        int others = background.running().size() - 1;
        title.textProperty().bind(newest.message().map(message -> describe(newest.title(), message, others)));
        wheel.progressProperty().unbind();
        wheel.progressProperty().bind(newest.fraction());
        if (!isVisible()) {
            delay.playFromStart();
        }
    }

    private static String describe(String title, String message, int others) {
        String text = message.isEmpty() ? title : title + " · " + message;
        return others == 0 ? text : text + " (+" + others + ")";
    }
}
