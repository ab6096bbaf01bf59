package mana.studio.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;

/// The small parts that screens which run something are made of.
public final class Blocks {
    private Blocks() {}

    /// Text that wraps.
    public static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// SQL, highlighted.
    public static SqlText sql(String text) {
        SqlText sql = new SqlText();
        sql.show(text);
        return sql;
    }

    /// An icon before something that takes the rest of the width.
    public static HBox marked(Ikon icon, String style, Node content) {
        HBox row = new HBox(8, Icons.of(icon, style), content);
        HBox.setHgrow(content, Priority.ALWAYS);
        row.getStyleClass().add("marked-line");
        return row;
    }

    /// A frame around what belongs together.
    public static VBox box(String style, Node... content) {
        VBox box = new VBox(8, content);
        box.getStyleClass().addAll("apply-box", style);
        return box;
    }

    /// Takes the room that is left in a row.
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
