package mana.studio.ui.pending;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.design.Conflict;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The conflicts between the design and a database that has changed, one by one: mine, theirs, and the choice.
final class ConflictPane extends VBox {
    private final PendingModel model;
    private final Label title = new Label();
    private final Hyperlink what = new Hyperlink();
    private final Label mine = value("conflict-mine");
    private final Label theirs = value("conflict-theirs");
    private final Button keepMine = new Button("Keep mine");
    private final Button takeTheirs = new Button("Take theirs");
    private final Button later = new Button(null, Icons.of(Feather.CHEVRON_RIGHT));
    private List<Conflict> conflicts = List.of();
    private @Nullable Conflict shown;
    private int at;

    ConflictPane(PendingModel model) {
        this.model = model;
        getStyleClass().add("conflict-pane");
        Label icon = new Label(null, Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        title.getStyleClass().add("strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        later.getStyleClass().addAll("button-icon", "flat");
        later.setAccessibleText("Next conflict");
        HBox head = new HBox(8, icon, title, space, later);
        head.setAlignment(Pos.CENTER_LEFT);
        what.getStyleClass().add("conflict-what");
        what.setOnAction(_ -> {
            if (shown != null) {
                model.show(shown);
            }
        });
        HBox sides = new HBox(12, side("In your design", mine, keepMine), side("In the database", theirs, takeTheirs));
        getChildren().addAll(head, what, sides);
        keepMine.setOnAction(_ -> resolve(false));
        takeTheirs.setOnAction(_ -> resolve(true));
        later.setOnAction(_ -> show(at + 1));
        managedProperty().bind(visibleProperty());
        model.conflicts().subscribe(this::follow);
    }

    private static Label value(String style) {
        Label label = new Label();
        label.getStyleClass().addAll("conflict-value", style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static VBox side(String caption, Label value, Button choose) {
        Label title = new Label(caption);
        title.getStyleClass().add("section-title");
        title.setLabelFor(value);
        VBox side = new VBox(6, title, value, choose);
        side.getStyleClass().add("conflict-side");
        side.setMinWidth(0);
        side.setPrefWidth(300);
        side.setMaxHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(side, Priority.ALWAYS);
        return side;
    }

    private void follow(List<Conflict> all) {
        conflicts = all;
        show(Math.min(at, Math.max(0, all.size() - 1)));
    }

    private void show(int index) {
        setVisible(!conflicts.isEmpty());
        at = conflicts.isEmpty() ? 0 : index % conflicts.size();
        shown = conflicts.isEmpty() ? null : conflicts.get(at);
        later.setVisible(conflicts.size() > 1);
        if (shown == null) {
            return;
        }
        title.setText(
                conflicts.size() == 1
                        ? "The database was changed too"
                        : "The database was changed too: %d of %d".formatted(at + 1, conflicts.size()));
        what.setText(shown.what());
        mine.setText(shown.mine());
        theirs.setText(shown.theirs());
        keepMine.setAccessibleText("Keep mine: " + shown.what() + " " + shown.mine());
        takeTheirs.setAccessibleText("Take theirs: " + shown.what() + " " + shown.theirs());
    }

    private void resolve(boolean takesTheirs) {
        Conflict conflict = shown;
        if (conflict != null) {
            model.resolve(conflict, takesTheirs);
        }
    }
}
