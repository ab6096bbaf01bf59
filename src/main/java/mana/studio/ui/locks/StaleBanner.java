package mana.studio.ui.locks;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.kit.Blocks;
import org.kordamp.ikonli.feather.Feather;

/// Says in big letters how old the picture is when the server does not answer, why, and which ways there are.
final class StaleBanner extends HBox {
    private final LockBoardModel model;
    private final Label age = new Label();
    private final VBox texts = new VBox(4);
    private final Button again;
    private final Button door;

    StaleBanner(LockBoardModel model) {
        super(24);
        this.model = model;
        setId("lock-stale");
        getStyleClass().add("lock-stale");
        setAlignment(Pos.CENTER_LEFT);
        age.getStyleClass().add("lock-age");
        age.setMinWidth(Region.USE_PREF_SIZE);
        age.managedProperty().bind(age.visibleProperty());
        again = ReleaseSheet.button("Look again", Feather.REFRESH_CW, model::lookNow);
        door = ReleaseSheet.button("Come in by the replication door", Feather.LOG_IN, model::useDoor);
        door.managedProperty().bind(door.visibleProperty());
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(age, texts, new VBox(8, again, door));
        managedProperty().bind(visibleProperty());
        model.sight().subscribe(sight -> show(sight));
    }

    private void show(Sight sight) {
        Sight.Trouble trouble = sight.trouble();
        setVisible(trouble != null);
        if (trouble == null) {
            return;
        }
        age.setVisible(sight.board() != null);
        door.setVisible(trouble.kind() == Sight.Kind.SLOTS_EXHAUSTED);
        texts.getChildren().setAll(Blocks.wrapped(trouble.headline(), "strong"));
        if (!trouble.advice().isEmpty()) {
            texts.getChildren().add(Blocks.wrapped(trouble.advice()));
        }
        String answer = trouble.answer();
        if (answer != null && !answer.isBlank()) {
            texts.getChildren()
                    .add(Blocks.wrapped(
                            (trouble.sqlState() == null ? "" : "SQLSTATE " + trouble.sqlState() + ": ") + answer,
                            "failure-answer"));
        }
        if (sight.board() != null) {
            texts.getChildren()
                    .add(Blocks.wrapped("Below is what was read last. Nothing can be done with it.", "lock-note"));
        }
        tick();
    }

    /// The age goes on.
    void tick() {
        age.setText(Ages.text(model.age()) + " old");
    }
}
