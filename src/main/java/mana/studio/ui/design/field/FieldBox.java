package mana.studio.ui.design.field;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.design.Problem;
import mana.studio.design.Spot.Field;
import mana.studio.ui.design.state.Mark;
import mana.studio.ui.design.state.PartModel;

/// A control under its name, with the sign of a change, and what is wrong with it below.
final class FieldBox extends VBox {
    /// How wide a field is.
    enum Width {
        SHORT(112),
        MEDIUM(176),
        LONG(280),
        /// The whole line.
        FULL(Double.MAX_VALUE);

        final double pixels;

        Width(double pixels) {
            this.pixels = pixels;
        }
    }

    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final PartModel<?> part;
    private final String name;
    private final Field field;
    private final Node control;
    private final Label sign = new Label();
    private final Tooltip was = new Tooltip();
    private final Tooltip why = new Tooltip();
    private final Messages messages = new Messages();

    FieldBox(PartModel<?> part, String name, Field field, Region control, Width width) {
        this.part = part;
        this.name = name;
        this.field = field;
        this.control = control;
        getStyleClass().add("form-field");
        sign.getStyleClass().addAll("mark-sign", Mark.CHANGED.styleClass());
        sign.setTooltip(was);
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(control);
        // A check box says its name itself.
        HBox head = control instanceof CheckBox ? new HBox(2, control, sign) : new HBox(4, label, sign);
        getChildren().add(head);
        if (!(control instanceof CheckBox)) {
            control.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(control);
        }
        getChildren().add(messages);
        setWidthOf(width);
        control.setAccessibleText(name);
        focusWithinProperty().subscribe(within -> {
            if (within) {
                part.table().focus(part.spot(field));
            }
        });
    }

    private void setWidthOf(Width width) {
        if (width == Width.FULL) {
            getStyleClass().add("field-full");
            parentProperty().subscribe(parent -> {
                prefWidthProperty().unbind();
                if (parent instanceof FieldFlow flow) {
                    prefWidthProperty().bind(flow.lineWidth());
                }
            });
        } else if (!(control instanceof CheckBox)) {
            setPrefWidth(width.pixels);
            setMaxWidth(width.pixels);
        }
    }

    /// @param base  what it was; the same as now for no change
    /// @param local what the field itself has against what was typed; empty for nothing
    void show(String base, String now, String local) {
        boolean changed = part.base() != null && !base.equals(now);
        sign.setText(changed ? Mark.CHANGED.sign() : "");
        sign.setManaged(changed);
        String old = "was: " + (base.isEmpty() ? "nothing" : base);
        was.setText(old);
        List<Problem> problems = part.problems(field);
        List<Breach> hints = part.hints().stream()
                .filter(hint -> hint.spot().field() == field)
                .toList();
        messages.show(problems, hints, local, part::mend);
        pseudoClassStateChanged(MARKED, part.table().highlight().marks(part.spot(field)));
        boolean wrong =
                !local.isEmpty() || problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
        control.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
        String said = problems.stream().map(Problem::message).collect(Collectors.joining(". "));
        control.setAccessibleHelp((changed ? old + ". " : "") + said + local);
    }

    /// Why it cannot be changed; empty where it can.
    void lock(String reason) {
        control.setDisable(!reason.isEmpty());
        if (reason.isEmpty()) {
            Tooltip.uninstall(this, why);
        } else {
            why.setText(reason);
            Tooltip.install(this, why);
        }
        control.setAccessibleText(reason.isEmpty() ? name : name + ". " + reason);
    }
}
