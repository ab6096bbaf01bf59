package mana.studio.ui.data;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import mana.studio.rows.ConditionException;
import org.jspecify.annotations.Nullable;

/// The raw condition. The server plans it before it runs; what it refuses is said below, with the place marked.
final class WhereLine {
    private final DataModel model;
    private final CustomTextField field = new CustomTextField();
    private final Label marked = new Label();
    private final Label message = new Label();
    private final VBox problem = new VBox(2, marked, message);

    WhereLine(DataModel model) {
        this.model = model;
        Label where = new Label("WHERE");
        where.getStyleClass().add("where-word");
        where.setLabelFor(field);
        field.setId("where");
        field.setLeft(where);
        field.setPromptText("condition, such as created_at > '2026-01-31'");
        field.setAccessibleText("Raw WHERE condition");
        field.getStyleClass().add("where-field");
        field.setOnAction(_ -> model.where(field.getText()));
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        problem.setId("where-problem");
        problem.getStyleClass().add("where-problem");
        marked.getStyleClass().add("where-marked");
        message.setWrapText(true);
        model.query().subscribe(query -> field.setText(query.where() == null ? "" : query.where()));
        model.refused().subscribe(this::showProblem);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            String where = model.query().get().where();
            field.setText(where == null ? "" : where);
            event.consume();
        }
    }

    /// Where the condition is typed.
    Node field() {
        return field;
    }

    /// Where the server's answer to a wrong one is shown.
    Node problem() {
        return problem;
    }

    private void showProblem(@Nullable ConditionException refused) {
        DataActions.show(problem, refused != null);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, refused != null);
        if (refused == null) {
            return;
        }
        message.setText(refused.getMessage());
        String where = model.query().get().where();
        DataActions.show(marked, where != null && refused.position().isPresent());
        if (where != null && refused.position().isPresent()) {
            int position = refused.position().getAsInt();
            marked.setText(where.replace('\n', ' ') + "\n" + " ".repeat(position) + "▲");
            field.positionCaret(position);
        }
    }
}
