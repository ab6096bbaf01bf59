package mana.studio.ui.preview;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.safety.Severity;
import mana.studio.safety.preflight.Answer;
import mana.studio.safety.preflight.AnswerWords;
import mana.studio.safety.words.Consequence;
import mana.studio.safety.words.EffectWords;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.SqlText;
import org.kordamp.ikonli.feather.Feather;

/// A statement and its consequences.
final class StatementBox extends VBox {
    private final StatementActions actions;
    private final HBox head = new HBox(8);
    private final SqlText sql = new SqlText();
    private final VBox lines = new VBox(3);

    StatementBox(StatementActions actions) {
        super(6);
        this.actions = actions;
        getStyleClass().add("statement");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, sql, lines);
    }

    void show(Row.Direct row) {
        sql.show(row.statement().sql());
        head(row);
        lines.getChildren()
                .setAll(row.consequences().stream()
                        .filter(one -> row.open() || isImportant(one))
                        .map(one -> new ConsequenceLine(one, row.open()))
                        .toList());
        if (!row.questions().isEmpty()) {
            lines.getChildren().add(count(row));
        }
        lines.setManaged(!lines.getChildren().isEmpty());
        severity(this, row.consequences());
    }

    /// Its SQL, of which a piece can be marked.
    SqlText sql() {
        return sql;
    }

    private void head(Row.Direct row) {
        head.getChildren().setAll(number(row.number()));
        Severity worst = worst(row.consequences());
        if (worst != Severity.NOTE) {
            head.getChildren().add(Marks.pill(worst));
        }
        head.getChildren().addAll(pace(row), gap());
        if (row.safer()) {
            Hyperlink link = new Hyperlink("A safer way exists");
            link.getStyleClass().add("safer-link");
            link.setMinWidth(Region.USE_PREF_SIZE);
            link.setOnAction(_ -> actions.safer());
            head.getChildren().add(link);
        }
        if (hasMore(row)) {
            head.getChildren().add(details(row));
        }
    }

    private static boolean hasMore(Row.Direct row) {
        return row.consequences().stream().anyMatch(one -> !isImportant(one) || one.finding() != null);
    }

    private Button details(Row.Direct row) {
        String words = row.open() ? "Fewer details" : "More details";
        Button button = new Button(null, Icons.of(row.open() ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
        button.getStyleClass().addAll("flat", "button-icon", "small", "details-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setOnAction(_ -> actions.toggle(row));
        return button;
    }

    /// What is always said: what the statement does to others and to the data, and every warning.
    private static boolean isImportant(Consequence consequence) {
        return consequence.finding() == null || consequence.severity() != Severity.NOTE;
    }

    private Node count(Row.Direct row) {
        return switch (row.count()) {
            case Row.Count.None _ -> ask(row, "Count now");
            case Row.Count.Running _ -> {
                ProgressIndicator turning = new ProgressIndicator();
                turning.setPrefSize(14, 14);
                yield line(turning, text("Counting rows", "muted"));
            }
            case Row.Count.Done done -> {
                VBox answers = new VBox(3);
                done.answers().forEach(answer -> answers.getChildren().add(answer(answer)));
                answers.getChildren().add(ask(row, "Count again"));
                yield answers;
            }
            case Row.Count.Failed failed -> {
                VBox said = new VBox(3);
                said.getChildren()
                        .addAll(
                                line(
                                        Icons.of(Feather.ALERT_CIRCLE, "severity-danger"),
                                        text(failed.failure().headline(), "severity-danger")),
                                ask(row, "Count again"));
                yield said;
            }
        };
    }

    private Node ask(Row.Direct row, String words) {
        Button button = new Button(words, Icons.of(Feather.HASH));
        button.getStyleClass().addAll("small", "count-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip("Counts the rows it fails on, loses or changes, as they are now"));
        button.setOnAction(_ -> actions.count(row));
        HBox line = new HBox(button);
        line.getStyleClass().add("count-line");
        return line;
    }

    private static Node answer(Answer answer) {
        boolean bad = AnswerWords.isBad(answer);
        return line(
                Icons.of(
                        bad ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE,
                        "consequence-icon",
                        bad ? "severity-danger" : "icon-success"),
                text(AnswerWords.of(answer) + ", counted now", bad ? "severity-danger" : "counted-good"));
    }

    private static HBox line(Node icon, Label words) {
        HBox line = new HBox(8, icon, words);
        line.getStyleClass().add("consequence");
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.getStyleClass().addAll("consequence-text", style);
        return label;
    }

    static Label number(int number) {
        Label label = new Label(Integer.toString(number));
        label.getStyleClass().add("statement-number");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Label pace(Row.Direct row) {
        Label label = new Label(EffectWords.pace(row.pace()), Icons.of(Feather.CLOCK));
        label.getStyleClass().add("statement-pace");
        label.setAccessibleText("takes: " + label.getText());
        return label;
    }

    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    static Severity worst(List<Consequence> consequences) {
        return consequences.stream()
                .map(Consequence::severity)
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
    }

    /// The bar at its left.
    static void severity(Node node, List<Consequence> consequences) {
        node.getStyleClass().removeIf(style -> style.startsWith("bar-"));
        node.getStyleClass().add("bar-" + Marks.word(worst(consequences)));
    }
}
