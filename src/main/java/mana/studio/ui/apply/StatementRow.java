package mana.studio.ui.apply;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;

/// A statement with its number, its state as icon and word, its time, and below it what there is to say.
final class StatementRow extends HBox {
    private final VBox texts = new VBox(4);

    StatementRow(int number, Ikon icon, String style, String word, String sql, String time) {
        getStyleClass().add("apply-row");
        Label count = new Label(String.valueOf(number));
        count.getStyleClass().add("apply-number");
        count.setMinWidth(24);
        count.setAlignment(Pos.TOP_RIGHT);
        Label state = new Label(word, Icons.of(icon, style));
        state.getStyleClass().addAll("apply-state", style);
        state.setMinWidth(96);
        Label took = new Label(time);
        took.getStyleClass().add("apply-time");
        took.setMinWidth(Region.USE_PREF_SIZE);
        texts.getChildren().add(Blocks.sql(sql));
        HBox.setHgrow(texts, Priority.ALWAYS);
        getChildren().addAll(count, state, texts, took);
        setAccessibleText("statement " + number + ", " + word + (time.isEmpty() ? "" : ", " + time) + ": " + sql);
    }

    /// Says something above the statement.
    void above(Node node) {
        texts.getChildren().addFirst(node);
    }

    /// Says something below the statement.
    void below(Node node) {
        texts.getChildren().add(node);
    }

    void below(String text, String style) {
        if (!text.isEmpty()) {
            below(Blocks.wrapped(text, style));
        }
    }
}
