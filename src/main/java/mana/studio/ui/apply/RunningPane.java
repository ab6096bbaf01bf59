package mana.studio.ui.apply;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import mana.studio.apply.LineState;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// How far it is, and the way to stop it.
final class RunningPane extends HBox {
    private final ApplyModel model;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = new Label();
    private final Button cancel = new Button("Cancel");
    private final Button locks = new Button("Open the lock board");
    private final Timeline clock;

    /// @param openLocks leads to the board that shows who is in the way
    RunningPane(ApplyModel model, Runnable openLocks) {
        super(12);
        this.model = model;
        getStyleClass().add("apply-buttons");
        bar.setPrefWidth(160);
        bar.setAccessibleText("Progress");
        cancel.setId("apply-cancel");
        cancel.setOnAction(_ -> model.cancel());
        cancel.disableProperty().bind(model.cancelling());
        locks.setId("apply-locks");
        locks.setGraphic(Icons.of(Feather.LOCK));
        locks.setMinWidth(Button.USE_PREF_SIZE);
        locks.setOnAction(_ -> openLocks.run());
        locks.managedProperty().bind(locks.visibleProperty());
        getChildren().addAll(bar, text, Blocks.gap(), locks, cancel);
        clock = new Timeline(new KeyFrame(Duration.millis(250), _ -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                clock.play();
            }
        });
        tick();
    }

    @Override
    public void requestFocus() {
        cancel.requestFocus();
    }

    private String words(boolean committed, long done, long all) {
        if (committed) {
            return model.order().get().wanted() == null
                    ? "Everything is committed."
                    : "Everything is committed. The database is compared with the design …";
        }
        return model.cancelling().get()
                ? "Stopping; what is not committed is undone …"
                : done + " of " + Amounts.counted(all, "statement", "statements") + " done";
    }

    private void tick() {
        model.progress().tick();
        long all = model.progress().items().stream()
                .filter(CourseItem.Statement.class::isInstance)
                .count();
        long done = model.progress().items().stream()
                .filter(item -> item instanceof CourseItem.Statement statement
                        && statement.state().isDone())
                .count();
        boolean committed = model.progress().items().stream()
                .allMatch(item -> !(item instanceof CourseItem.Statement statement)
                        || statement.state() instanceof LineState.Committed);
        locks.setVisible(model.progress().items().stream()
                .anyMatch(item -> item instanceof CourseItem.Statement statement
                        && statement.state() instanceof LineState.Waiting));
        bar.setProgress(all == 0 ? 0 : committed ? -1 : (double) done / all);
        cancel.setText(committed ? "Skip" : "Cancel");
        text.setText(words(committed, done, all));
    }
}
