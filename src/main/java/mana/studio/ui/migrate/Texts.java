package mana.studio.ui.migrate;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;

/// The small parts that the views of this package share.
final class Texts {
    private Texts() {}

    /// Text that wraps.
    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// An icon before something that takes the rest of the width.
    static HBox marked(Ikon icon, String style, Node content) {
        HBox row = new HBox(8, Icons.of(icon, style), content);
        HBox.setHgrow(content, Priority.ALWAYS);
        row.getStyleClass().add("marked-line");
        return row;
    }

    /// A frame around what belongs together.
    static VBox box(String style, Node... content) {
        VBox box = new VBox(8, content);
        box.getStyleClass().addAll("apply-box", style);
        return box;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
