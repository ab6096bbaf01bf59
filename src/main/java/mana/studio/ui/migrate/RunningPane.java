package mana.studio.ui.migrate;

import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import mana.studio.drizzle.migrate.LockHolder;
import mana.studio.drizzle.migrate.MigrateEvent;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How far it is, who is in the way, and how to stop it.
final class RunningPane extends VBox {
    private final MigrateModel model;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label text = new Label();
    private final Button cancel = new Button("Cancel");
    private final VBox inTheWay = new VBox();
    private final Timeline clock;
    private final Runnable openLocks;

    /// @param openLocks leads to the board that shows who holds the lock
    RunningPane(MigrateModel model, Runnable openLocks) {
        super(12);
        this.model = model;
        this.openLocks = openLocks;
        getStyleClass().add("apply-asking");
        bar.setPrefWidth(160);
        bar.setAccessibleText("Progress");
        cancel.setId("migrate-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        cancel.disableProperty().bind(model.cancelling());
        HBox row = new HBox(12, bar, text, Blocks.gap(), cancel);
        row.getStyleClass().add("apply-buttons");
        inTheWay.managedProperty().bind(inTheWay.visibleProperty());
        getChildren().addAll(inTheWay, row);
        model.waiting().subscribe(this::waiting);
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

    private void waiting(MigrateEvent.@Nullable WaitingForLock waiting) {
        inTheWay.setVisible(waiting != null);
        inTheWay.getChildren().clear();
        if (waiting != null) {
            inTheWay.getChildren().add(box(waiting));
        }
        tick();
    }

    private Node box(MigrateEvent.WaitingForLock waiting) {
        List<LockHolder> holders = waiting.holders();
        String who = holders.isEmpty()
                ? "somebody whom this role may not see"
                : holders.stream().map(LockHolder::text).collect(Collectors.joining(", "));
        VBox texts =
                new VBox(4, Blocks.wrapped("Advisory lock " + waiting.lockId() + " is held by " + who + ".", "strong"));
        holders.stream()
                .filter(holder -> !holder.query().isBlank())
                .forEach(holder -> texts.getChildren()
                        .add(Blocks.wrapped(
                                "Its last statement: " + holder.query().strip(), "apply-detail")));
        texts.getChildren()
                .add(Blocks.wrapped(
                        "Somebody may be migrating right now. Nobody else can unlock it: it is free when that session"
                                + " ends. Tried again every 5 s, for "
                                + (waiting.timeout().toSeconds()
                                        - waiting.waited().toSeconds()) + " s more.",
                        "apply-reason"));
        Button board = new Button("Open the lock board", Icons.of(Feather.LOCK));
        board.setId("migrate-locks");
        board.setOnAction(_ -> openLocks.run());
        texts.getChildren().add(board);
        return Blocks.box("apply-warning", Blocks.marked(Feather.LOCK, "icon-warning", texts));
    }

    private void tick() {
        model.tick();
        List<MigrateItem.Sent> all = model.items().stream()
                .filter(MigrateItem.Sent.class::isInstance)
                .map(MigrateItem.Sent.class::cast)
                .toList();
        long done = all.stream().filter(sent -> sent.state().isDone()).count();
        boolean waits = model.waiting().get() != null;
        bar.setProgress(waits || all.isEmpty() ? ProgressBar.INDETERMINATE_PROGRESS : (double) done / all.size());
        text.setText(
                model.cancelling().get()
                        ? "Stopping; what is not committed is undone …"
                        : waits
                                ? "Waiting for the lock …"
                                : done + " of " + Amounts.counted(all.size(), "statement", "statements") + " done");
    }
}
