package mana.studio.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.safety.Severity;
import mana.studio.safety.safer.Step;
import mana.studio.ui.kit.SqlText;

/// A step of the safer form.
final class StepBox extends VBox {
    private final HBox head = new HBox(8);
    private final SqlText sql = new SqlText();
    private final VBox lines = new VBox(3);

    StepBox() {
        super(6);
        getStyleClass().add("statement");
        head.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(head, sql, lines);
    }

    void show(Row.Careful row) {
        Label purpose = new Label(row.step().purpose());
        purpose.getStyleClass().add("step-purpose");
        purpose.setWrapText(true);
        purpose.setMinWidth(0);
        HBox.setHgrow(purpose, Priority.ALWAYS);
        head.getChildren().setAll(StatementBox.number(row.number()), purpose);
        Severity worst = StatementBox.worst(row.consequences());
        if (worst != Severity.NOTE) {
            head.getChildren().addAll(StatementBox.gap(), Marks.pill(worst));
        }
        sql.show(shown(row.step()));
        lines.getChildren()
                .setAll(row.consequences().stream()
                        .map(one -> new ConsequenceLine(one, false))
                        .toList());
        StatementBox.severity(this, row.consequences());
    }

    /// Its SQL, of which a piece can be marked.
    SqlText sql() {
        return sql;
    }

    /// The statements themselves: what `psql` needs around them is for the script.
    private static String shown(Step step) {
        return switch (step) {
            case Step.InTransaction transaction -> String.join(";\n", transaction.statements()) + ";";
            case Step.Alone alone -> alone.statement() + ";";
            case Step.Batches batches -> batches.sql().strip();
            case Step.Check check -> check.query() + ";";
        };
    }
}
