package mana.studio.ui.data;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import mana.studio.rows.SoftDeleted;

/// What to do with rows marked as deleted: show, hide, only those.
final class SoftDeleteSwitch extends HBox {
    SoftDeleteSwitch(DataModel model) {
        super(6);
        getStyleClass().add("soft-delete");
        Label deleted = new Label("Deleted rows");
        deleted.getStyleClass().add("muted");
        HBox choices = new HBox();
        choices.getStyleClass().add("side-switch");
        ToggleGroup group = new ToggleGroup();
        Map<SoftDeleted, ToggleButton> buttons = new EnumMap<>(SoftDeleted.class);
        for (SoftDeleted choice : SoftDeleted.values()) {
            ToggleButton button = new ToggleButton(word(choice));
            button.setId("deleted-" + word(choice).toLowerCase(Locale.ROOT));
            button.setAccessibleText(word(choice) + " rows marked as deleted");
            button.getStyleClass().add("side-button");
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.softDeleted(choice);
            });
            buttons.put(choice, button);
            choices.getChildren().add(button);
        }
        model.query().subscribe(query -> group.selectToggle(buttons.get(query.softDeleted())));
        getChildren().addAll(deleted, choices);
    }

    private static String word(SoftDeleted choice) {
        return switch (choice) {
            case SHOW -> "Show";
            case HIDE -> "Hide";
            case ONLY -> "Only";
        };
    }
}
