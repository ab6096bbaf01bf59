package mana.studio.ui.typescript;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.SideBySide;

/// Two texts of TypeScript side by side.
final class CodeDiff extends SplitPane {
    private final CodePane before;
    private final CodePane after;

    CodeDiff(Background background, String left, String right) {
        before = CodePane.typeScript(background);
        after = CodePane.typeScript(background);
        before.scrollWith(after);
        getItems().setAll(titled(left, before), titled(right, after));
    }

    private static Node titled(String title, CodePane code) {
        Label label = new Label(title);
        label.getStyleClass().add("diff-title");
        BorderPane pane = new BorderPane(code);
        pane.setTop(new VBox(label));
        pane.setMinWidth(0);
        return pane;
    }

    void show(String old, String now) {
        SideBySide texts = SideBySide.of(old, now);
        write(before, texts.before());
        write(after, texts.after());
    }

    private static void write(CodePane pane, SideBySide.Side side) {
        if (!side.text().equals(pane.text().getValue())) {
            pane.setText(side.text(), side.marks());
        }
    }

    void find() {
        after.find();
    }
}
