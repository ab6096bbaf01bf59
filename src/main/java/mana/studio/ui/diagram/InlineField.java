package mana.studio.ui.diagram;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.diagram.Box;

/// A field over a card, where something of it is typed. Enter takes it, Esc gives up; what is wrong stands below it.
final class InlineField extends VBox {
    private static final double LEAST_WIDTH = 220;

    private final TextField field = new TextField();
    private final Label problem = new Label();
    private final Supplier<Optional<Box>> anchor;
    private final Camera camera;
    private final Runnable closed;
    private final Subscription following;

    /// @param anchor where it stands, in the diagram's measures
    /// @param taken  takes what was typed; says what is wrong, or nothing
    /// @param again  whether it stays open for the next one
    /// @param closed called when it has gone
    InlineField(
            String label,
            String prompt,
            String text,
            Supplier<Optional<Box>> anchor,
            Camera camera,
            ObservableValue<?> drawing,
            Function<String, Optional<String>> taken,
            boolean again,
            Runnable closed) {
        this.anchor = anchor;
        this.camera = camera;
        this.closed = closed;
        getStyleClass().add("diagram-field");
        setManaged(false);
        setAlignment(Pos.TOP_LEFT);
        field.setAccessibleText(label);
        field.setPromptText(prompt);
        field.setText(text);
        problem.getStyleClass().add("diagram-field-problem");
        problem.setWrapText(true);
        say("");
        field.textProperty().subscribe(() -> say(""));
        field.setOnAction(_ -> take(taken, again));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now && problem.getText().isEmpty()) {
                close();
            }
        });
        getChildren().addAll(field, problem);
        following = camera.viewport().subscribe(this::place).and(drawing.subscribe(_ -> place()));
    }

    void open() {
        place();
        field.requestFocus();
        field.selectAll();
    }

    private void take(Function<String, Optional<String>> taken, boolean again) {
        String text = field.getText().strip();
        if (text.isEmpty()) {
            close();
            return;
        }
        Optional<String> wrong = taken.apply(text);
        if (wrong.isPresent()) {
            say(wrong.get());
        } else if (again) {
            field.clear();
        } else {
            close();
        }
    }

    private void say(String text) {
        problem.setText(text);
        problem.setVisible(!text.isEmpty());
        problem.setManaged(!text.isEmpty());
        place();
    }

    private void place() {
        anchor.get().ifPresent(box -> {
            Viewport view = camera.now();
            double width = Math.max(LEAST_WIDTH, box.width() * view.scale());
            double x = Math.clamp(view.toScreenX(box.x()), 0, Math.max(0, view.width() - width));
            double y = Math.clamp(view.toScreenY(box.y()), 0, Math.max(0, view.height() - 40));
            resizeRelocate(x, y, width, prefHeight(width));
        });
    }

    private void close() {
        following.unsubscribe();
        closed.run();
    }
}
