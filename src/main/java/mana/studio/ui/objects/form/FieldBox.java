package mana.studio.ui.objects.form;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A field under its name: the sign of a change and what it was beside the name, what is wrong with it below.
final class FieldBox extends VBox {
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    static final PseudoClass ADDED = PseudoClass.getPseudoClass("added");

    private final Node control;
    private final Label sign = new Label();
    private final VBox messages = new VBox(2);
    private final Tooltip was = new Tooltip();

    FieldBox(String name, Node control) {
        super(4);
        this.control = control;
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setMinWidth(Region.USE_PREF_SIZE);
        sign.getStyleClass().add("change-sign");
        sign.setTooltip(was);
        control.setAccessibleText(name);
        if (control instanceof Control labelled) {
            label.setLabelFor(labelled);
            labelled.setMaxWidth(Double.MAX_VALUE);
        }
        getStyleClass().add("object-field");
        getChildren().setAll(new HBox(6, label, sign), control, messages);
        messages.setManaged(false);
    }

    /// @param before   what was read; null where the thing is new: then it has no sign of its own
    /// @param now      what is designed
    /// @param problems what is wrong
    /// @param local    what is wrong and not in the design; empty for nothing
    void show(@Nullable String before, String now, List<Problem> problems, String local) {
        boolean changed = before != null && !before.equals(now);
        String old = before == null || before.isEmpty() ? "empty" : before;
        sign.setText(changed ? "~ was " + shortened(old) : "");
        was.setText(changed ? "It was: " + old : "");
        sign.setVisible(changed);
        control.pseudoClassStateChanged(CHANGED, changed);
        List<Node> lines = new ArrayList<>();
        if (!local.isEmpty()) {
            lines.add(message(Severity.ERROR, local));
        }
        problems.forEach(problem -> lines.add(message(problem.severity(), problem.message())));
        messages.getChildren().setAll(lines);
        messages.setManaged(!lines.isEmpty());
        boolean wrong = !local.isEmpty() || problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
        String said = lines.stream().map(line -> ((Label) line).getText()).collect(Collectors.joining(" "));
        control.setAccessibleHelp((changed ? sign.getText() + ". " : "") + said);
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > 40 ? line.substring(0, 38) + "…" : line;
    }

    /// A line that says what is wrong.
    static Label message(Severity severity, String text) {
        boolean error = severity == Severity.ERROR;
        Label label = new Label(text);
        label.setGraphic(
                error
                        ? Icons.of(Feather.ALERT_CIRCLE, "icon-danger")
                        : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        label.getStyleClass().addAll("object-message", error ? "refused" : "advice");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setAccessibleText((error ? "Error: " : "Warning: ") + text);
        return label;
    }
}
