package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What is wrong, a line each: an icon and words.
public final class Messages extends VBox {
    private List<Problem> shown = List.of();
    private String shownLocal = "";

    public Messages() {
        getStyleClass().add("field-messages");
        setManaged(false);
        setVisible(false);
    }

    /// @param local what is wrong without being in the design; empty for nothing
    public void show(List<Problem> problems, String local) {
        List<String> words = problems.stream().map(Problem::message).toList();
        if (words.equals(shown.stream().map(Problem::message).toList()) && local.equals(shownLocal)) {
            return;
        }
        shown = List.copyOf(problems);
        shownLocal = local;
        List<Node> lines = new ArrayList<>();
        if (!local.isEmpty()) {
            lines.add(line(Severity.ERROR, local));
        }
        problems.forEach(problem -> lines.add(line(problem.severity(), problem.message())));
        getChildren().setAll(lines);
        setManaged(!lines.isEmpty());
        setVisible(!lines.isEmpty());
    }

    private static Node line(Severity severity, String text) {
        boolean error = severity == Severity.ERROR;
        Label label = new Label(text);
        label.setGraphic(
                error ? Icons.of(Feather.ALERT_CIRCLE, "icon-danger") : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        label.getStyleClass().addAll("field-message", error ? "message-error" : "message-warning");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setAccessibleText((error ? "Error: " : "Warning: ") + text);
        return label;
    }
}
