package mana.studio.ui.locks;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// Which server this is, what this role sees and may, how old the picture is, and how to stop it.
final class TopStrip extends HBox {
    private final LockBoardModel model;
    private final Label server = label("lock-server");
    private final Label role = label("muted");
    private final Label place = label("muted");
    private final Label state = label("lock-refresh");
    private final ToggleButton pause = new ToggleButton("Pause", Icons.of(Feather.PAUSE));

    TopStrip(LockBoardModel model, Node... buttons) {
        super(8);
        this.model = model;
        getStyleClass().add("lock-strip");
        setAlignment(Pos.CENTER_LEFT);
        FlowPane words = new FlowPane(16, 2, server, role, place, state);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setPrefWrapLength(680);
        HBox.setHgrow(words, Priority.ALWAYS);
        pause.setId("lock-pause");
        pause.setMinWidth(USE_PREF_SIZE);
        pause.setTooltip(new Tooltip("Freezes the picture (Space)"));
        pause.setOnAction(_ -> model.pause(pause.isSelected()));
        model.paused().subscribe(pause::setSelected);
        getChildren().addAll(words, pause);
        getChildren().addAll(buttons);
        model.sight().subscribe(sight -> show(sight));
        model.paused().subscribe((_, _) -> tick());
    }

    private static Label label(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        return label;
    }

    private void show(Sight sight) {
        Capabilities known = sight.capabilities();
        if (known != null) {
            server.setText((known.address().isEmpty() ? "local socket" : known.address() + ":" + known.port()) + " · "
                    + known.database());
            role.setText(rights(known));
            place.setText(known.inRecovery() ? "replica" : "primary");
        }
        tick();
    }

    /// `mana_app: sees all sessions; may end its own role’s only`
    private static String rights(Capabilities known) {
        String sees =
                known.seesAll() || known.superuser() ? "sees all sessions" : "sees its own sessions’ details only";
        String ends = known.superuser()
                ? "may end all of them"
                : known.signals() ? "may end all but superusers’" : "may end its own role’s only";
        return known.role() + ": " + sees + "; " + ends;
    }

    /// The age of the picture goes on.
    void tick() {
        Sight sight = model.sight().get();
        state.setText(words(sight));
    }

    private String words(Sight sight) {
        if (sight.readAt() == null) {
            return sight.trouble() == null ? "Looking …" : "Not reached";
        }
        String age = model.age().toSeconds() < 1 ? "just read" : "read " + Ages.text(model.age()) + " ago";
        if (model.paused().get()) {
            return "Paused, " + age;
        }
        if (sight.trouble() != null) {
            return age + ", not reached since";
        }
        return switch (sight.pace()) {
            case WATCHED -> age + ", every 2 s";
            case CLOSE -> age + ", four times a second";
            case BADGE -> age + ", every 30 s";
            case PAUSED -> age;
            case BY_HAND -> age + "; the list is slow, so look again by F5";
        };
    }
}
