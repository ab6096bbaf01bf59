package mana.studio.ui.design.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What is wrong, a line each: an icon and words.
public final class Messages extends VBox {
    private List<String> shown = List.of();

    public Messages() {
        getStyleClass().add("field-messages");
        setManaged(false);
        setVisible(false);
    }

    /// @param local what is wrong without being in the design; empty for nothing
    /// @param mend  makes the fix of a hint
    public void show(List<Problem> problems, List<Breach> hints, String local, Consumer<Edit> mend) {
        List<String> words = new ArrayList<>(List.of(local));
        problems.forEach(problem -> words.add(problem.severity() + problem.message()));
        hints.forEach(hint -> words.add(hint.rule().id() + hint.message()));
        if (words.equals(shown)) {
            return;
        }
        shown = words;
        List<Node> lines = new ArrayList<>();
        if (!local.isEmpty()) {
            lines.add(line(Severity.ERROR, local));
        }
        problems.forEach(problem -> lines.add(line(problem.severity(), problem.message())));
        hints.forEach(hint -> lines.add(line(hint, mend)));
        getChildren().setAll(lines);
        setManaged(!lines.isEmpty());
        setVisible(!lines.isEmpty());
    }

    /// What breaks a house rule: it can be applied all the same.
    private static Node line(Breach hint, Consumer<Edit> mend) {
        Label label = new Label(hint.message());
        label.setGraphic(Icons.of(Feather.INFO, "icon-hint"));
        label.getStyleClass().addAll("field-message", "message-hint");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setTooltip(new Tooltip(hint.rule().title() + ". " + hint.rule().reason()));
        label.setAccessibleText("House rule: " + hint.message());
        Edit fix = hint.fix();
        if (fix == null) {
            return label;
        }
        Button button = new Button("Fix");
        button.getStyleClass().addAll("hint-fix");
        button.setTooltip(new Tooltip(fix.label()));
        button.setAccessibleText(fix.label());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> mend.accept(fix));
        HBox line = new HBox(8, label, button);
        line.getStyleClass().add("hint-line");
        return line;
    }

    private static Node line(Severity severity, String text) {
        boolean error = severity == Severity.ERROR;
        Label label = new Label(text);
        label.setGraphic(
                error
                        ? Icons.of(Feather.ALERT_CIRCLE, "icon-danger")
                        : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        label.getStyleClass().addAll("field-message", error ? "message-error" : "message-warning");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setAccessibleText((error ? "Error: " : "Warning: ") + text);
        return label;
    }
}
