package mana.studio.ui.connect;

import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A colour as a dot and a word.
final class ColorCell extends ListCell<ProfileColor> {
    private final Region dot = new Region();

    ColorCell() {
        dot.getStyleClass().add("profile-dot");
    }

    @Override
    protected void updateItem(@Nullable ProfileColor color, boolean empty) {
        super.updateItem(color, empty);
        if (empty || color == null) {
            setText(null);
            setGraphic(null);
        } else {
            setText(color.toString());
            dot.getStyleClass().setAll("profile-dot", style(color.savedName()));
            setGraphic(dot);
        }
    }

    static String style(@Nullable String name) {
        return "profile-" + (name == null ? "none" : name);
    }
}
