package mana.studio.ui.design.field;

import java.util.function.Consumer;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.TabKey;

/// What text is typed into.
interface Editor {
    Region node();

    String text();

    /// Shows another text; the caret stays where it was.
    void show(String text);

    void listen(Consumer<String> typed);

    default void focus() {
        node().requestFocus();
    }

    /// One line.
    static Editor line(TextField field) {
        return new Plain(field);
    }

    /// As many lines as there are, from one up to some.
    static Editor lines() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.getStyleClass().add("growing-area");
        area.setPrefRowCount(1);
        area.textProperty()
                .subscribe(text -> area.setPrefRowCount((int) Math.clamp(
                        text.lines().mapToLong(line -> 1 + line.length() / 80).sum(), 1, 5)));
        // The form is gone through by it.
        TabKey.leaves(area);
        return new Plain(area);
    }

    /// SQL.
    static Editor code(Background background, int rows) {
        CodePane pane = CodePane.field(background);
        pane.setPrefHeight(rows * 18 + 14);
        pane.setMinHeight(rows * 18 + 14);
        pane.getStyleClass().addAll("framed", "code-field");
        return new Code(pane);
    }

    /// JavaFX's own controls.
    record Plain(TextInputControl control) implements Editor {
        @Override
        public Region node() {
            return control;
        }

        @Override
        public String text() {
            return control.getText();
        }

        @Override
        public void show(String text) {
            if (!control.getText().equals(text)) {
                int caret = control.getCaretPosition();
                control.setText(text);
                control.positionCaret(Math.min(caret, text.length()));
            }
        }

        @Override
        public void listen(Consumer<String> typed) {
            control.textProperty().addListener((_, _, text) -> typed.accept(text));
        }
    }

    /// The pane of SQL.
    record Code(CodePane pane) implements Editor {
        @Override
        public Region node() {
            return pane;
        }

        @Override
        public String text() {
            return pane.text().getValue();
        }

        @Override
        public void show(String text) {
            if (!text().equals(text)) {
                pane.setText(text);
            }
        }

        @Override
        public void listen(Consumer<String> typed) {
            pane.text().addListener((_, _, text) -> typed.accept(text));
        }
    }
}
