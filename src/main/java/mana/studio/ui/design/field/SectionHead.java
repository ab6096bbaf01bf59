package mana.studio.ui.design.field;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.convention.Breach;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The head of a section: its title, how much is in it, how much of that is wrong, and its buttons.
public final class SectionHead extends HBox {
    private final Label count = new Label();
    private final Label problems = new Label();
    private final Tooltip messages = new Tooltip();
    private final Label hints = new Label(null, Icons.of(Feather.INFO, "icon-hint"));
    private final Tooltip reasons = new Tooltip();

    public SectionHead(String title, Node... buttons) {
        super(8);
        getStyleClass().add("form-section-head");
        Label name = new Label(title);
        name.getStyleClass().add("section-heading");
        name.setMinWidth(Region.USE_PREF_SIZE);
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        problems.getStyleClass().add("head-problems");
        problems.setTooltip(messages);
        hints.getStyleClass().add("head-problems");
        hints.setTooltip(reasons);
        hide(problems);
        hide(hints);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(name, count, problems, hints, gap);
        for (Node button : buttons) {
            button.getStyleClass().addAll("flat", "section-button");
            getChildren().add(button);
        }
    }

    private static void hide(Label label) {
        label.setVisible(false);
        label.setManaged(false);
    }

    /// @param number of what is in it; 0 says nothing
    public void show(long number, List<Problem> wrong, List<Breach> broken) {
        showHints(broken);
        count.setText(number == 0 ? "" : Long.toString(number));
        boolean error = wrong.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        problems.setVisible(!wrong.isEmpty());
        problems.setManaged(!wrong.isEmpty());
        problems.setText(wrong.size() == 1 ? "1 problem" : wrong.size() + " problems");
        problems.setGraphic(
                error
                        ? Icons.of(Feather.ALERT_CIRCLE, "icon-danger")
                        : Icons.of(Feather.ALERT_TRIANGLE, "icon-warning"));
        String said = wrong.stream().map(Problem::message).collect(Collectors.joining("\n"));
        messages.setText(said);
        problems.setAccessibleText(problems.getText() + ": " + said);
    }

    private void showHints(List<Breach> broken) {
        hints.setVisible(!broken.isEmpty());
        hints.setManaged(!broken.isEmpty());
        hints.setText(broken.size() == 1 ? "1 hint" : broken.size() + " hints");
        String said = broken.stream().map(Breach::message).collect(Collectors.joining("\n"));
        reasons.setText(said);
        hints.setAccessibleText(hints.getText() + ": " + said);
    }
}
