package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.safety.Severity;
import mana.studio.safety.words.Consequence;
import mana.studio.ui.history.SchemaModel.Judged;
import mana.studio.ui.history.SchemaModel.Said;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.SqlText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The statements of a migration, each with its consequences.
final class StatementsPage extends BorderPane {
    private final ListView<Said> list = new ListView<>();

    StatementsPage(SchemaModel model) {
        list.setAccessibleText("Statements");
        list.getStyleClass().add("preview-list");
        list.setCellFactory(_ -> new Cell());
        model.judged().subscribe(this::show);
    }

    private void show(@Nullable Judged judged) {
        if (judged == null) {
            setTop(null);
            setCenter(Waiting.saying("Looking at what each statement does…"));
            return;
        }
        list.getItems().setAll(judged.statements());
        String problem = judged.problem();
        Label line = Pieces.muted(
                problem == null
                        ? summary(judged.statements())
                        : "What was there before is not known, so some consequences are not either. " + problem);
        line.getStyleClass().add("history-line");
        setTop(line);
        setCenter(list);
    }

    private static String summary(List<Said> statements) {
        long dangers = count(statements, Severity.DANGER);
        long warnings = count(statements, Severity.WARNING);
        List<String> parts = new ArrayList<>();
        parts.add(statements.size() == 1 ? "1 statement" : statements.size() + " statements");
        if (dangers > 0) {
            parts.add(dangers + " with danger");
        }
        if (warnings > 0) {
            parts.add(warnings + " with a warning");
        }
        return String.join(", ", parts) + ", all in one transaction with whatever else is pending.";
    }

    private static long count(List<Said> statements, Severity severity) {
        return statements.stream().filter(said -> worst(said) == severity).count();
    }

    private static Severity worst(Said said) {
        return said.consequences().stream()
                .map(Consequence::severity)
                .max(Severity::compareTo)
                .orElse(Severity.NOTE);
    }

    private static final class Cell extends ListCell<Said> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Said said, boolean empty) {
            super.updateItem(said, empty);
            getStyleClass().removeIf(style -> style.startsWith("bar-"));
            if (empty || said == null) {
                setGraphic(null);
                return;
            }
            SqlText sql = new SqlText();
            sql.show(said.sql());
            VBox box = new VBox(6, sql);
            box.getStyleClass().addAll("statement", "bar-" + word(worst(said)));
            said.consequences().forEach(one -> box.getChildren().add(line(one)));
            setGraphic(box);
        }

        private static Node line(Consequence consequence) {
            String style = "severity-" + word(consequence.severity());
            Label text = Pieces.wrapped(consequence.text(), "consequence-text");
            text.setAccessibleText(word(consequence.severity()) + ": " + consequence.text());
            HBox line = new HBox(8, Icons.of(icon(consequence.severity()), "consequence-icon", style), text);
            HBox.setHgrow(text, Priority.ALWAYS);
            line.setAlignment(Pos.TOP_LEFT);
            line.getStyleClass().add("consequence");
            return line;
        }

        private static Feather icon(Severity severity) {
            return switch (severity) {
                case NOTE -> Feather.INFO;
                case WARNING -> Feather.ALERT_TRIANGLE;
                case DANGER -> Feather.ALERT_OCTAGON;
            };
        }

        private static String word(Severity severity) {
            return severity.name().toLowerCase(Locale.ROOT);
        }
    }
}
